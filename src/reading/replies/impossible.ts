// What a reply says that cannot be: more than all of it, more time until a day gone by. It is refused, not asked back.
import type { IsoDate } from "../../domain/calendar.ts";
import { normalise } from "../script.ts";
import { prepareReply } from "./reply-text.ts";
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
  if (ask === -1 || !only || others.length > 0 || !("date" in only) || only.date > today) return null;
  return { kind: "past-extension", date: only.date };
}
