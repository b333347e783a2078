// The date grammar for Simplified Chinese (Traditional text is converted before it comes here), as a table of rules.
import { addDays, endOfMonth, type IsoDate } from "../../domain/calendar.ts";
import {
  addMonths,
  type DateMeaning,
  dateOrAmbiguous,
  dayOf,
  monthOf,
  nextMonthDay,
  nextMonthEnd,
  nextWeekday,
  shiftMonth,
  weekdayInWeek,
  yearOf,
} from "./date-arithmetic.ts";
import { BEFORE, type DateGroups, type DateRule, NUMBER, namedYear, numberOf, offsetOf, YEAR } from "./date-rule.ts";

const MONTH = `(?:(?<![每\\d])(?<month>${NUMBER})月份?|(?<relativeMonth>本|这个?|当|下下?个?|次|上个?)月)`;
const WEEKDAYS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7 };
const DAY_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  昨天: -1,
  昨日: -1,
  前天: -2,
};

/** 年底, 6月底, 第三季度 without a year: this period's end, or the next one's once it has passed. */
function yearlyEnd(month: number, groups: DateGroups, today: IsoDate): DateMeaning {
  const year = namedYear(groups, today);
  return year === null ? nextMonthEnd(month, today) : endOfMonth(year, month);
}

function relativeMonth(groups: DateGroups, today: IsoDate): { year: number; month: number } {
  const shifted = shiftMonth(yearOf(today), monthOf(today), offsetOf(groups.relativeMonth ?? ""));
  return { year: namedYear(groups, today) ?? shifted.year, month: shifted.month };
}

/** 12月20日, 明年3月5日, 下月15号. */
function readMonthDay(groups: DateGroups, today: IsoDate): DateMeaning {
  const day = numberOf(groups.day);
  if (groups.month === undefined) {
    const { year, month } = relativeMonth(groups, today);
    return dateOrAmbiguous(year, month, day);
  }
  const year = namedYear(groups, today);
  const month = numberOf(groups.month);
  return year === null ? nextMonthDay(month, day, today) : dateOrAmbiguous(year, month, day);
}

/** 6月底, 下月底, 12月内, 12月中旬; 月初 and a bare month leave open which day is meant. */
function readMonthPart(groups: DateGroups, today: IsoDate): DateMeaning {
  const part = groups.part ?? "";
  const days: Readonly<Record<string, number>> = { 中: 15, 上旬: 10, 中旬: 20 };
  const day = days[part];
  if (day !== undefined) return readMonthDay({ ...groups, day: String(day) }, today);
  if (!/^(底|末|内|下旬)$/.test(part)) return "ambiguous";
  if (groups.month === undefined) {
    const { year, month } = relativeMonth(groups, today);
    return endOfMonth(year, month);
  }
  const month = numberOf(groups.month);
  return month >= 1 && month <= 12 ? yearlyEnd(month, groups, today) : "ambiguous";
}

/** 20日, 20号前: the next such day. Without 前 a day that has passed may mean the past one. */
function readDay(groups: DateGroups, today: IsoDate): DateMeaning | null {
  const day = numberOf(groups.day);
  if (!(day >= 1 && day <= 31)) return null;
  if (day >= dayOf(today)) return dateOrAmbiguous(yearOf(today), monthOf(today), day);
  if (groups.ahead === undefined && groups.limit === undefined) return "ambiguous";
  const next = shiftMonth(yearOf(today), monthOf(today), 1);
  return dateOrAmbiguous(next.year, next.month, day);
}

/** 3天后, 两周内, 半年后. Working days need the office's calendar, which a reader does not have. */
function readDistance(groups: DateGroups, today: IsoDate): DateMeaning | null {
  const unit = groups.unit ?? "";
  if (groups.half !== undefined) {
    if (unit === "年") return addMonths(today, 6);
    return unit === "月" ? addDays(today, 15) : null;
  }
  const count = numberOf(groups.count);
  if (unit === "工作日") return "ambiguous";
  if (unit === "天" || unit === "日") return addDays(today, count);
  if (unit === "月") return addMonths(today, count);
  if (unit === "季度") return addMonths(today, count * 3);
  return unit === "年" ? addMonths(today, count * 12) : addDays(today, count * 7);
}

function readQuarter(groups: DateGroups, today: IsoDate): DateMeaning | null {
  if (groups.relativeQuarter !== undefined) {
    const quarter = Math.ceil(monthOf(today) / 3) * 3;
    const { year, month } = shiftMonth(yearOf(today), quarter, offsetOf(groups.relativeQuarter) * 3);
    return endOfMonth(year, month);
  }
  return yearlyEnd(numberOf(groups.quarter) * 3, groups, today);
}

function readWeekday(groups: DateGroups, today: IsoDate): DateMeaning {
  const weekday = WEEKDAYS[groups.weekday ?? ""] ?? 7;
  return groups.week === undefined ? nextWeekday(today, weekday) : weekdayInWeek(today, weekday, offsetOf(groups.week));
}

const ambiguous = (): DateMeaning => "ambiguous";
const isoLike = (groups: DateGroups): DateMeaning =>
  dateOrAmbiguous(numberOf(groups.y1) * 100 + numberOf(groups.y2), numberOf(groups.month), numberOf(groups.day));

export const CHINESE_DATES: readonly DateRule[] = [
  // 2026-12-20, 2026/12/20, 2026.12.20
  {
    pattern: /(?<!\d)(?<y1>\d{2})(?<y2>\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)(?:日?(?:之前|以前|前))?/g,
    read: isoLike,
  },
  // 12/20 — but not 9/12家, which is a count
  {
    pattern:
      /(?<![\d/.]|完成|完成了|已报|已)(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d/%.]|\s*[个家所人项户场班次位名])(?:之前|以前|前)?/g,
    read: (groups, today) => {
      const month = numberOf(groups.month);
      return month >= 1 && month <= 12 ? nextMonthDay(month, numberOf(groups.day), today) : null;
    },
  },
  // 12.20日, 到12-20
  {
    pattern:
      /(?<![\d/.-])(?:(?<=[到至])(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)日?|(?<month>\d{1,2})[.-](?<day>\d{1,2})[日号])(?:之前|以前|前)?/g,
    read: (groups, today) => nextMonthDay(numberOf(groups.month), numberOf(groups.day), today),
  },
  { pattern: new RegExp(`${YEAR}?${MONTH}的?(?<day>${NUMBER})(?:日|号)${BEFORE}`, "g"), read: readMonthDay },
  {
    pattern: new RegExp(`${YEAR}?(?:的)?${MONTH}(?<part>底|末|以?内|上旬|中旬|下旬|中(?!旬)|初)${BEFORE}`, "g"),
    read: (groups, today) => readMonthPart({ ...groups, part: groups.part?.replace("以内", "内") }, today),
  },
  // 2026年12月, 下个月: which day is not said
  { pattern: new RegExp(`${YEAR}?${MONTH}(?:之前|以前|前|之后|以后|后)?`, "g"), read: ambiguous },
  // 月底, 月中
  {
    pattern: new RegExp(`(?<![\\d一二三四五六七八九十个本这当下次上每半])月(?<part>底|末|内|中|初)${BEFORE}`, "g"),
    read: (groups, today) => {
      const date = readMonthPart({ ...groups, relativeMonth: "本" }, today);
      return date < today ? "ambiguous" : date;
    },
  },
  { pattern: new RegExp(`${YEAR}?(?:上半年)(?:底|末|内)?${BEFORE}`, "g"), read: (g, today) => yearlyEnd(6, g, today) },
  { pattern: new RegExp(`${YEAR}?(?:下半年)(?:底|末|内)?${BEFORE}`, "g"), read: (g, today) => yearlyEnd(12, g, today) },
  {
    pattern: new RegExp(
      `${YEAR}?(?:第?(?<quarter>[一二三四1-4])季度?|(?<relativeQuarter>本|这个?|当|下个?|上个?)季度|[qQ](?<quarter>[1-4]))(?:结束|底|末|内)?${BEFORE}`,
      "g",
    ),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`(?<![一二三四本这个当下上每\\d])季度?(?:底|末|内)${BEFORE}`, "g"),
    read: (groups, today) => readQuarter({ ...groups, relativeQuarter: "本" }, today),
  },
  // 2027年底, 明年年底, 年内, 年中
  {
    pattern: new RegExp(`${YEAR}?(?:年(?:底|末|终|内)|岁末)${BEFORE}`, "g"),
    read: (groups, today) => yearlyEnd(12, groups, today),
  },
  {
    pattern: new RegExp(`${YEAR}(?:底|末|终|以?内)${BEFORE}`, "g"),
    read: (groups, today) => yearlyEnd(12, groups, today),
  },
  {
    pattern: new RegExp(`(?:${YEAR}|(?<=^|[^\\d今本当明后去每全半])年)(?:年?中)${BEFORE}`, "g"),
    read: (groups, today) => {
      const year = namedYear(groups, today);
      if (year !== null) return endOfMonth(year, 6);
      return monthOf(today) <= 6 ? endOfMonth(yearOf(today), 6) : "ambiguous";
    },
  },
  // 到2027年 means by its end
  { pattern: /(?<=[到至])(?<year>\d{4})年(?!\d|[前初中底末内上下第])/g, read: (g, today) => yearlyEnd(12, g, today) },
  { pattern: new RegExp(`${YEAR}(?:初|以?前|以?后)?`, "g"), read: ambiguous },
  {
    pattern: new RegExp(
      `(?<word>${Object.keys(DAY_WORDS)
        .sort((a, b) => b.length - a.length)
        .join("|")})${BEFORE}`,
      "g",
    ),
    read: (groups, today) => addDays(today, DAY_WORDS[groups.word ?? ""] ?? 0),
  },
  {
    pattern: new RegExp(
      `(?<week>本|这一?个?|下下?一?个?|上一?个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末])(?!期)${BEFORE}`,
      "g",
    ),
    read: readWeekday,
  },
  {
    pattern: new RegExp(`(?<week>本|这一?个?|下下?一?个?)(?:周|星期|礼拜)(?:之内|以内|内|底)${BEFORE}`, "g"),
    read: readWeekday,
  },
  { pattern: /(?:下下?一?个?)(?:周|星期|礼拜)/g, read: ambiguous },
  {
    pattern: new RegExp(
      `(?:(?<count>${NUMBER})个?(?<unit>天|日|周|星期|礼拜|工作日|年|季度)|(?<count>${NUMBER})个(?<unit>月)|(?<half>半)个?(?<unit>月|年))(?:之后|以后|后|之内|以内|内)`,
      "g",
    ),
    read: readDistance,
  },
  {
    pattern: new RegExp(
      `(?<ahead>[到至])?(?<![第\\d一二三四五六七八九十月/.-])(?<day>${NUMBER})(?:日|号)(?!事项|任务|工作|文|令|楼|线|项|条|[:：、]|[内后])(?<limit>之前|以前|前)?`,
      "g",
    ),
    read: readDay,
  },
  {
    pattern: /(?:元旦|春节|清明|五一|端午|中秋|国庆|暑假|寒假|开学)节?(?:假期)?(?:之?前|以前|之?后|期间)/g,
    read: ambiguous,
  },
];
