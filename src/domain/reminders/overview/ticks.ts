// Which working days passed without a tick, and when the next one is.
import { addDays, type IsoDate, type WorkingCalendar } from "../../calendar.ts";

/** More than two weeks back nobody can do anything about it. */
const LOOKED_BACK = 14;

/**
 * Working days before `today` on which nothing was planned, the newest first. `first`: the day of the first tick there ever was;
 * a bot that was not there yet missed nothing.
 */
export function missedDays(input: {
  planned: ReadonlySet<IsoDate>;
  first: IsoDate | null;
  today: IsoDate;
  calendar: WorkingCalendar;
}): IsoDate[] {
  const { planned, first, today, calendar } = input;
  if (first === null) return [];
  const days = Array.from({ length: LOOKED_BACK }, (_, i) => addDays(today, -1 - i));
  return days.filter((day) => day >= first && calendar.isWorkingDay(day) && !planned.has(day));
}

/** The working day of the next tick: today where it has not run and its time has not passed. */
export function nextTickDay(input: { today: IsoDate; ranToday: boolean; calendar: WorkingCalendar }): IsoDate {
  const { today, ranToday, calendar } = input;
  let day = ranToday ? addDays(today, 1) : today;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
