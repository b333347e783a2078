// The office's own calendar file: holidays and make-up workdays that are not announced yet, or are local.
import { type IsoDate, isIsoDate } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";

/**
 * Reads lines like `2027-02-06 休` and `2027-02-14 班`; `#` starts a comment. True = working day. A later line wins.
 * @throws Refusal "calendar-line-invalid" with the number of the line, from 1, and its text.
 */
export function parseCalendarOverrides(text: string): ReadonlyMap<IsoDate, boolean> {
  const days = new Map<IsoDate, boolean>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const entry = line.replace(/#.*$/, "").trim();
    if (entry === "") continue;
    const [, date = "", kind] = /^(\S+)\s+(休|班)$/.exec(entry) ?? [];
    if (!isIsoDate(date))
      throw new Refusal("calendar-line-invalid", { line: index + 1, text: line.trim().slice(0, 80) });
    days.set(date, kind === "班");
  }
  return days;
}
