// Statutory working days of mainland China: `chinese-days` for the announced years, the office's own file on top of it.
import chineseDays from "chinese-days";
import { addDays, type IsoDate, type WorkingCalendar, weekdayOf } from "../../domain/calendar.ts";
import { readDayLines } from "./day-lines.ts";

/** The office's own file: holidays and make-up workdays that are not announced yet, or are local. */
export const OVERRIDES_FILE = "calendar.txt";

/** Working days in the Spring Festival week that every notice since 2004 has given. */
const FESTIVAL_DAYS = 3;

/**
 * Working days with holidays (休) and make-up workdays (班).
 *
 * The State Council announces the holidays of a year at the end of the one before; until then nothing but weekends is
 * known. A year counts as official when both the National Day (1 October) and the days of the Spring Festival, which moves
 * between 20 January and 28 February, are known to be off: a stray day that the notice of a neighbouring year brings, or a
 * single line of the own file, makes no year official.
 *
 * @param overrides text of the office's own calendar file: lines `2027-02-06 休`, `2027-02-14 班`; it wins over the announced days.
 * @throws Refusal "calendar-file-unreadable"
 */
export function createChineseCalendar(overrides = ""): WorkingCalendar {
  const own = readDayLines(overrides, { file: OVERRIDES_FILE, readKind: restOrWork });
  const known = remembered((date) => own.days.get(date) ?? announcedDay(date));
  const official = new Map<number, boolean>();
  const isOff = (date: IsoDate) => known(date) === false;
  return {
    isWorkingDay: (date) => known(date) ?? weekdayOf(date) <= 5,
    isOfficial(year) {
      const answer = official.get(year) ?? (isOff(`${year}-10-01`) && springFestivalIsKnown(year, isOff));
      official.set(year, answer);
      return answer;
    },
    remarks: own.remarks,
  };
}

function restOrWork(words: string): boolean | null {
  if (words === "班") return true;
  return words === "休" ? false : null;
}

function springFestivalIsKnown(year: number, isOff: (date: IsoDate) => boolean): boolean {
  let count = 0;
  for (let day = `${year}-01-20`; day <= `${year}-02-28`; day = addDays(day, 1)) {
    if (isOff(day) && weekdayOf(day) <= 5) count += 1;
  }
  return count >= FESTIVAL_DAYS;
}

/** Every day is asked for many times in one plan. */
function remembered(ask: (date: IsoDate) => boolean | null): (date: IsoDate) => boolean | null {
  const answers = new Map<IsoDate, boolean | null>();
  return (date) => {
    const known = answers.get(date);
    if (known !== undefined) return known;
    const answer = ask(date);
    answers.set(date, answer);
    return answer;
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
