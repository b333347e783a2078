// Working days counted from one day to many others: each day of the calendar is looked at once, however many ask.
import { addDays, type IsoDate, type WorkingCalendar } from "./calendar.ts";

/**
 * `workingDaysBetween(from, date, calendar)` as a function of the date: positive ahead, negative behind. Days once counted
 * are remembered, so that a plan of 100,000 due dates counts its calendar once.
 */
export function workingDaysFrom(from: IsoDate, calendar: WorkingCalendar): (date: IsoDate) => number {
  const known = new Map<IsoDate, number>([[from, 0]]);
  let last = from;
  let first = from;
  return (date) => {
    while (last < date) {
      const next = addDays(last, 1);
      known.set(next, (known.get(last) ?? 0) + (calendar.isWorkingDay(next) ? 1 : 0));
      last = next;
    }
    while (first > date) {
      const before = addDays(first, -1);
      known.set(before, (known.get(first) ?? 0) - (calendar.isWorkingDay(first) ? 1 : 0));
      first = before;
    }
    return known.get(date) ?? 0;
  };
}
