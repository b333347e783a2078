// How the reminders of a day stand: the figures, what is stuck and what to do about it, the ticks.
import type { KnownBlock } from "@slack/types";
import type { ReminderStatus } from "../../../../app/reminders/status/status-use-cases.ts";
import type { DigestRow } from "../../../../domain/reminders/overview/day-report.ts";
import { DAILY_TICK } from "../../../../domain/reminders/policy.ts";
import { say, sayDate, sayList, sayShortDate } from "../../../../text/say.ts";
import { sayTime } from "../../../../text/say-time.ts";
import { ACTION, encodeStatusPage } from "../../ids.ts";
import { bold, button, buttons, context, cut, LIST_LINES, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { skippedLines } from "../reminders.ts";

const NAMES_SHOWN = 3;

export function renderReminderStatus(status: ReminderStatus): SlackMessage {
  const title = titleOf(status);
  const blocks: KnownBlock[] = [
    section(bold(title)),
    ...linesIn(figureLines(status)),
    ...linesIn(missedLines(status)),
    ...linesIn(problemLines(status)),
    ...linesIn(skipped(status)),
    ...buttons([
      status.report.planned > 0
        ? button(say("overview.button-each"), ACTION.statusPage, encodeStatusPage({ date: status.date, page: 1 }))
        : null,
    ]),
    context(tickLines(status)),
  ];
  return message(title, blocks);
}

function linesIn(lines: readonly string[]): KnownBlock[] {
  return lines.length > 0 ? [section(lines)] : [];
}

function titleOf({ date, today, report, plan }: ReminderStatus): string {
  const day = sayDate(date, today);
  if (report.planned === 0 && plan !== null) {
    if (!plan.workingDay) return say("overview.day-off", { date: day });
    const count = plan.digests.reduce((sum, digest) => sum + digest.reminders.length, 0);
    if (count === 0) return say("overview.title-coming-none", { date: day });
    return say("overview.title-coming", { date: day, digests: plan.digests.length, count });
  }
  if (report.planned === 0) return say("overview.title-none", { date: day });
  const { planned, sent, waiting, failed } = report;
  const title = say("overview.title", { date: day, planned, sent });
  const rest = waiting > 0 ? say("overview.title-rest", { title, waiting }) : title;
  return failed > 0 ? say("overview.title-failed", { title: rest, failed }) : rest;
}

function figureLines({ report, plan }: ReminderStatus): string[] {
  const { planned, seen, answered, asked, cancelled } = report;
  const toPlan = plan?.digests.length ?? 0;
  return [
    ...(planned > cancelled ? [line(say("overview.answers", { seen, answered, asked }))] : []),
    ...(cancelled > 0 ? [line(say("overview.cancelled", { count: cancelled }))] : []),
    ...(planned > 0 && toPlan > 0 ? [line(say("overview.to-plan", { count: toPlan }))] : []),
  ];
}

function missedLines({ ticks, today }: ReminderStatus): string[] {
  const dates = sayList(
    ticks.missed.map((date) => sayShortDate(date, today)),
    LIST_LINES,
    "list-cut-days",
  );
  return [
    ...(ticks.overdueToday ? [bold(say("overview.tick-overdue", { time: DAILY_TICK }))] : []),
    ...(ticks.missed.length > 0 ? [bold(say("overview.tick-missed", { dates }))] : []),
  ];
}

/** One line a cause, the names drawn together: three hundred people waiting for one cause are one line. */
function problemLines(status: ReminderStatus): string[] {
  const stuck = [...status.report.rows, ...status.late].filter((row) => row.problem !== null);
  const causes = [...Map.groupBy(stuck, (row) => `${row.problem}/${row.error ?? ""}`).values()];
  const rest = causes.length - LIST_LINES;
  return [
    ...causes.slice(0, LIST_LINES).map((rows) => line(problemOf(rows, status))),
    ...(rest > 0 ? [line(say("overview.problem-more", { count: rest }))] : []),
  ];
}

function problemOf(rows: readonly DigestRow[], status: ReminderStatus): string {
  const [first] = rows;
  if (first === undefined || first.problem === null) return "";
  const who = sayList(
    rows.map((row) => whoOf(row, status)),
    NAMES_SHOWN,
  );
  const error = cut(first.error ?? "", "name");
  const times = rows.flatMap((row) => (row.notBefore === null ? [] : [row.notBefore.getTime()]));
  const time =
    times.length === 0
      ? say("overview.time-soon")
      : sayTime(new Date(Math.min(...times)), status.timeZone, status.today);
  switch (first.problem) {
    case "token":
    case "rejected":
      return say(`overview.problem-${first.problem}`, { who, error });
    case "gone":
      return say("overview.problem-gone", { who, unit: cut(first.units[0] ?? "", "name") });
    case "unreachable":
    case "slack-trouble":
      return say(`overview.problem-${first.problem}`, { who, error, time });
    case "rate-limited":
    case "scheduled":
      return say(`overview.problem-${first.problem}`, { who, time });
    case "uncertain":
    case "queued":
      return say(`overview.problem-${first.problem}`, { who });
    default:
      return first.problem satisfies never;
  }
}

/** The contact's name, the secretary's office, or the bare id of somebody who is no contact any more. */
export function whoOf(row: DigestRow, status: Pick<ReminderStatus, "date" | "today">): string {
  const who = row.kind === "secretary" ? say("overview.who-office") : cut(row.person ?? row.slackUser, "name");
  return row.date === status.date ? who : say("overview.who-late", { who, date: sayShortDate(row.date, status.today) });
}

function skipped({ plan, ticks }: ReminderStatus): string[] {
  if (plan !== null) return plan.workingDay && plan.skipped.length > 0 ? skippedLines(plan) : [];
  const count = ticks.last?.skipped ?? 0;
  return count > 0 ? [line(say("overview.skipped-then", { count }))] : [];
}

function tickLines({ ticks, today, timeZone, unannounced, badCalendarLines }: ReminderStatus): string[] {
  const { last } = ticks;
  const at = last === null ? "" : sayTime(last.startedAt, timeZone, today);
  const lastLine = () => {
    if (last === null) return say("overview.tick-none");
    if (last.error !== null) return say("overview.tick-failed", { at, error: cut(last.error, "title") });
    if (last.finishedAt === null) return say("overview.tick-broken", { at });
    return say("overview.tick-last", { at, digests: last.digests });
  };
  return [
    line(lastLine()),
    line(say("overview.tick-next", { date: sayDate(ticks.next, today), time: DAILY_TICK })),
    ...(unannounced.length > 0
      ? [line(say("calendar.unannounced", { years: unannounced.join(say("common.list-comma")) }))]
      : []),
    ...(badCalendarLines > 0 ? [line(say("overview.calendar-lines", { count: badCalendarLines }))] : []),
  ];
}
