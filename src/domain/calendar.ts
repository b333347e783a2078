// Calendar dates and working days. A date is text `YYYY-MM-DD`, so that no time zone can move it by a day.
import { Temporal } from "temporal-polyfill";

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** The working days of the region, with the years that have an official holiday notice. */
export interface WorkingCalendar {
  isWorkingDay(date: IsoDate): boolean;
  /** False where the year has no official data yet and weekends are all that is known. */
  isOfficial(year: number): boolean;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

/** The last day of a month, for `2022年10月底`. `month` is 1–12. */
export function endOfMonth(year: number, month: number): IsoDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth }).toString();
}

/** `date` itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** Moves `count` working days from `date` (negative: back), starting at the last working day on or before it. */
export function addWorkingDays(date: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  let day = workingDayOnOrBefore(date, calendar);
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. 0 on the same day. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  const [start, end, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count === 0 ? 0 : sign * count;
}
