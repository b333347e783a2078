// Finds a unit of the register inside a question: 市财政局, 人社局, 财政部门, the finance bureau.
import type { Unit } from "../../domain/register/unit.ts";
import { indexUnits } from "../unit-index.ts";
import { readUnit } from "../unit-name.ts";

export interface FoundUnit {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 24;
/** A name ends in one of these; anything else is not worth looking up. */
const LAST_CHARACTER = /[局委办会部厅院校府行心司站所区位业门镇道构]/;
/** 财政部门 and 人社牵头 name a bureau without saying so. */
const SHORTENED = /([\u4e00-\u9fff]{2,8}?)(?:部门|(?=牵头|负责|配合|主管|协办|主办))/g;
const BODY = ["局", "委", "办", "委员会"];
const ENGLISH: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bfinance (?:bureau|department|office)\b/, ["财政局"]],
  [/\beducation (?:bureau|department|office)\b/, ["教育局"]],
  [
    /\b(?:human resources(?: and social security)?|hrss|labou?r) (?:bureau|department|office)\b/,
    ["人力资源和社会保障局"],
  ],
  [/\b(?:industry and information(?: technology)?|industry) (?:bureau|department|office)\b/, ["工业和信息化局"]],
  [/\bdevelopment and reform (?:commission|bureau)\b|\bndrc\b|\bdrc\b/, ["发展和改革委员会", "发展和改革局"]],
  [/\bscience and technology (?:bureau|department)\b/, ["科学技术局"]],
  [/\b(?:tax|taxation) (?:bureau|office|department)\b/, ["税务局"]],
  [/\bcommerce (?:bureau|department)\b/, ["商务局"]],
  [/\b(?:natural resources|planning) (?:bureau|department)\b/, ["自然资源和规划局"]],
];

/** The first unit named in a normalised, lower-case text; of several names at one place the longest. */
export function findUnit(text: string, units: readonly Unit[]): FoundUnit | null {
  const index = indexUnits(units);
  for (let start = 0; start < text.length; start += 1) {
    for (let end = Math.min(text.length, start + LONGEST); end >= start + 3; end -= 1) {
      if (!LAST_CHARACTER.test(text[end - 1] ?? "")) continue;
      const unit = index.get(readUnit(text.slice(start, end)).key);
      if (unit !== undefined) return { unit, start, end };
    }
  }
  return findShortened(text, index) ?? findEnglish(text, index);
}

function findShortened(text: string, index: ReadonlyMap<string, Unit>): FoundUnit | null {
  for (const match of text.matchAll(SHORTENED)) {
    const name = match[1] ?? "";
    for (let from = 0; from <= name.length - 2; from += 1) {
      const unit = BODY.map((ending) => index.get(readUnit(name.slice(from) + ending).key)).find(
        (u) => u !== undefined,
      );
      if (unit !== undefined) return { unit, start: match.index + from, end: match.index + match[0].length };
    }
  }
  return null;
}

function findEnglish(text: string, index: ReadonlyMap<string, Unit>): FoundUnit | null {
  for (const [pattern, keys] of ENGLISH) {
    const match = pattern.exec(text);
    const unit = keys.map((key) => index.get(key)).find((u) => u !== undefined);
    if (match && unit) return { unit, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
