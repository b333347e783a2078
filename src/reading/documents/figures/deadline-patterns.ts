// The table of deadline phrases: what each looks like, and the rule it gives. Earlier rows win: what they match, later ones do not see.
import { addDays, endOfMonth, type IsoDate, isIsoDate } from "../../../domain/calendar.ts";
import type { DeadlineKind } from "../../../domain/register/deadline.ts";
import { parseChineseNumber } from "../../chinese-number.ts";
import { addMonths } from "../../dates/date-arithmetic.ts";

/** What dates without a year count from. Both null where the document has neither date nor number. */
export interface YearContext {
  readonly date: IsoDate | null;
  readonly year: number | null;
}

interface Reading {
  readonly kind: DeadlineKind;
  readonly due: IsoDate | null;
  readonly everyMonths: number | null;
  readonly day: number | null;
  readonly month?: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

export interface DeadlinePattern {
  readonly pattern: RegExp;
  /** Null: not a deadline after all. `bare`: the text is a time column, where a date needs no 前 to be a deadline. */
  readonly read: (groups: Groups, context: YearContext, bare: boolean) => Reading | null;
}

const YEAR = "(?:(?<year>20\\d{2}) ?年|(?<named>今年|本年度?|当年|明年|次年|来年))";
const FROM = "(?<from>自|从|起于)?";
const TO = "(?<to>到|至|截至|截止到?|力争在?|确保在?|于|在)?";
const BEFORE =
  "(?<before>年?[底末]?(?:以前|之前|前|止)|年?[底末]|内)?(?=(?<done>完成|建成|实现|达到|建立|出台|印发|全面)?)";
const SOFT_NUMBER = "[\\d一二三四五六七八九十两]{1,3}";

/** 到“十四五”末 */
const PLAN_ENDS: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 };

export const DEADLINE_PATTERNS: readonly DeadlinePattern[] = [
  // 2021年5月1日至2022年4月30日 · 2021年5月至12月
  {
    pattern:
      /(?<first>20\d{2})年\d{1,2}月(?:\d{1,2}日|[底初末])?起?[至到—–~-]{1,2}(?:(?<year>20\d{2})年|(?<named>次年|翌年))?(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|底)?/g,
    read: (g, context) => dated("span", spanYear(g, context), g.month, g.day),
  },
  // 3月1日至31日 · 6月至9月 · 3—11月
  {
    pattern: /(?<!每年|[\d年.])(?<month>\d{1,2})月\d{1,2}日?起?[至到—–~-]{1,2}(?<day>\d{1,2})日/g,
    read: (g, context) => dated("span", yearOf(g, context, Number(g.month)), g.month, g.day),
  },
  {
    pattern:
      /(?<!每年|[\d年.])\d{1,2}月?(?:\d{1,2}日|[底初末])?起?[至到—–~-]{1,2}(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|底)?(?!\d)/g,
    read: (g, context) => dated("span", yearOf(g, context, Number(g.month)), g.month, g.day),
  },
  // 自印发之日起3个月内, from the document's date
  {
    pattern: new RegExp(
      `(?:印发|发布|公布|下发|出台)(?:之日|后)起?,?(?<count>${SOFT_NUMBER})(?<measure>年|个月|日|天)(?:之内|以内|内)`,
      "g",
    ),
    read: (g, context) => within(g, context),
  },
  // 2024—2026年
  {
    pattern: /20\d{2}年?[至到—–~-]{1,2}(?<year>20\d{2})年(?!\d)/g,
    read: (g, context) => dated("span", yearOf(g, context), "12", undefined),
  },
  // 每季度 · 每月28日前 · 每半年 · 每两年
  {
    pattern: /每个?月(?:(?<day>\d{1,2})日[前内]?)?|按月|月度/g,
    read: (g) => recurring(1, g.day),
  },
  { pattern: /每个?季度?(?:[首末底]|结束)?|按季度?|季度(?=报送|调度|通报|会商)/g, read: () => recurring(3) },
  { pattern: /每半年|半年一次|每年(?:不少于|至少)?[两2二]次(?=报送|通报|调度)/g, read: () => recurring(6) },
  // Every two years is longer than a rule can repeat, every week too often to be reminded of: the words are kept.
  { pattern: /每(?:隔)?[两2二三3]年(?!内)|每(?:周|星期|旬|日|天)(?!末)[一二三四五六日]?/g, read: () => UNKNOWN },
  // 每年6月底前 · 每年第一季度 · 每年上半年
  {
    pattern:
      /每学?年度?的?(?:\d{1,2}月[至到—–~-]{1,2})?(?<month>\d{1,2})月(?:份|(?<day>\d{1,2})日|底)?(?:以前|之前|前)?/g,
    read: (g) => yearly(Number(g.month), g.day),
  },
  {
    pattern: /每年度?的?(?:第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)[底末]?(?:以前|之前|前|内)?/g,
    read: (g) => yearly(g.half ? (g.half === "上" ? 6 : 12) : (parseChineseNumber(g.quarter ?? "") ?? 4) * 3),
  },
  // 每年 · 年培训5万人次 · 每学年
  {
    pattern:
      /每学?年度?(?:年?[底末]前?)?|年均|(?<=^|[,、到数模量额])年(?=培训|培养|输送|服务|新增|招生|接待|组织|开展|发放|完成|举办|受理|检查)/g,
    read: () => ({ kind: "annual", due: null, everyMonths: null, day: null }),
  },
  // 到“十四五”末
  {
    pattern: /“?(?<plan>十[三四五六]五)”?(?:规划)?(?:期?末|末期|收官)/g,
    read: (g) => dated("by", PLAN_ENDS[g.plan ?? ""] ?? null, "12", undefined),
  },
  // 2026年第三季度 · 上半年
  {
    pattern: new RegExp(`${TO}${YEAR}?第?(?<quarter>[一二三四1-4])季度[末底]?(?:之?前|内)?`, "g"),
    read: (g, context) => {
      const month = (parseChineseNumber(g.quarter ?? "") ?? 0) * 3;
      return dated("by", yearOf(g, context, month), String(month), undefined);
    },
  },
  {
    pattern: new RegExp(`${TO}${YEAR}?(?<half>[上下]半年)[末底]?(?:之?前|内)?`, "g"),
    read: (g, context) => {
      const month = g.half === "上半年" ? 6 : 12;
      return dated("by", yearOf(g, context, month), String(month), undefined);
    },
  },
  // 2026年10月底前 · 到2026年10月 · 今年6月30日前
  {
    pattern: new RegExp(
      `${FROM}${TO}${YEAR}(?<month>\\d{1,2}) ?月(?:(?<day>\\d{1,2}) ?日|(?<part>[上中]旬|下旬|初))?${BEFORE}(?<since>起|以来|印发|发布)?`,
      "g",
    ),
    read: (g, context, bare) => markedDate(g, context, bare),
  },
  // 到2025年 · 2025年底前 · 力争2026年建成
  {
    pattern: new RegExp(`${FROM}${TO}${YEAR}(?!\\d|度|来|级|版|修订)${BEFORE}(?<since>起|以来)?`, "g"),
    read: (g, context, bare) => markedDate({ ...g, month: "12" }, context, bare),
  },
  // 6月底前 · 12月20日前
  {
    pattern: new RegExp(
      `${TO}(?<![\\d年.])(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日|(?<part>[上中]旬|下旬|初))?${BEFORE}(?<since>起|以来)?`,
      "g",
    ),
    read: (g, context, bare) => markedDate(g, context, bare),
  },
  // 年底前 · 年内 · 全年
  {
    pattern: /全年(?!龄)|(?<![\d一二三四五六七八九十两每多近])(?:今|本|当)?年?(?:年底|年末|年内|年度内)(?:之?前)?/g,
    read: (_, context) => dated("by", context.year, "12", undefined),
  },
  // 5年内, from the document's date; not 聘用之日起3年内, 近三年
  {
    pattern: new RegExp(
      `(?<past>近|过去|最近|起|后|满|前)?(?<count>${SOFT_NUMBER})(?<measure>年|个月)(?:之内|以内|内|时间)`,
      "g",
    ),
    read: (g, context) => (g.past === undefined ? within(g, context) : null),
  },
];

/** In a time column only: 2026-12-31, 2026.12. */
export const FIELD_PATTERNS: readonly DeadlinePattern[] = [
  {
    pattern: /(?<year>20\d{2})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?/g,
    read: (g, context) => dated("by", yearOf(g, context), g.month, g.day),
  },
  { pattern: /^年度$/g, read: (_, context) => dated("by", context.year, "12", undefined) },
];

/** Words for tasks without an end or a date; the meeting is their clock. */
export const STANDING = /长期坚持|长期推进|持续推进|持续实施|常态化(?:推进|开展)?|(?<!不)定期/;
export const STANDING_FIELD = /长期(?:坚持|推进|实施)?|持续(?:推进|实施|开展)?|常态化?(?:推进|开展)?|定期/;

/** A deadline whose year nobody can tell: its words are kept, no date is made up. */
const UNKNOWN: Reading = { kind: "undated", due: null, everyMonths: null, day: null };

function markedDate(groups: Groups, context: YearContext, bare: boolean): Reading | null {
  if (groups.from !== undefined || groups.since !== undefined) return null;
  const toward = groups.to !== undefined && groups.to !== "于" && groups.to !== "在";
  if (!bare && !toward && groups.before === undefined && groups.done === undefined) return null;
  const month = Number(groups.month);
  const day = groups.day ?? { 上旬: "10", 初: "10", 中旬: "20" }[groups.part ?? ""];
  return dated("by", yearOf(groups, context, month), groups.month, day);
}

function dated(
  kind: "by" | "span",
  year: number | null,
  month: string | undefined,
  day: string | undefined,
): Reading | null {
  if (year === null) return UNKNOWN;
  const number = Number(month);
  if (!(number >= 1 && number <= 12)) return null;
  const due =
    day === undefined ? endOfMonth(year, number) : `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(due) ? { kind, due, everyMonths: null, day: null } : null;
}

/** So long after the document's date. */
function within(groups: Groups, { date }: YearContext): Reading | null {
  const count = parseChineseNumber(groups.count ?? "");
  if (count === null) return null;
  if (date === null) return UNKNOWN;
  const { measure } = groups;
  const due =
    measure === "日" || measure === "天" ? addDays(date, count) : addMonths(date, count * (measure === "年" ? 12 : 1));
  return { ...UNKNOWN, kind: "by", due };
}

function yearly(month: number, day?: string): Reading | null {
  if (!(month >= 1 && month <= 12)) return null;
  return { kind: "annual", due: null, everyMonths: null, day: day === undefined ? null : Number(day), month };
}

function spanYear({ first, year, named }: Groups, context: YearContext): number | null {
  if (first === undefined) return yearOf({ year, named }, context);
  return year === undefined ? Number(first) + (named === undefined ? 0 : 1) : Number(year);
}

function recurring(everyMonths: number, day?: string): Reading {
  return { kind: "recurring", due: null, everyMonths, day: day === undefined ? null : Number(day) };
}

/** The year written; else the first one in which the month is not over when the document is issued. */
function yearOf(groups: Groups, context: YearContext, month = 12): number | null {
  if (groups.year !== undefined) return Number(groups.year);
  if (context.year === null) return null;
  if (groups.named !== undefined) return context.year + (/明|次|来/.test(groups.named) ? 1 : 0);
  const isOver = context.date !== null && month < Number(context.date.slice(5, 7));
  return isOver ? context.year + 1 : context.year;
}
