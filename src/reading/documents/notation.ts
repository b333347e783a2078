// Who is responsible, in the notations documents use: （牵头单位：A，责任单位：B、C）, （A牵头，B按职责分工负责）, 牵头单位：A on a line of its own.
import type { UnitMention } from "../../domain/register/unit.ts";
import { mirror } from "../script.ts";
import { readUnitList } from "../unit-list.ts";
import { looksLikeUnit } from "../unit-name.ts";
import { type Passage, slice, trim } from "./blocks/blocks.ts";

/** Units by the word they stand under. `responsible` means lead or supporting, depending on what stands beside it. */
export interface Notation {
  readonly lead: readonly UnitMention[];
  readonly supporting: readonly UnitMention[];
  readonly responsible: readonly UnitMention[];
  /** What the notation says about time: 年内持续推进. */
  readonly deadline: string;
  /** It holds other words too: these must stay with the task's own. */
  readonly holdsMore: boolean;
}

/** `nobody`: a person or a remark, read by nobody. */
type Part = Exclude<keyof Notation, "holdsMore"> | "nobody";

/** Role words, as documents print them before a colon (or a space). */
const LABELS: Readonly<Record<Part, string>> = {
  nobody: "(?:责任|分管|牵头|市|主管)领导|责任人|联系人|联络员|负责人|备注",
  lead: "牵头(?:负责)?(?:责任)?(?:单位|部门)|(?:主办|承办|主要责任|主责|第一责任)(?:单位|部门)",
  supporting: "(?:协同)?配合(?:责任)?(?:单位|部门)|(?:协办|协同|参与|参加|协助)(?:单位|部门)",
  responsible: "责任(?:单位|部门|主体)|(?:落实|实施|负责)(?:单位|部门)",
  deadline: "(?:完成|办结|整改)?(?:时限|期限)|(?:完成)?时间(?:节点|要求)",
};
const LABEL_WORDS = Object.entries(LABELS).map(([part, words]) => `(?<${part}>${words})`);
const LABEL = new RegExp(`(?:${LABEL_WORDS.join("|")})(?:及分工)?(?:[】〕\\]]? {0,3}:|[】〕\\]]| {1,3}(?=\\S))`, "g");
/** Outside brackets a label begins a line or follows a full stop. */
const LABEL_IN_TEXT = new RegExp(
  `(?:^|(?<=[。;!?\\s]))[【〔[]?(?:${Object.values(LABELS).slice(1).join("|")})(?:及分工)?(?:[】〕\\]]| {0,3}:)`,
);
/** （牵头：A；配合：B） */
const SHORT_LABEL = /(?<lead>牵头|主办)|(?<supporting>配合|协办)|(?<responsible>责任)/;
const SHORT = new RegExp(`(?:${SHORT_LABEL.source}) {0,3}:`, "g");

/** What is done by whom, in words: the units stand before the verb (or, after 会同, behind it). */
const VERBS: readonly (readonly [Exclude<Part, "deadline" | "nobody">, RegExp])[] = [
  ["lead", /(?:共同|负责)?(?:牵头(?:负责|落实|组织实施)?|主办|承办)/],
  ["supporting", /(?:等)?(?:积极|协同|共同)?(?:配合|协办|参与|参加|协助)(?:实施|落实|推进)?/],
  ["responsible", /(?:等)?(?:按照?职责(?:分工)?|按职能分工|分工|分别|共同|具体|组织)*(?:负责|落实)/],
];
const VERB = new RegExp(VERBS.map(([part, verb]) => `(?<${part}>${verb.source})`).join("|"), "g");

const ONLY_TIME = /^[\d“年每到至截力长持定适今明上下第全并].{0,20}$/;
/** No name of a unit: `readUnitList` passes it over. */
const TOO_LONG = /[^、，,；;\n]{61}/;
/** Says nothing: 认真抓好落实. */
const FILLER = /^.{0,8}(?:落实|实施|推进|完成|配合|到位|负责|开展)(?:工作)?$/;
/** A name in a list of units that is a time: 2026年12月底前完成. */
const TIME = /\d年|\d月|年底|年内|季度|每年|长期|持续|定期|适时/;

/** Where a notation without brackets begins in a paragraph (牵头单位：A); it goes on to the paragraph's end. -1 = nowhere. */
export function notationStart(text: Passage): number {
  return text.plain.search(LABEL_IN_TEXT);
}

/** What is longer assigns nobody. */
const LONGEST = 4000;

/** Reads what stands in a bracket, or on a line of its own. Null when it says neither who nor until when. */
export function readNotation(text: Passage): Notation | null {
  if (text.plain.length > LONGEST) return null;
  return readLabels(text, LABEL) ?? readLabels(text, SHORT) ?? readVerbs(text);
}

function readLabels(text: Passage, pattern: RegExp): Notation | null {
  const labels = [...text.plain.matchAll(pattern)];
  if (labels.length === 0) return null;
  const found = emptyNotation();
  const before = slice(text, 0, labels[0]?.index);
  if (isTime(before)) found.deadline = trimEnds(before.original);
  else found.holdsMore = /[^\s,;。、([【〔]/.test(before.plain);
  for (const [i, label] of labels.entries()) {
    const part = partOf(label.groups);
    const words = slice(text, label.index + label[0].length, labels[i + 1]?.index ?? text.plain.length);
    if (part === "deadline") found.deadline = withTime(found.deadline, words.original);
    else if (part !== "nobody") addUnits(found, part, words.original);
  }
  return assigns(found) || found.deadline !== "" ? found : null;
}

function addUnits(found: Draft, part: Exclude<Part, "deadline" | "nobody">, words: string): void {
  if (TOO_LONG.test(words)) found.holdsMore = true;
  for (const unit of readUnitList(words)) {
    const isTimeOnly = TIME.test(unit.name) && !isDefinite(unit);
    if (/[:：]/.test(unit.name) || (isTimeOnly && !ONLY_TIME.test(unit.name))) found.holdsMore = true;
    if (isTimeOnly) found.deadline = withTime(found.deadline, unit.name);
    else found[part].push(unit);
  }
}

function withTime(deadline: string, words: string): string {
  return [deadline, trimEnds(words)].filter((part) => part !== "").join("，");
}

/** （A、B牵头，C、D按职责分工负责，年内完成）. Without labels the names must look like names: （由企业自行负责） assigns nobody. */
function readVerbs(text: Passage): Notation | null {
  const found = emptyNotation();
  let from = 0;
  for (const verb of text.plain.matchAll(VERB)) {
    const part = partOf(verb.groups);
    if (part === "deadline" || part === "nobody") continue;
    const [before, beside] = splitAtTogether(slice(text, from, verb.index));
    const units = readUnitList(before.original);
    if (TOO_LONG.test(before.original)) found.holdsMore = true;
    if (units.length > 0) {
      if (!units.every((unit) => isDefinite(unit))) return null;
      found[part].push(...units);
      found.supporting.push(...(beside ? readUnitList(beside.original) : []));
    }
    from = verb.index + verb[0].length;
  }
  if (!assigns(found)) return null;
  addRest(found, slice(text, from));
  return found;
}

/** Behind the last verb: a time, units without a verb of their own, or 抓好落实. */
function addRest(found: Draft, rest: Passage): void {
  const words = trimEnds(rest.original);
  if (words === "") return;
  for (const unit of readUnitList(words)) {
    if (isDefinite(unit)) found.supporting.push(unit);
    else if (ONLY_TIME.test(mirror(unit.name)) && TIME.test(mirror(unit.name))) {
      found.deadline = withTime(found.deadline, unit.name);
    } else if (!FILLER.test(mirror(unit.name))) found.holdsMore = true;
  }
}

/** 市教育局会同市财政局: the units behind 会同 support. */
function splitAtTogether(text: Passage): [Passage, Passage | null] {
  const at = text.plain.search(/会同|商(?=市|有关)/);
  if (at < 0) return [text, null];
  return [slice(text, 0, at), slice(text, at + (text.plain[at] === "会" ? 2 : 1))];
}

/** 由市政府办公室牵头（，市教育局配合） in a sentence, if what stands there are units. */
const IN_SENTENCE =
  /由([^,。;:由]{2,60}?)(?:共同|负责)?(?:牵头|主办|负责)(?:[^,。;]{0,10}[,、]([^,。;]{2,80}?)(?:等)?(?:积极|协同|共同)?(?:配合|参与|协助))?/dg;

/** Lead and supporting units a sentence names; both empty when it names none. */
export function readSentence(text: Passage): Pick<Notation, "lead" | "supporting"> {
  const looked = slice(text, 0, LONGEST);
  for (const { indices } of looked.plain.matchAll(IN_SENTENCE)) {
    const [lead, supporting] = [indices?.[1], indices?.[2]].map((at) =>
      at ? readUnitList(slice(looked, at[0], at[1]).original) : [],
    );
    if (lead?.length && lead.every(isDefinite))
      return { lead, supporting: supporting?.every(isDefinite) ? supporting : [] };
  }
  return { lead: [], supporting: [] };
}

function isDefinite(unit: UnitMention): boolean {
  return unit.kind !== "single" || looksLikeUnit(mirror(unit.name));
}

function partOf(groups: Readonly<Record<string, string | undefined>> | undefined): Part {
  if (groups?.nobody !== undefined) return "nobody";
  if (groups?.lead !== undefined) return "lead";
  if (groups?.supporting !== undefined) return "supporting";
  return groups?.responsible !== undefined ? "responsible" : "deadline";
}

interface Draft {
  lead: UnitMention[];
  supporting: UnitMention[];
  responsible: UnitMention[];
  deadline: string;
  holdsMore: boolean;
}

/** （2026年底前完成，牵头单位：A） */
function isTime(text: Passage): boolean {
  return (
    text.plain.length <= 20 &&
    !looksLikeUnit(trim(text).plain.replace(/[,;]$/, "")) &&
    TIME.test(text.plain) &&
    !/[([【。、:]/.test(text.plain)
  );
}

function emptyNotation(): Draft {
  return { lead: [], supporting: [], responsible: [], deadline: "", holdsMore: false };
}

/** Whether it names anybody; it may state only a time. */
export function assigns(found: Notation): boolean {
  return found.lead.length + found.supporting.length + found.responsible.length > 0;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s,，;；。、]+/, "").replace(/[\s,，;；。、)\]】〕）］]+$/, "");
}
