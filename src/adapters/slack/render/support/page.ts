// 配合情况: what a lead sees of its supporting units, and what an urge came to.
import type { KnownBlock } from "@slack/types";
import type { SupportPage, Urged, UrgeView } from "../../../../app/status/support/support-use-cases.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import { say, sayDate, sayDaysLeft, sayList, sayShortDate } from "../../../../text/say.ts";
import { ACTION, encodeSupport } from "../../ids.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  fitting,
  inSections,
  LIST_LINES,
  line,
  message,
  reportButton,
  section,
  taskText,
} from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { answerLine, jointLines, missingLines, targetLine } from "./lines.ts";

/** Under 全部查看 too, a message holds no more. */
const ALL_LINES = 40;

/** `whole`: all answers in place of the first five, and nothing that stands in the shorter view. */
export function renderSupport(page: SupportPage, today: IsoDate, whole = false): SlackMessage {
  const { support, due, urged, joint, taskId } = page;
  const { answered, total } = support;
  const title = say("support.title", { task: taskText(page), answered, total });
  const until = due && say("support.due", { date: sayDate(due.date, today), left: sayDaysLeft(due.daysLeft) });
  const answers = support.answers.map((answer) => answerLine(answer, today));
  const shown = fitting(answers, whole ? ALL_LINES : LIST_LINES);
  const rest = answers.length - shown.length;
  const value = encodeSupport({ taskId });
  return message(title, [
    section([bold(title), ...(until === null ? [] : [line(until)]), ...missingLines(support)]),
    ...inSections(shown),
    ...(whole && rest > 0 ? [context(line(say("common.more", { count: rest })))] : []),
    ...(whole ? [] : inSections(support.targets.slice(0, LIST_LINES).map(targetLine))),
    ...(joint === null || whole ? [] : [section(jointLines(joint, today))]),
    ...(urged === null ? [] : [context(urgedLine(urged, today))]),
    ...buttons([
      page.mayUrge ? button(say("support.button-urge"), ACTION.urge, value, "primary") : null,
      page.leads ? reportButton(taskId) : null,
      !whole && rest > 0 ? button(say("support.button-all", { count: rest }), ACTION.supportAll, value) : null,
    ]),
  ]);
}

/** What the click came to: who reads it now, who with the next digest, whom nobody can tell. */
export function renderUrged(urged: Urged, today: IsoDate): SlackMessage {
  const { before, now, digest, office, digestOn } = urged;
  const task = taskText(urged);
  if (before !== null) {
    const said = say("support.urged-before", { task });
    return message(said, [section([bold(said), urgedLine(before, today)])]);
  }
  const title = say("support.urged-title", { task, count: now.length + digest.length });
  const lines = [
    ...(now.length > 0 ? [say("support.urged-now", { units: names(now) })] : []),
    ...(digest.length > 0
      ? [say("support.urged-digest", { units: names(digest), date: sayDate(digestOn, today) })]
      : []),
    ...(office.length > 0 ? [say("support.urged-office", { units: names(office) })] : []),
  ];
  return message(title, [section([bold(title), ...lines.map(line)])] satisfies KnownBlock[]);
}

/** 已催办：11月3日（市教育局），市财政局已回复；市民政局尚未回复. */
function urgedLine({ on, unitName, replied, silent, office }: UrgeView, today: IsoDate): string {
  const by = unitName === "" ? say("support.office") : cut(unitName, "name");
  const parts = [
    ...(replied.length > 0 ? [say("support.urged-replied", { units: names(replied) })] : []),
    ...(silent.length > 0 ? [say("support.urged-silent", { units: names(silent) })] : []),
    ...(office.length > 0 ? [say("support.urged-office", { units: names(office) })] : []),
  ].join(say("common.list-semicolon"));
  return line(say("support.urged", { date: sayShortDate(on, today), by, parts }));
}

function names(all: readonly string[]): string {
  return sayList(all.map((one) => cut(one, "name")));
}
