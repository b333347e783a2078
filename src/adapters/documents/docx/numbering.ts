// The numbers that Word counts itself (一、 （一） 1.): they stand in no text, and a register is known by them.
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml } from "../ooxml/xml.ts";
import { formatNumber } from "./number-format.ts";

/** What a paragraph says of its number: the list (numId) and the level, from 0. */
export interface NumberedBy {
  readonly list: string;
  readonly level: number;
}

interface Level {
  start: number;
  format: string;
  /** "（%1）", "%1.%2" */
  text: string;
}

interface List {
  readonly abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface Numbering {
  /** Counts one on: the label of the next paragraph of that list and level. "" for bullets and unknown lists. */
  next(by: NumberedBy): string;
}

const DEEPEST_LEVEL = 8;

export function readNumbering(file: OfficePackage): Numbering {
  const part = file.relationsOf(file.main).find(({ type }) => type === "numbering")?.part;
  const bytes = part === undefined ? null : file.read(part);
  return counting(bytes === null ? { abstracts: new Map(), lists: new Map() } : readLists(bytes));
}

interface Lists {
  readonly abstracts: Map<string, Map<number, Level>>;
  readonly lists: Map<string, List>;
}

function readLists(bytes: Uint8Array): Lists {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let overridden = 0;
  readXml(bytes, {
    open(tag) {
      const value = tag.attribute("val") ?? "";
      if (tag.name === "abstractNum") {
        levels = new Map();
        abstracts.set(tag.attribute("abstractNumId") ?? "", levels);
      } else if (tag.name === "num") {
        levels = null;
        list = { abstractId: "", starts: new Map(), levels: new Map() };
        lists.set(tag.attribute("numId") ?? "", list);
      } else if (tag.name === "abstractNumId" && list) {
        const id = [...lists.keys()].at(-1) ?? "";
        list = { ...list, abstractId: value };
        lists.set(id, list);
      } else if (tag.name === "lvlOverride") overridden = Number(tag.attribute("ilvl") ?? 0);
      else if (tag.name === "startOverride") list?.starts.set(overridden, Number(value));
      else if (tag.name === "lvl") {
        level = { start: 1, format: "decimal", text: "" };
        (levels ?? list?.levels)?.set(Number(tag.attribute("ilvl") ?? 0), level);
      } else if (level) {
        if (tag.name === "start") level.start = Number(value);
        if (tag.name === "numFmt") level.format = value;
        if (tag.name === "lvlText") level.text = value;
      }
    },
    close(name) {
      if (name === "lvl") level = null;
    },
  });
  return { abstracts, lists };
}

function counting({ abstracts, lists }: Lists): Numbering {
  /** Lists that share an abstract one count on together, unless one says where it starts. */
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next({ list: id, level }) {
      const list = lists.get(id);
      if (!list || !(level >= 0 && level <= DEEPEST_LEVEL)) return "";
      const levelOf = (at: number) => list.levels.get(at) ?? abstracts.get(list.abstractId)?.get(at);
      const counter = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counter);
      if (!begun.has(id) && list.starts.size > 0) counter.length = 0;
      begun.add(id);
      const startOf = (at: number) => list.starts.get(at) ?? levelOf(at)?.start ?? 1;
      for (let at = 0; at < level; at++) counter[at] ??= startOf(at);
      const before = counter[level];
      counter[level] = before === undefined ? startOf(level) : before + 1;
      counter.length = level + 1;
      const shown = levelOf(level);
      if (!shown || formatNumber(1, shown.format) === "") return "";
      return shown.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return formatNumber(counter[at] ?? startOf(at), levelOf(at)?.format ?? "decimal");
      });
    },
  };
}
