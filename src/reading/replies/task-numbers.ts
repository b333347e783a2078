// Which tasks a reply in a digest's thread is about: 21号, 第21项, （二十一）, 责任分工·21, "21：…", a leading "21 ".
import { NUMBER, numberOf } from "../dates/date-rule.ts";
import { normalise } from "../script.ts";

const COUNTED =
  "个|所|家|场|次|人|名|位|户|班|项|万|亿|元|年|月|日|天|周|%|/|台|套|座|处|people|classes|days|weeks|months|percent";
/** 3号楼, 2号线 are names of things. */
const NAMED_SO = "楼|线|桥|井|门|馆|厅|院|机|文|令|地块|标段|公告|厂|码头|路|宗地";
/** What follows a number at once when it is a task's: 21已报, 22没动. */
const SAYS =
  "已|还|没|未|尚|都|均|正在|正常|基本|搞定|搞掂|弄|办结|办妥|受阻|卡住|卡在|停工|停滞|推进|进度|进展|启动|完成(?!\\s*\\d)|本周|预计|申请|请求";
/** Each has the groups `number` (several, divided by 、 or 和) and perhaps `document`. */
const NUMBERED: readonly RegExp[] = [
  /(?<document>[\p{Script=Han}]{2,12})\s*·\s*(?<number>\d{1,3})(?!\d)/gu,
  new RegExp(`第(?<number>(?:${NUMBER})(?:[、,和及](?:${NUMBER})){0,9})(?:项|条|号|款|件)(?:事项|任务)?`, "g"),
  // 21号 is a task unless it is a day: 12月21号, 21号前, 到21号
  new RegExp(
    `(?<![\\d月到至一二三四五六七八九十])(?<number>(?:${NUMBER})(?:[、,和及](?:${NUMBER})){0,9})号(?!前|之前|以前|召开|开会|晚|上午|下午|${NAMED_SO})(?:事项|任务)?`,
    "g",
  ),
  /\((?<number>[一二三四五六七八九十]{1,3})\)/g,
  /^[\s(#]*(?<number>\d{1,3})\)?(?=\s*(?:[、)]|:(?!\d\d(?![%\d]))|\.(?!\d))|\s*$)/gm,
  new RegExp(`^[\\s#]*(?<number>\\d{1,3})\\s+(?!${COUNTED}|\\d)`, "gm"),
  /^\s*(?<number>[一二三四五六七八九十]{1,3})[、:]/gm,
  // 21搞定 22还差三成 23没动
  new RegExp(
    `(?<=^|[,;。!?、:]\\s*|(?:^|[,;。、\\s])(?:就|只有|只剩|但|而)|[了成定动结好完报中%] )(?<number>\\d{1,3})(?=${SAYS})`,
    "gm",
  ),
  /#(?<number>\d{1,3})(?!\d)/g,
  /\b(?:task|item|no\.?)\s*(?<number>\d{1,3})\b(?!\s*%)/gi,
];

export interface TaskNumber {
  readonly refs: readonly string[];
  /** Indexes into the text that was searched. */
  readonly start: number;
  readonly end: number;
}

/** Every number of a task in a text in Simplified Chinese with half-width signs, without overlap, in order. */
export function findTaskNumbers(plain: string): readonly TaskNumber[] {
  const found = NUMBERED.flatMap((pattern) => [...plain.matchAll(pattern)]).sort(
    // "责任分工·21" says more than the "21" inside it.
    (a, b) => a.index - b.index || b[0].length - a[0].length,
  );
  const numbers: TaskNumber[] = [];
  for (const match of found) {
    const refs = refsOf(match);
    if (match.index < (numbers.at(-1)?.end ?? 0) || refs.length === 0) continue;
    const number = match[0].trimEnd();
    numbers.push({ refs, start: match.index, end: match.index + number.length });
  }
  return numbers;
}

function refsOf({ groups }: RegExpExecArray): string[] {
  return (groups?.number ?? "")
    .split(/[、,和及]/)
    .map(numberOf)
    .filter((number) => number > 0)
    .map((number) => (groups?.document === undefined ? String(number) : `${groups.document}·${number}`));
}

/** The task numbers of a reply, in order, each once: "21", or "责任分工·21" where the document is named. */
export function readTaskNumbers(text: string): string[] {
  const names = findTaskNumbers(normalise(text)).flatMap((number) => number.refs);
  return [...new Set(names)].filter((name) => !names.some((other) => other !== name && other.endsWith(`·${name}`)));
}

/** The reply without its task numbers, so that 21号 is not read as a day nor 第21项 as a quantity. */
export function withoutTaskNumbers(text: string): string {
  return NUMBERED.reduce((rest, pattern) => rest.replace(pattern, " "), normalise(text));
}
