// The seven sections of the agenda as paragraphs: numbered items with why they are here and what was said.
import type { Paragraph } from "docx";
import type { AgendaItem, AgendaSection, AgendaSectionKey } from "../../../domain/meetings/agenda-types.ts";
import type { Reason } from "../../../domain/reason.ts";
import { body, firstLevel, secondLevel } from "./paragraphs.ts";
import { joined } from "./text.ts";

/** Headings, and what the lines below an item are called in each section. */
const PARTS: Readonly<Record<AgendaSectionKey, { heading: string; reasons: string; opinions: string }>> = {
  "previous-decisions": { heading: "一、上次会议议定事项落实情况", reasons: "列入原因", opinions: "落实情况" },
  "overall-progress": { heading: "二、总体进展", reasons: "完成情况", opinions: "说明" },
  "lead-reports": { heading: "三、牵头单位汇报", reasons: "列入原因", opinions: "配合单位意见" },
  coordination: { heading: "四、需协调解决的问题", reasons: "列入原因", opinions: "存在问题" },
  "standing-topics": { heading: "五、专题议题", reasons: "列入原因", opinions: "说明" },
  requests: { heading: "六、延期与办结申请", reasons: "列入原因", opinions: "申请理由" },
  "confirm-decisions": { heading: "七、议定事项确认", reasons: "列入原因", opinions: "说明" },
};

const CHINESE_NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

export function sectionParagraphs(section: AgendaSection, sayReason: (why: Reason) => string): Paragraph[] {
  const part = PARTS[section.key];
  const paragraphs = [firstLevel(part.heading)];
  if (section.items.length === 0) {
    return [...paragraphs, body(joined([section.emptyReason ? sayReason(section.emptyReason) : "本期无此类事项"]))];
  }
  let groups = 0;
  for (const [index, item] of section.items.entries()) {
    if (item.group && item.group !== section.items[index - 1]?.group) {
      paragraphs.push(secondLevel(`（${CHINESE_NUMERALS[groups] ?? groups + 1}）《${item.group}》`));
      groups += 1;
    }
    paragraphs.push(...itemParagraphs(item, index + 1, part, sayReason));
  }
  return paragraphs;
}

function itemParagraphs(
  item: AgendaItem,
  number: number,
  labels: { reasons: string; opinions: string },
  sayReason: (why: Reason) => string,
): Paragraph[] {
  const reasons = joined(item.reasons.map(sayReason));
  const opinions = opinionText(item);
  return [
    body(`${number}. ${item.topic.replace(/。$/, "")}（${particulars(item)}）`),
    ...(item.attending.length > 0 ? [body(`参加单位：${item.attending.join("、")}。`)] : []),
    ...(reasons === "" ? [] : [body(`${labels.reasons}：${reasons}`)]),
    ...(opinions === "" ? [] : [body(`${labels.opinions}：${opinions}`)]),
  ];
}

/** 市财政局　张三，5分钟；第2次提交；事项21 */
function particulars(item: AgendaItem): string {
  const who = reporter(item);
  const time = item.minutes > 0 ? `${item.minutes}分钟` : "书面";
  const parts = [who === "" ? time : `${who}，${time}`];
  if (item.timesSubmitted > 1) parts.push(`第${item.timesSubmitted}次提交`);
  if (item.taskLabel !== null) parts.push(`事项${item.taskLabel}`);
  return parts.join("；");
}

/** The unit and the person; the person alone where the name says the unit: 市财政局联络员. */
function reporter({ reportingUnit, presenter }: AgendaItem): string {
  if (reportingUnit === null || presenter === null) return reportingUnit ?? "";
  return presenter.startsWith(reportingUnit) ? presenter : `${reportingUnit} ${presenter}`;
}

/** What was said, unit by unit; then who has said nothing, unless the reasons name them already. */
function opinionText({ opinions, reasons }: AgendaItem): string {
  const said = opinions.flatMap(({ unit, text }) =>
    text === null ? [] : [`${unit}：${text === "" ? "已反馈，无文字意见" : text}`],
  );
  const silent = opinions.filter(({ text }) => text === null).map(({ unit }) => unit);
  const named = reasons.some((why) => why.code === "supporting-missing");
  return joined([...said, ...(silent.length > 0 && !named ? [`${silent.join("、")}未反馈`] : [])]);
}
