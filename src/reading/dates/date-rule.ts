// The shape of one rule of the date grammar, and the pieces of pattern the rules share.
import type { IsoDate } from "../../domain/calendar.ts";
import { parseChineseNumber } from "../chinese-number.ts";
import { type DateMeaning, yearOf } from "./date-arithmetic.ts";

export type DateGroups = Readonly<Record<string, string | undefined>>;

/** `read` gets the named groups of `pattern` (global) and the current day; null = the words are no date after all. */
export interface DateRule {
  readonly pattern: RegExp;
  readonly read: (groups: DateGroups, today: IsoDate) => DateMeaning | null;
}

/** Small number, in figures or Chinese numerals. Bounded, so that hostile text stays cheap. */
export const NUMBER = "\\d{1,3}|[一二两三四五六七八九十]{1,3}";
/** A year in front of a month: 2026年 or 今年, 明年. */
export const YEAR = "(?:(?<year>\\d{4}|[一二][〇零一二三四五六七八九]{3})年|(?<relativeYear>今|本|当|明|后|去)年)";
/** What may close a date phrase: 20日前, 20日之前. */
export const BEFORE = "(?:之前|以前|前)?";

/** The year the groups of `YEAR` name, or null where the phrase has none. */
export function namedYear(groups: DateGroups, today: IsoDate): number | null {
  if (groups.year !== undefined) return parseChineseNumber(groups.year);
  const offsets: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 明: 1, 后: 2, 去: -1 };
  const offset = groups.relativeYear === undefined ? undefined : offsets[groups.relativeYear];
  return offset === undefined ? null : yearOf(today) + offset;
}

/** Months from this one: 本月 0, 下月 1, 下下月 2, 上月 -1. Also weeks: 本周, 下周. */
export function offsetOf(word: string): number {
  if (word.startsWith("下下")) return 2;
  if (word.startsWith("下") || word.startsWith("次")) return 1;
  return word.startsWith("上") ? -1 : 0;
}

export function numberOf(text: string | undefined): number {
  return (text === undefined ? null : parseChineseNumber(text)) ?? Number.NaN;
}
