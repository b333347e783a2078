// Calendar dates and working days. A date is text `YYYY-MM-DD`, so that no time zone can move it by a day.
import { Temporal } from "temporal-polyfill";

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** The working days of the region, with the years that have an official holiday notice. */
export interface WorkingCalendar {
  isWorkingDay(date: IsoDate): boolean;
  /** False where the year has no official data yet and weekends are all that is known. */
  isOfficial(year: number): boolean;
  /** What the office's own calendar files hold that somebody should look at. */
  remarks?(today: IsoDate): readonly CalendarRemark[];
}

/**
 * One line of a calendar file. unreadable: passed over · repeated: says again what an earlier line says · contradicted: says
 * otherwise than an earlier line, and holds · past: changes a day gone by, and with it how overdue things are counted.
 */
export interface CalendarRemark {
  readonly file: string;
  readonly kind: "unreadable" | "repeated" | "contradicted" | "past";
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The earlier line. */
  readonly earlier?: number;
}

/** Half a year: how far ahead due dates and meetings are counted in working days. */
const LOOKED_AHEAD = 183;

/** The years from `from` to `to` (without it: the half-year from `from` on) of which only the weekends are known. */
export function yearsUnannounced(calendar: WorkingCalendar, from: IsoDate, to?: IsoDate): number[] {
  const first = yearOf(from);
  const last = yearOf(to ?? addDays(from, LOOKED_AHEAD));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return years.filter((year) => !calendar.isOfficial(year));
}

/** The last year that is announced without a gap from this year on; the year before where this one is not. */
export function announcedUntil(calendar: WorkingCalendar, today: IsoDate): number {
  const first = yearOf(today);
  let year = first;
  while (calendar.isOfficial(year) && year < first + 10) year += 1;
  return year - 1;
}

/** Days from `today` to the end of what is announced; 0 where this year is not. */
export function daysAnnounced(calendar: WorkingCalendar, today: IsoDate): number {
  const last = endOfMonth(announcedUntil(calendar, today), 12);
  return Math.max(0, daysBetween(today, last));
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

const DAY_MS = 86_400_000;

/** Plain arithmetic in UTC, which has no gaps: working days are counted day by day, many thousands in one plan. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 at the beginning of the day in UTC. Throws a `RangeError` for what is no date. */
function midnight(date: IsoDate): number {
  const instant = Date.parse(date);
  if (Number.isNaN(instant)) throw new RangeError(`no date: ${date}`);
  return instant;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  // 1 January 1970 was a Thursday.
  const days = midnight(date) / DAY_MS;
  return ((((days + 3) % 7) + 7) % 7) + 1;
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
