// The trial clock of the local workspace. What was said on a date that is put back stays said, which must be told.
import { daysBetween, type IsoDate } from "../../../domain/calendar.ts";
import { say, sayDate } from "../../../text/say.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

/** `before`: the date it stood on until now. */
export function renderClock(to: IsoDate, before: IsoDate): SlackMessage {
  const date = sayDate(to, null);
  const skipped = daysBetween(before, to) - 1;
  if (skipped < -1) return sentence(say("overview.clock-back", { date }));
  if (skipped > 0) return sentence(say("overview.clock-jump", { date, days: skipped }));
  return sentence(say("answers.clock", { date }));
}
