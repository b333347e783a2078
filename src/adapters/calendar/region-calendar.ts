// Working days of another region: a plain list of its days off, and which days its weekend is.
import { type IsoDate, type WorkingCalendar, weekdayOf } from "../../domain/calendar.ts";
import { OVERRIDES_FILE } from "./chinese-calendar.ts";
import { readDayLines } from "./day-lines.ts";

/** 1 = Monday … 7 = Sunday. */
const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 },
};

const SATURDAY_AND_SUNDAY = [6, 7];

/**
 * `2027-12-25 圣诞节` is a day off (the name may be left out), `2027-12-18 班` a working day; `周末 周六 周日` or
 * `weekend fri sat` says which days the weekend is (without it Saturday and Sunday), `周末 无` that there is none. A year is
 * official when the list has a day off in it.
 *
 * @param list text of the list · `file`: its name · `overrides`: as in `createChineseCalendar`
 * @throws Refusal "calendar-file-unreadable"
 */
export function createRegionCalendar(list: string, file: string, overrides = ""): WorkingCalendar {
  let weekend: readonly number[] = SATURDAY_AND_SUNDAY;
  const listed = readDayLines(list, {
    file,
    readKind: (words) => /班|work/i.test(words),
    readOther(entry) {
      const days = readWeekend(entry);
      weekend = days ?? weekend;
      return days !== null;
    },
  });
  const own = readDayLines(overrides, {
    file: OVERRIDES_FILE,
    readKind: (words) => (words === "班" || words === "休" ? words === "班" : null),
  });
  const years = new Set([...listed.days].flatMap(([date, working]) => (working ? [] : [yearOf(date)])));
  return {
    isWorkingDay: (date) => own.days.get(date) ?? listed.days.get(date) ?? !weekend.includes(weekdayOf(date)),
    isOfficial: (year) => years.has(year),
    // Days gone by belong into a list of holidays; only what somebody added by hand is told.
    remarks: (today) => [...listed.remarks(today).filter(({ kind }) => kind !== "past"), ...own.remarks(today)],
  };
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

function readWeekend(entry: string): number[] | null {
  const words = entry.toLowerCase().split(/[\s:：、,，]+/);
  const [head, ...named] = words.filter((word) => word !== "");
  if (head !== "周末" && head !== "weekend") return null;
  if (named.length === 1 && (named[0] === "无" || named[0] === "none")) return [];
  const days = named.map((word) => WEEKDAYS[word.replace(/^(?:周|星期)/, "").slice(0, 3)]);
  // A week needs a working day: a list without any would be searched for one for ever.
  return days.length > 0 && days.length < 7 && days.every((day) => day !== undefined) ? days : null;
}
