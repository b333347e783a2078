// Finds dates in what people write: 12月20日, 下周五, 月底, 三季度末, by Dec 20. The grammar is the two tables in dates/.
import type { IsoDate } from "../domain/calendar.ts";
import { CHINESE_DATES } from "./dates/chinese-dates.ts";
import { ENGLISH_DATES } from "./dates/english-dates.ts";
import { normalise } from "./script.ts";

/** A phrase that names a day, or one that could mean several (`ambiguous`). `text` is the phrase, in Simplified Chinese. */
export type DatePhrase =
  | { readonly date: IsoDate; readonly text: string }
  | { readonly ambiguous: true; readonly text: string };

/** A phrase with its place in the normalised text. */
export type FoundDate = DatePhrase & { readonly start: number; readonly end: number };

/** The first date phrase of a text in any script, or null. `today` decides what 月底 or 下周五 is. */
export function readDatePhrase(text: string, today: IsoDate): DatePhrase | null {
  const first = findDatePhrases(normalise(text).toLowerCase(), today)[0];
  if (first === undefined) return null;
  return "date" in first ? { date: first.date, text: first.text } : { ambiguous: true, text: first.text };
}

/** All date phrases of a normalised, lower-case text, in order and without overlap; of two at one place the longer wins. */
export function findDatePhrases(text: string, today: IsoDate): readonly FoundDate[] {
  const found = [...CHINESE_DATES, ...ENGLISH_DATES].flatMap((rule) =>
    [...text.matchAll(rule.pattern)].flatMap((match): FoundDate[] => {
      const meaning = rule.read(match.groups ?? {}, today);
      if (meaning === null) return [];
      const place = { text: match[0], start: match.index, end: match.index + match[0].length };
      return [meaning === "ambiguous" ? { ambiguous: true, ...place } : { date: meaning, ...place }];
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end || Number("ambiguous" in a) - Number("ambiguous" in b));
  const kept: FoundDate[] = [];
  for (const phrase of found) {
    if (phrase.start >= (kept.at(-1)?.end ?? 0)) kept.push(phrase);
  }
  return kept;
}
