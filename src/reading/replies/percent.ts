// How far a task is, in percent: 进度80%, 完成过半, 六成, 三成五, 百分之七十二. Rates of other things (就业率76%) are no progress.
import { parseChineseNumber } from "../chinese-number.ts";
import { PART_OF_THE_WORK } from "./completion.ts";
import { LIMIT } from "./reply-text.ts";

export interface PercentReading {
  /** 0–100, or null. */
  readonly percent: number | null;
  /** True where a figure stands that cannot be taken for the progress: over 100, 还剩20%, two different ones. */
  readonly doubtful: boolean;
}

const NUMERAL = "[一二两三四五六七八九十]";
const FIGURES: readonly RegExp[] = [
  /(?<value>-?\d{1,6}(?:\.\d{1,3})?)\s*(?:%|per ?cent\b)/g,
  /(?<value>百分之(?:\d{1,6}(?:\.\d{1,3})?|[零一二两三四五六七八九十百]{1,5}))(?:点(?<decimal>[零一二三四五六七八九]))?/g,
  new RegExp(
    `(?<![第\\d])(?<value>(?:${NUMERAL}{1,2}|\\d)成(?:[一二三四五六七八九](?![个家所名项次])|[1-9](?![\\d.]|\\s*[个家所名项次人万%])|半)?)(?![立果员本功效人为长套型品交就])`,
    "g",
  ),
  /(?<![百第])(?<lower>[二三四五六七八九十]|\d{1,2})分之(?<upper>[一二三四五六七八九]|\d{1,2})/g,
  /完成了?\s*(?<upper>\d{1,3})\/(?<lower>\d{1,3})(?!\d)/g,
  /\b(?<upper>one|two|three|four)[ -](?<lower>third|quarter|fifth)s?\b/g,
  /(?<half>过半|一半|半数|\bhalf\b|\bhalfway\b)/g,
];

const ENGLISH: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, third: 3, quarter: 4, fifth: 5 };

const PROGRESS = /进度|完成|办结|推进|进展|任务|工程量|progress|complete|done/g;
const OTHER_RATE =
  /(?<!完成|推进|执行|办结|兑现|开工|完工|竣工|销号|达标)率|资金[^,]{0,3}到位|匹配度|满意度|占|(?<!完成)比例|比重|增[长幅加]|同比|环比|下降|降低|减少|时间|\brate\b/g;
const EARLIER_OR_WANTED =
  /(?:上次|上月|上期|上季度|此前|之前|原|从|由|目标|要求|计划|应达|力争|预计|预期|争取|确保|将|有望|不低于|from|target|was)[^已\d]{0,6}$/;
/** 完成目标的92%: the share of the target that is reached. */
const OF_THE_TARGET =
  /(?<!争取|力争|预计|确保)(?:完成|达到|实现|占)了?(?:年度|全年|本年度|今年|总|既定|预定)*(?:计划|目标|任务)(?:任务|目标|总?[数量])?的?[^,\d]{0,3}$/;
/** 一期完成，二期完成30%: the figure of a part, which the whole is not told by. */
const PART =
  /[一二三四]期|第[一二三四]阶段|标段|子项目|(?:主体|内装|外装|装修|安装|土建|基坑|桩基|路基|绿化)(?:工程|部分|施工)?(?:已|目前)?完成/;
/** 已完成招标的80%. */
const OF_A_STEP = new RegExp(`(?:${PART_OF_THE_WORK.source})[^,]{0,4}的(?:约|近)?$`);
/** 已完成投资7800万元，占65%. */
const SHARE_OF_WHAT_IS_DONE =
  /^占(?:比|总|全部|年度|计划|目标|任务|投资|量|数)*的?(?:约|近)?(?=\d|[一二三四五六七八九]成|百分之)/;
const SHARE_IN_BRACKETS = /完成[^,]{1,20}\(占(?:比|总|全部|年度|计划|目标|任务|投资|量)*的?(?:约|近)?$/;
const REMAINING = /(?:剩|差(?!不多)|尚有|还有|仍有|不到|不足|不满|低于|less than|under)[余下约]?[^\d]{0,3}$/;
const NOT_REACHED = /^[^,]{0,4}(?:未|没|尚未|remain|left)|^(?:都|还)?(?:不到|不足|不满|以下)/;
/** 百分之期十: a figure that was misheard. */
const GARBLED = /百分之(?![\d零一二两三四五六七八九十百])/;
/** 刚才说的80%有误，应为68%; 不是七成，是六成: what is taken back. */
const TAKEN_BACK_BEHIND = /^的?(?:是|系|为)?(?:有误|错|不对|不准|写错|报错|笔误)/;
const TAKEN_BACK = /(?:不是|并非|而非|不止|误报|误写|错报)(?:了|为|成)?$/;

/** Reads the progress out of the clauses of a reply (dates already taken out). */
export function readPercent(clauses: readonly string[]): PercentReading {
  const values: number[] = [];
  let doubtful = false;
  let parts = 0;
  // 其中基地建设90% is a part, not the task.
  for (const [i, clause] of clauses.entries()) {
    if (clause.startsWith("其中")) continue;
    const shareOfDone = SHARE_OF_WHAT_IS_DONE.test(clause) && /完成|拨付|发放|支出/.test(clauses[i - 1] ?? "");
    for (const match of FIGURES.flatMap((pattern) => [...clause.matchAll(pattern)])) {
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      if (!shareOfDone && !SHARE_IN_BRACKETS.test(before) && (!isProgress(before, after) || isWanted(before))) continue;
      if (TAKEN_BACK.test(before) || TAKEN_BACK_BEHIND.test(after)) continue;
      const value = figureOf(match.groups ?? {});
      if (PART.test(before) || OF_A_STEP.test(before)) {
        parts++;
        continue;
      }
      if (value === null || value < 0 || value > 100 || REMAINING.test(before) || NOT_REACHED.test(after))
        doubtful = true;
      else values.push(value);
    }
  }
  if (clauses.some((clause) => GARBLED.test(clause))) doubtful = true;
  if (parts > 0 && values.length === 0) doubtful = true;
  const different = new Set(values).size;
  return { percent: doubtful ? null : (values.at(-1) ?? null), doubtful: doubtful || different > 1 };
}

/** A bare figure after a word of progress: 进度60. */
const BARE = /(?:进度|进展|完成率?|推进到?|做到|干到)[^,\d]{0,4}(?<value>\d{1,3}(?:\.\d)?)(?:个点|左右|吧|了)*$/;

/** Every figure that may be the task's progress today: written as one, not what is left, wanted, taken back or a range. */
export function standingPercents(clauses: readonly string[]): readonly number[] {
  return clauses.flatMap((clause) => {
    const bare = BARE.exec(clause)?.groups?.value;
    const written = FIGURES.flatMap((pattern) => [...clause.matchAll(pattern)]).flatMap((match) => {
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      const stands =
        isProgress(before, after) &&
        !isWanted(before) &&
        ![REMAINING, TAKEN_BACK].some((pattern) => pattern.test(before)) &&
        ![NOT_REACHED, TAKEN_BACK_BEHIND].some((pattern) => pattern.test(after));
      return stands ? (figureOf(match.groups ?? {}) ?? []) : [];
    });
    return [...written, ...(bare === undefined ? [] : [Number(bare)])].filter((value) => value >= 0 && value <= 100);
  });
}

/** Whether the figure is the task's progress: the nearest word before it says so, or none does. */
function isProgress(before: string, after: string): boolean {
  const progress = lastIndex(before, PROGRESS);
  const other = lastIndex(before, OTHER_RATE);
  if (other > progress) return false;
  return (
    progress >= 0 || !/^\s*(?:的(?!工作|任务|目标|进度|工程|总量|计划)|of the (?!work|task)|个?百分点)/.test(after)
  );
}

/** Earlier figures, targets and forecasts are not where the task stands today. */
function isWanted(before: string): boolean {
  if (/(?:截至|截止|目前|现已|已)[^,]{0,8}$/.test(before)) return false;
  if (OF_THE_TARGET.test(before)) return false;
  return EARLIER_OR_WANTED.test(before) || before.includes(LIMIT);
}

function figureOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  if (groups.half !== undefined) return 50;
  if (groups.value !== undefined) {
    const sign = groups.value.startsWith("-") ? -1 : 1;
    const value = parseChineseNumber(groups.value.replace("-", ""));
    // 七八成 is a range, not 78 tenths.
    if (value === null || /^[一二三四五六七八九]{2}成/.test(groups.value)) return null;
    return sign * value + (parseChineseNumber(groups.decimal ?? "") ?? 0) / 10;
  }
  const upper = ENGLISH[groups.upper ?? ""] ?? parseChineseNumber(groups.upper ?? "");
  const lower = ENGLISH[groups.lower ?? ""] ?? parseChineseNumber(groups.lower ?? "");
  return upper === null || !lower ? null : Math.round((upper / lower) * 100);
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
