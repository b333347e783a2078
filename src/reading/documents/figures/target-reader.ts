// Quantified targets: 每年开设200个以上, 不少于总课时的50%, 到2025年…10所以上.
import type { Comparator, Target } from "../../../domain/register/target.ts";
import { NUMBER_SOURCE, parseChineseNumber } from "../../chinese-number.ts";
import type { YearContext } from "./deadline-patterns.ts";
import { readPeriod } from "./deadline-reader.ts";
import { type Phrase, phrasesOf } from "./sentences.ts";

/** What is counted. Durations (个月, 天, 年) and shares of staff (岗) are none. */
const UNIT =
  "个百分点|人次|户次|场次|件次|批次|人|名|个(?!月|工作日|小时|星期|周)|所|家|场|次|项|件|户|座|处|套|台|辆|条|张|期|门|支|篇|部|份|亩|公里|千米|平方米|万吨|吨|公顷|元";
const FIGURE = new RegExp(
  `(?:百分之(?<of>${NUMBER_SOURCE})|(?<share>${NUMBER_SOURCE})%|(?<tenths>[一二三四五六七八九])成|(?<value>${NUMBER_SOURCE})(?<unit>${UNIT}))(?<after>以上|及以上|以内|以下|之内|左右|上下)?`,
  "g",
);
const AFTER: Readonly<Record<string, Comparator>> = {
  以上: ">=",
  及以上: ">=",
  以内: "<=",
  以下: "<=",
  之内: "<=",
  左右: "~",
  上下: "~",
};
/** Words before a figure that compare, the nearest wins; between them and the figure stand a few characters at most (不少于总课时的50%). */
const BEFORE: readonly (readonly [Comparator, RegExp])[] = [
  ["<=", /(?:不超过|不高于|不大于|不多于|控制在|(?<!不)低于|(?<!不)少于|降至|降到|压减至)[^,]{0,12}$/],
  [">=", /(?:不少于|不低于|不小于|至少|达到?|超过|突破|提高到|提升到|提升至|提高至|增加到|增至|完成|高于)[^,]{0,12}$/],
  ["~", /(?:稳定在|保持在|维持在|约|大约)[^,]{0,6}$/],
];
/** Without a comparing word a figure is a target only behind a verb of making, in Arabic digits: 建成示范企业100个. */
const MAKES = /(?:建成|新建|新增|改造|培育|打造|创建|引进|开设|招收|培训|培养|输送|举办|组织|新开|建设)[^,]{0,20}$/;
const EACH =
  /每(?!年|学|月|季|半年|周|日|天|次|人|班|\d)[\u4e00-\u9fff]{1,14}|(?:^|[、到])市?各[\u4e00-\u9fff()、]{1,24}/;

/** The targets a text (mirror) sets; what is paid, and on what condition, is none. */
export function readTargets(plain: string, context: YearContext): Target[] {
  const targets: Target[] = [];
  let period: string | null = null;
  let sentence = -1;
  for (const phrase of phrasesOf(plain)) {
    if (phrase.sentence !== sentence) period = null;
    sentence = phrase.sentence;
    period = readPeriod(phrase.text, context) ?? period;
    if (phrase.ofPayment) continue;
    targets.push(...targetsOf(phrase, period));
  }
  return targets;
}

function targetsOf({ text }: Phrase, period: string | null): Target[] {
  const targets: Target[] = [];
  let from = 0;
  for (const found of text.matchAll(FIGURE)) {
    const before = text.slice(from, found.index);
    from = found.index + found[0].length;
    const figure = figureOf(found.groups ?? {});
    const comparator = comparatorOf(before, found.groups?.after, /\d/.test(found[0]));
    if (!figure || !comparator) continue;
    targets.push({
      comparator,
      ...figure,
      period,
      scope: EACH.test(text.slice(0, found.index)) ? "each" : "whole",
      text,
    });
  }
  return targets;
}

function figureOf(groups: Readonly<Record<string, string | undefined>>): { value: number; unit: string } | null {
  const share = groups.of ?? groups.share ?? (groups.tenths && `${groups.tenths}成`);
  const value = parseChineseNumber(share ?? groups.value ?? "");
  if (value === null) return null;
  if (share !== undefined && share !== "") return { value, unit: "%" };
  return { value, unit: groups.unit ?? "" };
}

function comparatorOf(before: string, after: string | undefined, arabic: boolean): Comparator | null {
  if (after !== undefined) return AFTER[after] ?? null;
  for (const [comparator, pattern] of BEFORE) {
    if (pattern.test(before.slice(-24))) return comparator;
  }
  return arabic && MAKES.test(before.slice(-32)) ? ">=" : null;
}
