// What a reply says that cannot be: more than all of it, more time until a day gone by. It is refused, not asked back.
import { addDays, type IsoDate } from "../../domain/calendar.ts";
import { findDatePhrases } from "../date-phrase.ts";
import { normalise } from "../script.ts";
import { mayBePast, prepareReply } from "./reply-text.ts";
import { EXTEND } from "./requests.ts";

export type Impossible =
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "past-extension"; readonly date: IsoDate };

const PROGRESS_PERCENT = /(?:完成|进度|进展|推进|办结)[^,。;%\d]{0,6}(?<percent>\d{3,6}(?:\.\d{1,3})?)\s*%/;

/** Null where everything said can be. 就业率120% is somebody else's figure and is left alone. */
export function readImpossible(text: string, today: IsoDate): Impossible | null {
  const percent = Number(PROGRESS_PERCENT.exec(normalise(text))?.groups?.percent ?? 0);
  if (percent > 100) return { kind: "percent", percent };
  const reply = prepareReply(text, today);
  const ask = reply.plain.search(EXTEND);
  const [only, ...others] = reply.dates;
  if (ask === -1 || !only || others.length > 0) return null;
  const certain = "date" in only && !mayBePast(only, today) ? only.date : null;
  const date = certain ?? asOfThisYear(reply.plain.slice(ask, only.end), only.text, today);
  return date !== null && date <= today ? { kind: "past-extension", date } : null;
}

/** A day that has just gone by was hardly meant of the next year; one long past was: 延期到6月30日 said in December. */
const JUST_PAST_DAYS = 90;

/** 延期到11月20日 said on 30 November: which year is open, but whoever means the next one writes it. */
function asOfThisYear(asked: string, day: string, today: IsoDate): IsoDate | null {
  if (!/^[^,。;!?\d]{0,8}[到至][^,。;!?\d]{0,2}\d/.test(asked)) return null;
  const [found] = findDatePhrases(`${today.slice(0, 4)}年${day}`, today);
  return found && "date" in found && found.date > addDays(today, -JUST_PAST_DAYS) ? found.date : null;
}
