// What a paragraph's style adds to its words: a number of its own, or that it belongs to the table of contents.
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml } from "../ooxml/xml.ts";
import type { NumberedBy } from "./numbering.ts";

export interface Style {
  readonly numbered: Partial<NumberedBy>;
  readonly isContents: boolean;
}

interface RawStyle {
  name: string;
  basedOn: string | null;
  list?: string;
  level?: number;
}

/** A chain of styles that is longer than this goes round in a circle. */
const LONGEST_CHAIN = 20;

export function readStyles(file: OfficePackage): (id: string) => Style {
  const part = file.relationsOf(file.main).find(({ type }) => type === "styles")?.part;
  const bytes = part === undefined ? null : file.read(part);
  const styles = new Map<string, RawStyle>();
  let current: RawStyle | null = null;
  if (bytes) {
    readXml(bytes, {
      open(tag) {
        const value = tag.attribute("val") ?? "";
        if (tag.name === "style") {
          current = { name: "", basedOn: null };
          styles.set(tag.attribute("styleId") ?? "", current);
        } else if (!current) return;
        else if (tag.name === "name") current.name = value;
        else if (tag.name === "basedOn") current.basedOn = value;
        else if (tag.name === "numId") current.list = value;
        else if (tag.name === "ilvl") current.level = Number(value);
      },
      close(name) {
        if (name === "style") current = null;
      },
    });
  }
  const known = new Map<string, Style>();
  return (id) => {
    const style = known.get(id) ?? resolve(styles, id);
    known.set(id, style);
    return style;
  };
}

function resolve(styles: ReadonlyMap<string, RawStyle>, id: string): Style {
  const numbered: { list?: string; level?: number } = {};
  let style = styles.get(id);
  const isContents = /^toc (?:\d|heading)/i.test(style?.name ?? "");
  for (let i = 0; style && i < LONGEST_CHAIN; i++) {
    if (numbered.list === undefined && style.list !== undefined) numbered.list = style.list;
    if (numbered.level === undefined && style.level !== undefined) numbered.level = style.level;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return { numbered, isContents };
}
