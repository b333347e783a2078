// The date grammar for simple English: by Dec 20, next Friday, end of the month. Text is lower case here.
import { addDays, endOfMonth } from "../../domain/calendar.ts";
import {
  addMonths,
  type DateMeaning,
  dateOrAmbiguous,
  monthOf,
  nextMonthDay,
  nextMonthEnd,
  nextWeekday,
  shiftMonth,
  weekdayInWeek,
  yearOf,
} from "./date-arithmetic.ts";
import type { DateGroups, DateRule } from "./date-rule.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const MONTH =
  "\\b(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b";

const monthNumber = (groups: DateGroups): number => MONTHS.indexOf((groups.month ?? "").slice(0, 3)) + 1;

function readMonthDay(groups: DateGroups, today: string): DateMeaning {
  const day = Number(groups.day);
  return groups.year === undefined
    ? nextMonthDay(monthNumber(groups), day, today)
    : dateOrAmbiguous(Number(groups.year), monthNumber(groups), day);
}

/** end of (the | this | next) week, month, quarter, year. */
function readEnd(groups: DateGroups, today: string): DateMeaning {
  const offset = groups.which === "next" ? 1 : 0;
  if (groups.span === "week") return weekdayInWeek(today, 7, offset);
  if (groups.span === "year") return endOfMonth(yearOf(today) + offset, 12);
  const month = groups.span === "quarter" ? Math.ceil(monthOf(today) / 3) * 3 : monthOf(today);
  const end = shiftMonth(yearOf(today), month, groups.span === "quarter" ? offset * 3 : offset);
  return endOfMonth(end.year, end.month);
}

function readDistance(groups: DateGroups, today: string): DateMeaning {
  const count = COUNTS[groups.count ?? ""] ?? Number(groups.count);
  if (groups.unit?.startsWith("day")) return addDays(today, count);
  if (groups.unit?.startsWith("week")) return addDays(today, count * 7);
  return addMonths(today, count);
}

export const ENGLISH_DATES: readonly DateRule[] = [
  { pattern: new RegExp(`${MONTH} ${DAY}(?:,? (?<year>\\d{4}))?`, "g"), read: readMonthDay },
  { pattern: new RegExp(`\\b${DAY} (?:of )?${MONTH}(?:,? (?<year>\\d{4}))?`, "g"), read: readMonthDay },
  {
    pattern: new RegExp(`\\bend of ${MONTH}(?: (?<year>\\d{4}))?`, "g"),
    read: (groups, today) =>
      groups.year === undefined
        ? nextMonthEnd(monthNumber(groups), today)
        : endOfMonth(Number(groups.year), monthNumber(groups)),
  },
  { pattern: /\bend of (?:the |this |(?<which>next) )?(?<span>week|month|quarter|year)\b/g, read: readEnd },
  { pattern: /\b(?<span>month|quarter|year)[- ]end\b/g, read: readEnd },
  {
    pattern: /\b(?:(?<which>next|this|coming) )?(?<weekday>mon|tues?|wednes|thurs?|fri|satur|sun)day\b/g,
    read: (groups, today) => {
      const weekday = WEEKDAYS.indexOf((groups.weekday ?? "").slice(0, 3)) + 1;
      return groups.which === "next" ? weekdayInWeek(today, weekday, 1) : nextWeekday(today, weekday);
    },
  },
  { pattern: /\bday after tomorrow\b/g, read: (_groups, today) => addDays(today, 2) },
  { pattern: /\btomorrow\b/g, read: (_groups, today) => addDays(today, 1) },
  { pattern: /\btoday\b/g, read: (_groups, today) => today },
  {
    pattern: /\b(?:in|within) (?<count>\d{1,3}|an?|one|two|three|four|five|six) (?<unit>days?|weeks?|months?)\b/g,
    read: readDistance,
  },
  { pattern: /\b(?:in|within) \w{1,8} (?:working|business) days?\b/g, read: () => "ambiguous" },
  { pattern: /\bnext (?:week|month|quarter|year)\b/g, read: () => "ambiguous" },
];
