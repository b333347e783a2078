// The digest: first what to do and until when, then the tasks, then the buttons. And the secretary's view of a day.
import type { KnownBlock } from "@slack/types";
import type { DayPlan, DigestLine, DigestView, PlannedDigest } from "../../../domain/reminders/digest.ts";
import { isOpen } from "../../../domain/reminders/digest-view.ts";
import { say, sayDate, sayList, sayReason } from "../../../text/say.ts";
import { ACTION, encodeDigestAll } from "../ids.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  fitting,
  LIST_LINES,
  line,
  message,
  reportButton,
  section,
  showTaskButton,
} from "./blocks.ts";
import { askOf } from "./digest/ask.ts";
import { isClaim, renderClaim } from "./digest/claim.ts";
import { escalationLines } from "./digest/escalations.ts";
import { laterBlocks, titleOfLater } from "./digest/later.ts";
import { lineOf, shortLineOf } from "./digest/lines.ts";
import { acceptButton, notMineButton, respondSelect, seenButton } from "./digest/respond.ts";
import { renderSecretaryDigest } from "./digest/secretary.ts";
import { splitLines, titleOfTold, toldBlocks, whatNext } from "./digest/told.ts";
import type { SlackMessage } from "./message.ts";

/** More lines than a message holds (50 blocks, 12,000 characters) are not shown even under 全部查看. */
const ALL_LINES = 40;

/** A digest as it stands now: lines that were answered read as done, and so does the whole once all are. */
export function renderDigest(digest: DigestView): SlackMessage {
  if (digest.kind === "secretary") return renderSecretaryDigest(digest, LIST_LINES);
  if (isClaim(digest)) return renderClaim(digest);
  const { asked: view, told, office, later } = splitLines(digest);
  if (view.lines.length === 0 && told.length === 0 && office.length > 0)
    return renderSecretaryDigest(digest, LIST_LINES);
  if (view.lines.length === 0 && told.length === 0 && later.length > 0) {
    return message(titleOfLater(later), laterBlocks(later, digest));
  }
  if (told.length > 0 && view.lines.length === 0) {
    const title = titleOfTold(told);
    return message(title, [
      section(bold(title)),
      ...toldBlocks(told, digest, false),
      ...laterBlocks(later, digest),
      ...officeBlocks(office, digest, LIST_LINES),
    ]);
  }
  const ask = askOf(view);
  const open = inGroups(view.lines.filter(isOpen));
  const shown = [...open, ...view.lines.filter((one) => !isOpen(one))].slice(0, LIST_LINES);
  const blocks: KnownBlock[] = [
    section(bold(ask)),
    ...shown.map((one) =>
      section([...headingOf(one, open), ...lineOf(one, view)], isOpen(one) ? respondSelect(one) : undefined),
    ),
    ...more(view, shown.length),
    ...actionsOf(view, open),
    ...notesOf(open, view),
    ...toldBlocks(told, digest, true),
    ...laterBlocks(later, digest),
    ...officeBlocks(office, digest, LIST_LINES),
  ];
  return message(ask, blocks);
}

/** 全部查看: every line of a digest. */
export function renderWholeDigest(digest: DigestView): SlackMessage {
  if (digest.kind === "secretary") return renderSecretaryDigest(digest, ALL_LINES);
  const { asked: view, told, office, later } = splitLines(digest);
  const open = inGroups(view.lines.filter(isOpen));
  const title = say("reminders.all-lines", { count: view.lines.length, open: open.length });
  const all = [...open, ...view.lines.filter((one) => !isOpen(one))];
  const lines = all.map((one) => shortLineOf(one, view));
  const shown = fitting(lines, ALL_LINES);
  const [first] = open;
  const accept = acceptButton(open, view.digestId, true);
  return message(title, [
    section(bold(title)),
    ...all
      .slice(0, shown.length)
      .map((one, i) =>
        section([...headingOf(one, open), shown[i] ?? ""], isOpen(one) ? respondSelect(one, view.digestId) : undefined),
      ),
    ...more(view, shown.length),
    ...buttons([
      accept,
      first ? reportButton(first.taskId, accept === null ? "primary" : undefined, first.role) : null,
    ]),
    ...toldBlocks(told, digest, true, LIST_LINES * 2),
    ...laterBlocks(later, digest, 2),
    ...officeBlocks(office, digest, LIST_LINES * 2),
  ]);
}

/** What a secretary who is a contact as well has to mend, below what they are asked themselves. */
function officeBlocks(office: readonly DigestLine[], digest: DigestView, most: number): KnownBlock[] {
  return office.length === 0 ? [] : renderSecretaryDigest({ ...digest, lines: office }, most).blocks;
}

/** What is not shown. Open lines come first, and only those are looked for. */
function more(view: DigestView, shown: number): KnownBlock[] {
  const rest = view.lines.length - shown;
  const count = Math.max(view.lines.filter(isOpen).length - shown, 0);
  const answered = rest - count;
  if (rest <= 0) return [];
  if (answered === 0) return [context(line(say("common.more", { count })))];
  if (count === 0) return [context(line(say("reminders.more-answered", { count: answered })))];
  return [context(line(say("reminders.more-open", { count, answered })))];
}

function actionsOf(view: DigestView, open: readonly DigestLine[]): KnownBlock[] {
  const [first] = open;
  const all = button(say("common.button-show-all"), ACTION.digestAll, encodeDigestAll({ digestId: view.digestId }));
  const accept = acceptButton(open, view.digestId);
  // An urge asks for the answer, which is receipt by deed: who only takes the task on does so with the second button.
  if (first?.reason.code === "urged" && accept && open.length === 1) {
    const { style: _, ...second } = accept;
    return buttons([reportButton(first.taskId, "primary", first.role), second, notMineButton(first)]);
  }
  // What a task that is new to the unit asks first: take it on, answer what the first line asks for, or hand it back. Which of
  // them it is, the clause says.
  if (first && accept && open.length === 1) {
    return [
      ...buttons([accept, reportButton(first.taskId, undefined, first.role), notMineButton(first)]),
      ...buttons([showTaskButton(first.taskName, true)]),
    ];
  }
  return buttons([
    accept,
    first ? reportButton(first.taskId, accept === null ? "primary" : undefined, first.role) : null,
    first && open.length === 1 ? seenButton(first) : null,
    view.lines.length > LIST_LINES ? all : null,
    first && open.length === 1 ? showTaskButton(first.taskName, true) : null,
  ]);
}

/** What is late, what is due today, what comes soon; what is asked of the reader as a supporting unit, whenever. */
const GROUPS = ["overdue", "due", "soon", "supporting"] as const;

function groupOf({ role, daysLeft }: DigestLine): (typeof GROUPS)[number] {
  if (role === "supporting") return "supporting";
  if (daysLeft === 0) return "due";
  return daysLeft < 0 ? "overdue" : "soon";
}

/** Group by group, the one that is due first in front: what the first line asks for must be among the lines shown. */
function inGroups(open: readonly DigestLine[]): DigestLine[] {
  const groups = GROUPS.map((group) => open.filter((one) => groupOf(one) === group));
  const earliest = (group: readonly DigestLine[]) => Math.min(...group.map((one) => one.daysLeft));
  return groups.sort((a, b) => earliest(a) - earliest(b)).flat();
}

/** The heading before the first line of a group; none where all are of one. */
function headingOf(one: DigestLine, open: readonly DigestLine[]): string[] {
  const group = groupOf(one);
  const same = open.filter((other) => groupOf(other) === group);
  if (same[0] !== one || same.length === open.length) return [];
  return [line(say(`responses.group-${group}`, { count: same.length }))];
}

/** How to answer without a form, and what happens next where something is late. */
function notesOf(open: readonly DigestLine[], view: DigestView): KnownBlock[] {
  const [first] = open;
  if (first === undefined) return [];
  const how =
    open.length === 1
      ? say("reminders.how-to-reply")
      : say("reminders.how-to-reply-many", { ref: cut(first.taskName, "name") });
  const late = open.filter((one) => one.daysLeft < 0);
  const next = late.length > 0 ? [whatNext(late, view) ?? line(say("reminders.what-next"))] : [];
  return [context([...next, line(how)])];
}

/** Names of tasks and units by their ids. */
export interface PlanNames {
  task(id: number): string;
  unit(id: number): string;
}

export function renderDayPlan(plan: DayPlan, names: PlanNames): SlackMessage {
  const title = titleOf(plan);
  const shown = plan.digests.slice(0, LIST_LINES);
  const rest = plan.digests.length - shown.length;
  const blocks: KnownBlock[] = [section(bold(title))];
  if (shown.length > 0) blocks.push(section(shown.map((digest) => digestLine(digest, plan, names))));
  if (rest > 0) blocks.push(context(say("reminders.day-more", { count: rest })));
  const climbing = escalationLines(plan, names);
  if (climbing.length > 0) blocks.push(section(climbing));
  if (plan.workingDay && plan.skipped.length > 0) blocks.push(section(skippedLines(plan)));
  return message(title, blocks);
}

function titleOf(plan: DayPlan): string {
  const date = sayDate(plan.date);
  if (!plan.workingDay) return say("reminders.day-off", { date });
  if (plan.digests.length === 0) return say("reminders.day-none", { date });
  const count = plan.digests.reduce((sum, digest) => sum + digest.reminders.length, 0);
  return say("reminders.day-digests", { date, digests: plan.digests.length, count });
}

/** 市财政局：21、22（距报送进展还有 5 个工作日）. */
function digestLine(digest: PlannedDigest, plan: DayPlan, names: PlanNames): string {
  const byReason = Map.groupBy(digest.reminders, (reminder) => sayReason(reminder.reason, plan.date));
  const groups = [...byReason].map(([reason, same]) => {
    const tasks = [...new Set(same.map((reminder) => cut(names.task(reminder.taskId), "name")))];
    return say("reminders.day-tasks", { tasks: sayList(tasks), reason: cut(reason, "title") });
  });
  const tasks = sayList(groups, 3);
  if (digest.kind === "secretary") return line(say("reminders.day-secretary", { tasks }));
  const units = [...new Set(digest.reminders.map((reminder) => cut(names.unit(reminder.unitId), "name")))];
  return line(say("reminders.day-line", { units: sayList(units, 3), tasks }));
}

/** How many are not reminded, by reason, the commonest first. */
export function skippedLines(plan: DayPlan): string[] {
  const byReason = [...Map.groupBy(plan.skipped, (one) => sayReason({ code: one.reason.code }))]
    .map(([reason, all]) => ({ reason, count: all.length }))
    .sort((a, b) => b.count - a.count);
  const rest = byReason.slice(LIST_LINES).reduce((sum, { count }) => sum + count, 0);
  return [
    line(say("reminders.day-skipped", { count: plan.skipped.length })),
    ...byReason.slice(0, LIST_LINES).map((one) => line(say("reminders.skipped-line", one))),
    ...(rest > 0 ? [line(say("reminders.skipped-more", { count: rest }))] : []),
  ];
}
