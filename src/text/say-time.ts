// Times of day on the office's clocks, in words.
import type { IsoDate } from "../domain/calendar.ts";
import { say, sayShortDate } from "./say.ts";

/** 09:05, or 12月2日 09:05 where it is not on `today`. `timeZone`: IANA name. */
export function sayTime(at: Date, timeZone: string, today: IsoDate): string {
  // Swedish writes 2026-12-02 09:05.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [date = "", time = ""] = format.format(at).split(" ");
  return date === today ? time : say("overview.time-on", { date: sayShortDate(date, today), time });
}
