// Steps on calendar dates that phrases need: the next such day, month ends, weekdays. All days are `YYYY-MM-DD`.
import { addDays, endOfMonth, type IsoDate, isIsoDate, weekdayOf } from "../../domain/calendar.ts";

/** What a phrase means: a day, or "ambiguous" where a person could mean more than one. */
export type DateMeaning = IsoDate | "ambiguous";

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: IsoDate): number {
  return Number(date.slice(8, 10));
}

/** The date, or "ambiguous" where the calendar has no such day (2月30日). */
export function dateOrAmbiguous(year: number, month: number, day: number): DateMeaning {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? date : "ambiguous";
}

/** Month `month + offset`, as year and month 1–12. */
export function shiftMonth(year: number, month: number, offset: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + offset;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The same day `count` months later, or the month's last day where it is shorter. */
export function addMonths(date: IsoDate, count: number): IsoDate {
  const target = shiftMonth(yearOf(date), monthOf(date), count);
  const last = endOfMonth(target.year, target.month);
  return dayOf(date) >= dayOf(last) ? last : `${last.slice(0, 8)}${date.slice(8)}`;
}

/**
 * A month and day without a year: this year's, or next year's once the month has passed. A day of this very month that has
 * passed is "ambiguous": a slip is likelier than a date nearly a year away.
 */
export function nextMonthDay(month: number, day: number, today: IsoDate): DateMeaning {
  // A month still ahead, or running: this year's day or none (29 February of a common year is a slip).
  if (month >= monthOf(today)) {
    const date = dateOrAmbiguous(yearOf(today), month, day);
    return date >= today ? date : "ambiguous";
  }
  return dateOrAmbiguous(yearOf(today) + 1, month, day);
}

/** The last day of a month without a year: this year's, or next year's once it has passed. */
export function nextMonthEnd(month: number, today: IsoDate): DateMeaning {
  if (month < 1 || month > 12) return "ambiguous";
  const end = endOfMonth(yearOf(today), month);
  return end >= today ? end : endOfMonth(yearOf(today) + 1, month);
}

/** Weekday 1–7 (Monday first) of the week `weeks` after this one. */
export function weekdayInWeek(today: IsoDate, weekday: number, weeks: number): IsoDate {
  return addDays(today, weekday - weekdayOf(today) + weeks * 7);
}

/** The first such weekday on or after today. */
export function nextWeekday(today: IsoDate, weekday: number): IsoDate {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}
