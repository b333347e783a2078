// Formulas of the meeting's papers (公文用语): topics, roll-ups and dates are written the same way in every office.
import type { IsoDate } from "../calendar.ts";

/** 2026年6月5日: Arabic, full year, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function paperDate(date: IsoDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** 关于××的汇报, the topic form of the meeting's topic slip (议题申报表). */
export function reportTopic(title: string): string {
  return about(title, "的汇报");
}

export function targetTopic(title: string): string {
  return about(title, "量化目标完成情况的通报");
}

export function coordinationTopic(title: string): string {
  return `关于协调解决${bare(title)}存在问题的事项`;
}

/** `tasks`: the tasks that name the unit, as 责任分工·21. */
export function namingTopic(unit: string, tasks: readonly string[]): string {
  return `关于明确“${unit}”具体单位的事项（涉及${tasks.join("、")}）`;
}

export function leadNamingTopic(title: string): string {
  return about(title, "牵头单位的确定");
}

export function dutyTopic(title: string): string {
  return about(title, "承办单位的确定");
}

export function extensionTopic(title: string): string {
  return about(title, "延期的申请");
}

export function closureTopic(title: string): string {
  return about(title, "办结的申请");
}

export const OVERALL_TOPIC = "关于总体进展情况的汇报";
export const CONTACT_TOPIC = "关于补报单位联络员的事项";

/** Drafts of what the meeting may decide, to be confirmed by it. */
export const DRAFT_DECISION = {
  solve: (title: string, unit: string) => `拟议定：请${unit}牵头研究解决“${bare(title)}”存在的问题，明确完成时限。`,
  assign: (title: string, units: readonly string[]) =>
    `拟议定：明确“${bare(title)}”是否仍由${units.join("、")}承办，或改由哪个单位承办。`,
  extend: (title: string, from: IsoDate | null, to: IsoDate | null) =>
    `拟议定：“${bare(title)}”完成时限${from === null ? "" : `由${paperDate(from)}`}调整为${to === null ? "会议确定的日期" : paperDate(to)}。`,
  close: (title: string) => `拟议定：“${bare(title)}”予以办结。`,
  name: (unit: string) => `拟议定：明确“${unit}”由哪些单位承担。`,
  nameLead: (title: string) => `拟议定：明确“${bare(title)}”的牵头单位。`,
  nameContacts: () => "拟议定：请有关单位补报联络员。",
};

/** 各县区人民政府（4/9 已报） */
export function rollUp(unit: string, answered: number, total: number): string {
  return `${unit}（${answered}/${total} 已报）`;
}

/** Before an opinion that the signed joint reply does not hold. */
export const LATER = "（签署后补报）";

/** Units joined as in a document's list. */
export function unitList(units: readonly { readonly name: string }[]): string {
  return units.map((u) => u.name).join("、");
}

/** 2.1万人, 156个: numbers from ten thousand on in 万, as the documents write them. */
export function amount(value: number, unit: string): string {
  const inTenThousands = value / 10_000;
  const short = Math.abs(value) >= 10_000 && Number.isInteger(inTenThousands * 100);
  return short ? `${inTenThousands}万${unit}` : `${value}${unit}`;
}

function about(title: string, ending: string): string {
  return `关于${bare(title)}${ending}`;
}

/** A title that was cut short or ends in punctuation reads badly inside a formula. */
function bare(title: string): string {
  return title.replace(/^关于/, "").replace(/[\s。；;，,、：:…]+$/, "");
}
