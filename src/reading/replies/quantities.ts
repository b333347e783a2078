// Quantities a reply reports: 2.1万人, 156个, 4200人次, 300万元. Percents, dates, task numbers, targets and shortfalls are none.
import type { Quantity } from "../../domain/status/status.ts";
import { NUMBER_SOURCE, parseChineseNumber } from "../chinese-number.ts";
import { LIMIT } from "./reply-text.ts";

/** Counters met in targets and reports. Longest first, so that 人次 is not read as 人. */
const UNITS = [
  "人次",
  "场次",
  "平方米",
  "公里",
  "课时",
  "人",
  "名",
  "位",
  "个",
  "所",
  "家",
  "场",
  "次",
  "户",
  "班",
  "项",
  "元",
  "台",
  "套",
  "座",
  "处",
  "件",
  "份",
  "条",
  "亩",
  "门",
  "对",
  "批",
  "篇",
  "间",
  "门",
  "张",
];
/** One counter for the same thing, so that a report can be set against a target. */
const SAME_UNIT: Readonly<Record<string, string>> = { 名: "人", 位: "人" };

const CHINESE = new RegExp(
  `(?<![第\\d./年月每])(?<value>${NUMBER_SOURCE})(?:余|多|来)?(?<scale>[万亿])?\\s*(?<unit>${UNITS.join("|")})(?!月|工作日|季度|百分点|学期|小时|星期|礼拜|年度|方面|性|号|[/·])`,
  "g",
);
const NOT_REPORTED =
  /(?:目标|计划|任务|总投资|概算|预算|其余|其他|余下|在建|拟建|待建|筹建|力争|争取|预计|拟|将|应|需|还?差|缺口?|剩余?|剩下|就剩|只剩|不少于|不低于|原定|要求|超过目标|未|每|低于|不足)[^,已]{0,6}$/;
/** 年内可确保完成六千人: not yet. */
const LIES_AHEAD = new RegExp(
  `${LIMIT}[^已]*$|(?:可|能|将|确保|保证|有望|准备|打算)(?:再|够|望)?(?:完成|达到|培训|开设?|建成|新增)[^,已]{0,4}$`,
);
const REPORTED_BY_PLAN = /按(?:照)?计划[^,]{0,4}$/;

const ENGLISH_UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:people|persons|students|trainees|workers|graduates)$/, "人"],
  [/^(?:classes|bases|items|projects|centres|centers|sites)$/, "个"],
  [/^(?:companies|enterprises|firms)$/, "家"],
  [/^(?:schools|colleges)$/, "所"],
  [/^(?:events|sessions|fairs)$/, "场"],
  [/^(?:person-times|attendances)$/, "人次"],
];
const ENGLISH = /(?<![\d.])(?<value>\d{1,9}(?:\.\d{1,3})?) (?:(?:new|more|order) )?(?<unit>[a-z-]{5,12})/g;

/** 两次流标, 3个标段: a mishap, or what the work is divided into, is no result. */
const NO_RESULT = /^[^,]{0,2}(?:未|没|流标|流拍|延期|退回|失败|标段|阶段|环节|步骤)/;
/** A figure that nothing is said to count: 已完成156. */
const BARE_FIGURE = new RegExp(
  `(?:完成|开设|培训|培养|建成|新建|新增|累计|共计?|达到?|发放|举办|输送|录取|惠及)了?(?:约|近|超过?)?\\s*(?:${NUMBER_SOURCE})\\s*(?:左右|以上|余)?$`,
);

/** True where a figure stands without what it counts. */
export function hasBareFigure(clauses: readonly string[]): boolean {
  return clauses.some((clause) => BARE_FIGURE.test(clause));
}

/** The quantities of the clauses (dates already taken out), each once, in order. */
export function readQuantities(clauses: readonly string[]): readonly Quantity[] {
  const found = clauses.flatMap((clause) => [...chineseQuantities(clause), ...englishQuantities(clause)]);
  return found.filter((q, i) => found.findIndex((other) => other.value === q.value && other.unit === q.unit) === i);
}

const ANY_NUMBER = new RegExp(`(?<![第\\d./年月每])(?<value>${NUMBER_SOURCE})(?:余|多|来)?(?<scale>[万亿])?`, "g");
/** 156个班: so much may stand between a figure and what it counts. */
const BETWEEN = 4;

/**
 * Whether a quantity stands in the words as a result: its figure, with its unit at once behind it or, where nothing is said
 * to be counted, with one of `units`. What is wanted, lies ahead or is missing is no result.
 */
export function standsAsQuantity(
  { value, unit }: Quantity,
  clauses: readonly string[],
  units: readonly string[],
): boolean {
  if (unit === "" || unit === "%") return false;
  return clauses.some((clause) =>
    [...clause.matchAll(ANY_NUMBER)].some((match) => {
      if (parseChineseNumber(`${match.groups?.value ?? ""}${match.groups?.scale ?? ""}`) !== value) return false;
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      if (NOT_REPORTED.test(before) || LIES_AHEAD.test(before) || NO_RESULT.test(after)) return false;
      const at = after.indexOf(unit);
      return (at >= 0 && at <= BETWEEN) || (units.includes(unit) && /^\s*(?:左右|以上|余)?$/.test(after));
    }),
  );
}

function* chineseQuantities(clause: string): Generator<Quantity> {
  for (const match of clause.matchAll(CHINESE)) {
    const before = clause.slice(0, match.index);
    // 上一条: which one, not how many.
    if (match.groups?.value === "一" && /[上下这那另哪某同]$/.test(before)) continue;
    if ((NOT_REPORTED.test(before) && !REPORTED_BY_PLAN.test(before)) || LIES_AHEAD.test(before)) continue;
    // 3个未报: what has not been done is no result.
    if (NO_RESULT.test(clause.slice(match.index + match[0].length))) continue;
    // 1200余万元: the scale stands behind 余.
    const value = parseChineseNumber(`${match.groups?.value ?? ""}${match.groups?.scale ?? ""}`);
    const unit = match.groups?.unit ?? "";
    if (value !== null) yield { value, unit: SAME_UNIT[unit] ?? unit };
  }
}

function* englishQuantities(clause: string): Generator<Quantity> {
  for (const match of clause.matchAll(ENGLISH)) {
    const unit = ENGLISH_UNITS.find(([words]) => words.test(match.groups?.unit ?? ""))?.[1];
    const wanted = /(?:target|of|goal|plan(?:ned)?)[^,]{0,6}$/.test(clause.slice(0, match.index));
    if (unit !== undefined && !wanted) yield { value: Number(match.groups?.value), unit };
  }
}
