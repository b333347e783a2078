// Lines that tell a lead what came after it had signed its joint reply. They ask nothing.
import type { KnownBlock } from "@slack/types";
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { say, sayShortDate } from "../../../../text/say.ts";
import { ACTION, encodeSupport } from "../../ids.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  dotted,
  fitting,
  LIST_LINES,
  line,
  section,
  taskText,
} from "../blocks.ts";

export function titleOfLater(later: readonly DigestLine[]): string {
  return say("support.later-title", { count: new Set(later.map((one) => one.taskId)).size });
}

export function laterBlocks(later: readonly DigestLine[], view: DigestView, most = LIST_LINES): KnownBlock[] {
  if (later.length === 0) return [];
  const lines = fitting(
    later.map((one) => laterLine(one, view)),
    most,
  );
  const rest = later.length - lines.length;
  const [first] = later;
  const only = first !== undefined && later.every((one) => one.taskId === first.taskId) ? first : null;
  const value = only && encodeSupport({ taskId: only.taskId });
  return [
    section(bold(titleOfLater(later))),
    ...lines.map((one) => section(one)),
    ...(rest > 0 ? [context(line(say("common.more", { count: rest })))] : []),
    ...buttons([value === null ? null : button(say("support.button-support"), ACTION.support, value)]),
  ];
}

function laterLine(one: DigestLine, view: DigestView): string {
  const on = one.reason.params?.date ?? one.last?.on ?? view.date;
  const date = sayShortDate(String(on), view.date);
  return dotted([bold(taskText(one)), line(say("support.later-line", { unit: cut(one.unitName, "name"), date }))]);
}
