// The numbers clauses and tasks begin with: 一、 （一） 1. 1、 （1） 1) ① ⑴ 1.1 第一条.
import { parseChineseNumber } from "../../chinese-number.ts";

export interface Marker {
  /** 1 = 一、 第一章 · 2 = （一） 第一条 · 3 = 1. · 4 = （1） 1.1 · 5 = ① 1.1.1 */
  readonly level: number;
  readonly number: number;
  /** In Arabic numerals, with the numbers above where they are printed: "3", "1.1". */
  readonly ref: string;
  /** As printed, without the spaces around it: the length of the label in the text. */
  readonly length: number;
}

type Reading = (found: RegExpExecArray) => Omit<Marker, "length"> | null;

const HAN = "[零〇一二三四五六七八九十百]{1,5}";

/** Earlier rows win. 1.5万 and 2026.6 are no numbers of clauses. */
const MARKERS: readonly (readonly [pattern: RegExp, read: Reading])[] = [
  [new RegExp(`^(${HAN})、`), spelled(1)],
  [new RegExp(`^(${HAN})\\.(?!\\d)`), spelled(1)],
  [new RegExp(`^第(${HAN})[章编]`), spelled(1)],
  [new RegExp(`^第(${HAN}|\\d{1,3}(?=条[\\s、:]))条[、:]?`), spelled(2)],
  [new RegExp(`^\\((${HAN})\\)[、.]?`), spelled(2)],
  [/^([㈠-㈩])[、.]?/, coded(2, 0x321f)],
  [
    /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.、]? +|[.、](?!\d)|(?=[\u4e00-\u9fff“《])(?![万亿个%人元倍所家次吨亩公平名项年月日级米秒小万]))/,
    dotted,
  ],
  [/^(\d{1,3})(?:[.、](?!\d)|\.(?=\d{4}年))/, spelled(3)],
  [/^([⒈-⒛])/, coded(3, 0x2487)],
  [/^\((\d{1,3})\)[、.]?/, spelled(4)],
  [/^(\d{1,2})\)[、.]?/, spelled(4)],
  [/^([⑴-⒇])/, coded(4, 0x2473)],
  [/^([①-⑳])[、.]?/, coded(5, 0x245f)],
  [/^([㉑-㉟])[、.]?/, coded(5, 0x323c)],
];

/** The number at the very start of `plain` (a mirror), or null. */
export function readMarker(plain: string): Marker | null {
  for (const [pattern, read] of MARKERS) {
    const found = pattern.exec(plain);
    const marker = found && read(found);
    if (found && marker) return { ...marker, length: found[0].trimEnd().length };
  }
  return null;
}

function spelled(level: number): Reading {
  return (found) => {
    const number = parseChineseNumber(found[1] ?? "");
    return number === null ? null : { level, number, ref: String(number) };
  };
}

/** A number that is one character; `before` is the code of the character before the first. */
function coded(level: number, before: number): Reading {
  return (found) => {
    const number = (found[1] ?? "").charCodeAt(0) - before;
    return { level, number, ref: String(number) };
  };
}

function dotted(found: RegExpExecArray): Omit<Marker, "length"> {
  const parts = (found[1] ?? "").split(".").map(Number);
  return { level: Math.min(parts.length + 2, 5), number: parts.at(-1) ?? 0, ref: parts.join(".") };
}
