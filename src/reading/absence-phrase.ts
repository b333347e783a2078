// 「11月25日至12月3日 由 @某人 代理」 → first and last day, and who stands in. What cannot be read whole is not read at all.
import type { IsoDate } from "../domain/calendar.ts";
import { type FoundDate, findDatePhrases } from "./date-phrase.ts";
import { normalise } from "./script.ts";

export interface AbsencePhrase {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** A mention, `@name` or a name, as written; null = nobody is named. */
  readonly person: string | null;
}

/** A mention, with the words around it that make it a substitute. A name without @ needs those words. */
const PERSON =
  /(?:由|请|by|substitutes?|代理人?)?[\s:：]*(?<at><@[UW][A-Z0-9]+(?:\|[^>]*)?>|[@＠][^\s，,。；;@＠]+?(?=代理|代办|代为|[\s，,。；;]|$))\s*(?:代理|代办|代为处理)?|(?:由|by\s)\s*(?<name>[^\s，,。；;由]+?)\s*(?:代理|代办|代为处理|$)/i;

/** What may stand between and around the dates. */
const FILLERS = /从|自|即日起|今天?起|起|至|到|止|期间|请假|休假|出差|from|until|till|to|through|[-~—–－\s,，。；;、]/g;

/** Null where the words are no dates, or leave something unread. `today`: what 明天 or a day without a year is. */
export function readAbsence(text: string, today: IsoDate): AbsencePhrase | null {
  const { at, name } = PERSON.exec(text)?.groups ?? {};
  const person = at ?? name ?? null;
  const words = normalise(text.replace(PERSON, " "))
    .toLowerCase()
    .replace(/(?<=[日号\d])\s*[-~—–－]+\s*(?=\d{1,2}[日号])/g, "至");
  const found = findDatePhrases(words, today);
  const rest = found.reduceRight((left, one) => left.slice(0, one.start) + left.slice(one.end), words);
  if (rest.replace(FILLERS, "") !== "") return null;
  const days = daysOf(found, words, today);
  return days && { ...days, person };
}

function daysOf(found: readonly FoundDate[], text: string, today: IsoDate): { from: IsoDate; to: IsoDate } | null {
  const dates = found.map((one) => ("date" in one ? one.date : null));
  const [first, second] = dates;
  if (first == null || dates.length > 2 || second === null) return null;
  if (second !== undefined) return { from: first, to: second };
  const before = text.slice(0, found[0]?.start);
  const phrase = found[0]?.text ?? "";
  if (/(?:至|到|until|till|to)\s*$/.test(before) || /^[至到]|前$/.test(phrase)) return { from: today, to: first };
  // 「从11月25日起」 has no end.
  return /起/.test(text) ? null : { from: first, to: first };
}
