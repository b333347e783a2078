// The numbers clauses and tasks begin with: 一、 （一） 1. 1、 （1） ① 第一条.
import { parseChineseNumber } from "../chinese-number.ts";

export interface Marker {
  /** 1 = 一、 第一章 · 2 = （一） 第一条 · 3 = 1. · 4 = （1） · 5 = ① */
  readonly level: number;
  readonly number: number;
  /** As printed, without the spaces around it: the length of the label in the text. */
  readonly length: number;
}

const MARKERS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, /^([零〇一二三四五六七八九十百]{1,5})、/],
  [1, /^第([零〇一二三四五六七八九十百]{1,5})章/],
  [2, /^第([零〇一二三四五六七八九十百]{1,5})条/],
  [2, /^\(([零〇一二三四五六七八九十百]{1,5})\)[、.]?/],
  [3, /^(\d{1,3})(?:[.、](?!\d)|\.(?=\d{4}年))/],
  [4, /^\((\d{1,3})\)[、.]?/],
  [5, /^([①-⑳])/],
];

/** The number at the very start of `plain` (a mirror), or null. */
export function readMarker(plain: string): Marker | null {
  for (const [level, pattern] of MARKERS) {
    const found = pattern.exec(plain);
    if (!found?.[1]) continue;
    const number = level === 5 ? found[1].charCodeAt(0) - 0x245f : parseChineseNumber(found[1]);
    if (number !== null) return { level, number, length: found[0].length };
  }
  return null;
}
