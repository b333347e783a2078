// A task's short title, by rule: at most 20 characters that say what is to be done.
import { toSimplified } from "../script.ts";

const LONGEST = 20;
/** A shorter first phrase says too little alone: 设置专业 takes the next one along. */
const SHORTEST = 5;
/** More of the text is not looked at. */
const LOOKED_AT = 300;

type Rule = readonly [pattern: RegExp, replacement: string];

/** What never belongs to a title. Full-width punctuation. */
const ALWAYS: readonly Rule[] = [
  [/（[^（）]*）/g, ""],
  [/^由[^，。]{2,60}(?:牵头|负责)，(?:[^，。]{2,60}(?:配合|参与|协助)，)?/, ""],
  [/^(?:到|至|力争|确保)?\d{4}年(?:\d{1,2}月)?[底末]?前?，?/, ""],
  [/^(?:全力|持续|全面|大力|积极|进一步|切实|不断|着力|充分|稳步|有序|认真)(?=[\u4e00-\u9fff]{5})/, ""],
];

/** Shortening, one step after another until it fits. */
const STEPS: readonly Rule[] = [
  // 围绕A和B需要做C → 围绕B需要做C, without figures
  [/^(围绕|针对|面向|结合|根据|按照)[^，]{2,30}?和(?=[^，]{6,}(?:需要|需求|要求))/, "$1"],
  [/\d+(?:\.\d+)?[万亿]?(?:条|个|家|所|场|次|项|名|人|户|件)(?:以上|左右|以内)?/g, ""],
  [/通过[^，]{2,30}等(?:方式|形式|途径)/, ""],
  // 甲、乙、丙等 → 甲等
  [/(?<=[\u4e00-\u9fff]{2})、[^，]{2,30}?等(?=[\u4e00-\u9fff]{2})/, "等"],
  [/^(?:各|市各)[^，、]{1,8}(?:、(?:各|市各)[^，、新建开完]{1,8}){0,3}(?=[\u4e00-\u9fff]{6})/, ""],
  [/全市|及时|年度|相关(?=政策)/g, ""],
  // 主导产业中的头部企业 → 头部企业
  [/(?<=支持|引导|鼓励|推动|组织)[\u4e00-\u9fff]{2,8}中的/, ""],
  [/^(?:将|把)/, ""],
  [/^(?:支持|引导|鼓励|推动|组织|指导|督促)[^，]{2,14}?(?=建设|建立|开展|实施|完善|举办|发展)/, ""],
];

/** 对…的，给予…补助: the title names who gets it and what. */
const PAYMENT = /^(?:对|凡)([^，]{2,40})，.{0,80}?(补助|奖励|补贴|奖补|资助)/;
const PAYMENT_OBJECT: readonly Rule[] = [
  [/^.{2,40}的(?=.{3})/, ""],
  [/的$/, ""],
  [/(?<=.{4})通过[^，]{0,10}(?:验收|认定|评定|考核)$/, ""],
  [/^通过(?:(?:市|省|区|县|国家)级?(?:、|和(?!谐)|及|以及)?)+(?:认定)?/, ""],
  [/满?\d+个?[年月][\d个年月以上内下]*/, ""],
  [/、.*$/, ""],
];

/** The title of a task from its heading or, where it has none, its words. In Simplified Chinese. What fits as it stands is not touched. */
export function taskTitle(words: string): string {
  const text = fullWidth(toSimplified(words.slice(0, LOOKED_AT))).replace(/\s+/g, "");
  if (text.length <= LONGEST && !/[，。；]/.test(text)) return text;
  const bare = apply(ALWAYS, text);
  return shorten(paymentTitle(bare) ?? firstPhrase(bare));
}

function paymentTitle(text: string): string | null {
  const found = PAYMENT.exec(text);
  if (!found?.[1] || !found[2]) return null;
  return `${apply(PAYMENT_OBJECT, found[1])}${found[2]}`;
}

function firstPhrase(text: string): string {
  const phrases = text.split(/[，。；：]/).filter((phrase) => phrase !== "");
  const [first = "", second = ""] = phrases;
  return first.length < SHORTEST && second !== "" ? `${first}，${second}` : first;
}

function shorten(title: string): string {
  let short = title;
  for (const rule of STEPS) {
    if (short.length <= LONGEST) return short;
    const next = apply([rule], short);
    if (next.length >= SHORTEST) short = next;
  }
  return short.length <= LONGEST ? short : cut(short);
}

/** The last resort: whole phrases as far as they fit, else the first characters. */
function cut(title: string): string {
  const end = Math.max(...["、", "和", "及", "，"].map((mark) => title.lastIndexOf(mark, LONGEST)));
  return end >= 8 ? title.slice(0, end) : `${title.slice(0, LONGEST - 1)}…`;
}

function apply(rules: readonly Rule[], text: string): string {
  return rules.reduce((all, [pattern, replacement]) => all.replace(pattern, replacement), text);
}

function fullWidth(text: string): string {
  return text
    .replaceAll(",", "，")
    .replaceAll(";", "；")
    .replaceAll(":", "：")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
}
