// Statutory working days of mainland China: `chinese-days` for the announced years, the office's own file on top of it.
import chineseDays from "chinese-days";
import { type IsoDate, type WorkingCalendar, weekdayOf } from "../../domain/calendar.ts";
import { parseCalendarOverrides } from "./overrides.ts";

/**
 * Working days with holidays (休) and make-up workdays (班).
 *
 * The State Council announces the holidays of a year at the end of the one before; until then nothing but weekends is
 * known. A year counts as official when 1 October, a statutory holiday in every year, is known to be one.
 *
 * @param overrides text of the office's own calendar file, see `parseCalendarOverrides`; it wins over the announced days.
 * @throws Refusal "calendar-line-invalid"
 */
export function createChineseCalendar(overrides?: string): WorkingCalendar {
  const own = parseCalendarOverrides(overrides ?? "");
  return {
    isWorkingDay: (date) => own.get(date) ?? announcedDay(date) ?? weekdayOf(date) <= 5,
    isOfficial(year) {
      const nationalDay = `${year}-10-01`;
      return (own.get(nationalDay) ?? announcedDay(nationalDay)) === false;
    },
  };
}

/**
 * True = make-up workday, false = holiday, null = nothing announced. The library names an announced day
 * "English,中文,days" and every other by its weekday; that weekday is a day off west of Greenwich, so it is not used.
 */
function announcedDay(date: IsoDate): boolean | null {
  const { name, work } = chineseDays.getDayDetail(date);
  return name.includes(",") ? work : null;
}
