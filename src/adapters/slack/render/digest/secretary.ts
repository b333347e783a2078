// The secretary's digest: which units nobody could remind, and what to do about it.
import type { KnownBlock } from "@slack/types";
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { say, sayDate, sayList, sayReason } from "../../../../text/say.ts";
import { ACTION, encodeDigestAll } from "../../ids.ts";
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
  section,
} from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { splitLines, titleOfTold, toldBlocks } from "./told.ts";

/** `most` units at most; the rest stands behind 全部查看. */
export function renderSecretaryDigest(digest: DigestView, most: number): SlackMessage {
  const { told } = splitLines(digest);
  const view = { ...digest, lines: digest.lines.filter((one) => !told.includes(one)) };
  if (told.length > 0 && view.lines.length === 0) {
    const title = titleOfTold(told);
    return message(title, [section(bold(title)), ...toldBlocks(told, digest, false, most)]);
  }
  const open = view.lines.filter((one) => !one.answered);
  const units = [...Map.groupBy(open, (one) => one.unitName)];
  if (units.length === 0) {
    const done = say(view.lines.length === 0 ? "reminders.secretary-nothing" : "reminders.secretary-done");
    return message(done, [section(bold(done)), ...toldBlocks(told, digest, true, most)]);
  }
  const ask = say("reminders.secretary-ask", { units: units.length, count: open.length });
  const shown = fitting(
    units.map(([unit, lines]) => unitLine(unit, lines, view)),
    most,
  );
  const rest = units.length - shown.length;
  const blocks: KnownBlock[] = [section(bold(ask)), section(howTo(open)), ...inSections(shown)];
  if (rest > 0) blocks.push(context(say("common.more-units", { count: rest })));
  if (rest > 0 && most === LIST_LINES) {
    const all = button(say("common.button-show-all"), ACTION.digestAll, encodeDigestAll({ digestId: view.digestId }));
    blocks.push(...buttons([all]));
  }
  blocks.push(...toldBlocks(told, digest, true, most));
  return message(ask, blocks);
}

/** What to do about units without a contact, and about those that are no definite unit yet. */
function howTo(open: readonly DigestLine[]): string[] {
  const unnamed = open.find((one) => one.reason.code === "unit-needs-naming");
  const single = open.find((one) => one.reason.code !== "unit-needs-naming");
  return [
    ...(single ? [line(say("reminders.secretary-how", { example: cut(single.unitName, "name") }))] : []),
    ...(unnamed ? [line(say("reminders.secretary-name", { example: cut(unnamed.unitName, "name") }))] : []),
  ];
}

/** 市教育局 · 3 项（21、22、23） · 最早 12月9日（周三）到期 · 市教育局尚无联络员. */
function unitLine(unit: string, lines: readonly DigestLine[], view: DigestView): string {
  const earliest = lines.map((one) => one.dueDate).sort()[0] ?? view.date;
  const [why] = lines.map((one) => one.reason);
  const text = say("reminders.secretary-line", {
    unit: cut(unit, "name"),
    count: lines.length,
    refs: sayList(lines.map((one) => cut(one.taskName, "name"))),
    date: sayDate(earliest, view.date),
  });
  const told = ["unit-needs-naming", "contact-unreachable", "not-deliverable"];
  const known = why !== undefined && told.includes(why.code);
  return line(known ? `${text} · ${cut(sayReason({ code: why.code }), "title")}` : text);
}
