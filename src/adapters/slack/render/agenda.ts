// The agenda in chat: seven sections, each item with the reason it is there. The document holds all of it.
import type { KnownBlock } from "@slack/types";
import type { CompiledAgenda } from "../../../app/meetings/compile-agenda.ts";
import type { Agenda, AgendaItem, AgendaSection, AgendaSectionKey } from "../../../domain/meetings/agenda-types.ts";
import type { Approval } from "../../../domain/meetings/meeting.ts";
import { say, sayDate, sayList, sayReason, sayShortDate } from "../../../text/say.ts";
import { ACTION, encodeAgenda } from "../ids.ts";
import { LIMITS, textLength } from "../limits.ts";
import { bold, button, buttons, context, cut, divider, LIST_LINES, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";

type Compiled = Omit<CompiledAgenda, "docx">;

/** One message where it fits; else a section that does not fit begins the next. */
export function renderAgenda({ agenda, approval, mayApprove, fingerprint }: Compiled): SlackMessage[] {
  const count = agenda.sections.reduce((sum, { items }) => sum + items.length, 0);
  const date = sayDate(agenda.meetingDate, agenda.compiledOn);
  const cutOff = sayDate(agenda.cutOff, agenda.compiledOn);
  const title =
    count === 0
      ? say("meetings.agenda-empty", { date })
      : say(approval === null ? "meetings.agenda-title" : "meetings.agenda-title-approved", {
          date,
          count,
          minutes: agenda.totalMinutes,
        });
  const compiledOn = sayDate(agenda.compiledOn, agenda.compiledOn);
  const warnings = (agenda.warnings ?? []).slice(0, LIST_LINES).map((why) => line(sayReason(why, agenda.compiledOn)));
  const dates = line(say("meetings.agenda-dates", { cutOff, compiledOn }));
  const head: KnownBlock[] = [section(bold(title)), context([dates, approvalLine(approval, agenda), ...warnings])];
  if (mayApprove && approval === null && count > 0) {
    const value = encodeAgenda({ meetingId: agenda.meetingId, fingerprint });
    head.push(...buttons([button(say("meetings.button-approve-agenda"), ACTION.approveAgenda, value, "primary")]));
  }
  if (count === 0) head.push(section(line(say("meetings.agenda-empty-next", { cutOff }))));
  const sections = agenda.sections.map((one) => [divider(), ...sectionBlocks(one, agenda)]);
  return paginate([head, ...sections]).map((blocks) => message(title, blocks));
}

/** Who approved it is a mention, made here and not of anybody's text. */
function approvalLine(approval: Approval | null, { compiledOn }: Agenda): string {
  if (approval === null) return line(say("meetings.agenda-draft"));
  const on = sayShortDate(approval.on, compiledOn);
  return say("meetings.agenda-approved", { person: `<@${approval.by}>`, on });
}

function sectionBlocks({ key, items, emptyReason }: AgendaSection, agenda: Agenda): KnownBlock[] {
  const heading = bold(say(`meetings.section-${key}`));
  if (items.length === 0) {
    return [section([heading, ...(emptyReason ? [line(sayReason(emptyReason, agenda.compiledOn))] : [])])];
  }
  const rest = items.length - LIST_LINES;
  return [
    section(heading),
    ...items.slice(0, LIST_LINES).map((item, index) => section(itemLines(item, index + 1, key, agenda))),
    ...(rest > 0 ? [context(line(say("meetings.agenda-more", { count: rest })))] : []),
  ];
}

/** 3. 关于实训基地补助兑现的汇报（市财政局，5 分钟；第 2 次提交）, and below it why it is here. */
function itemLines(item: AgendaItem, number: number, key: AgendaSectionKey, agenda: Agenda): string[] {
  const reporter = [item.reportingUnit, item.presenter].filter((one) => one !== null).map((one) => cut(one, "name"));
  const who = reporter.join(" ");
  const minutes =
    item.minutes > 0 ? say("meetings.item-minutes", { minutes: item.minutes }) : say("meetings.item-written");
  const first = [who, minutes].filter((one) => one !== "").join(say("common.list-clause"));
  const times =
    item.timesSubmitted > 1
      ? `${say("common.list-semicolon")}${say("meetings.item-times", { times: item.timesSubmitted })}`
      : "";
  const reasons = item.reasons.slice(0, LIST_LINES).map((why) => cut(sayReason(why, agenda.compiledOn), "quote"));
  // Supporting opinions on a report are long and stand in the document; elsewhere this is the matter itself.
  const said = key === "lead-reports" ? [] : item.opinions.filter(({ text }) => text !== null && text !== "");
  const silent = item.opinions.filter(({ text }) => text === null).map(({ unit }) => cut(unit, "name"));
  const silenceSaid = item.reasons.some(({ code }) => code === "supporting-missing" || code === "group-missing");
  return [
    line(`${number}. ${say("common.bracketed", { text: cut(item.topic, "quote"), more: `${first}${times}` })}`),
    ...(reasons.length > 0
      ? [line(say("meetings.item-reasons", { reasons: reasons.join(say("common.list-semicolon")) }))]
      : []),
    ...said
      .slice(0, 1)
      .map(({ unit, text }) =>
        line(say("meetings.item-opinion", { unit: cut(unit, "name"), text: cut(text ?? "", "quote") })),
      ),
    ...(silent.length > 0 && !silenceSaid
      ? [line(say("meetings.item-opinions-missing", { units: sayList(silent) }))]
      : []),
  ];
}

/** Parts stay whole; each message keeps within the blocks and the text that Slack takes. */
function paginate(parts: readonly KnownBlock[][]): KnownBlock[][] {
  const pages: KnownBlock[][] = [];
  let page: KnownBlock[] = [];
  for (const part of parts) {
    const full = page.length + part.length > LIMITS.blocksPerMessage;
    if (page.length > 0 && (full || textLength([...page, ...part]) > LIMITS.textPerMessage)) {
      pages.push(page);
      page = [];
    }
    page = [...page, ...part];
  }
  return page.length > 0 ? [...pages, page] : pages;
}
