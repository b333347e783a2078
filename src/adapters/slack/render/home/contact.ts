// The home page of a contact: what to do now, what is waited for, what is done.
import type { KnownBlock } from "@slack/types";
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { ContactHome, OwnTask, Waiting } from "../../../../domain/home/contact-home.ts";
import {
  say,
  sayDate,
  sayDaysLeft,
  sayLight,
  sayList,
  sayRole,
  sayShortDate,
  sayStatus,
} from "../../../../text/say.ts";
import type { HomeState } from "../../ids/home-state.ts";
import { bold, buttons, cut, dotted, line, reportButton, section, showTaskButton, taskText } from "../blocks.ts";
import { setReason, supportClock } from "../digest/lines.ts";
import { listBlocks, shownOf } from "./lists.ts";

/** Missing units that are named before the rest is only counted. */
const MISSING_UNITS = 3;

export function contactBlocks(own: ContactHome, today: IsoDate, state: HomeState): KnownBlock[] {
  const { now, waiting, done } = own;
  const start = (list: "now" | "waiting" | "done") => state.starts[list] ?? 0;
  const severalUnits = new Set([...now, ...done].map((task) => task.unitName)).size > 1;
  const total = say("home.own-total", { now: now.length, waiting: waiting.length, done: done.length });
  return [
    section([bold(askOf(now, today)), line(total), ...receiptsOf(now)]),
    ...listBlocks("now", shownOf(now, start("now")), say("home.heading-now"), state, (rows) =>
      rows.flatMap((row) => nowBlocks(row, today, severalUnits)),
    ),
    ...listBlocks("waiting", shownOf(waiting, start("waiting")), say("home.heading-waiting"), state, (rows) =>
      rows.map((row) => section(line(waitingText(row, today)), showTaskButton(row.taskName, false))),
    ),
    ...listBlocks("done", shownOf(done, start("done")), say("home.heading-done"), state, (rows) =>
      rows.map((row) => section(doneLine(row, today), showTaskButton(row.taskName, false))),
    ),
  ];
}

/** What is to be done, and until when. */
function askOf(now: readonly OwnTask[], today: IsoDate): string {
  const overdue = now.filter((task) => task.dueDate !== null && task.dueDate < today);
  const count = overdue.length;
  if (count > 0) {
    const support = overdue.every((task) => task.role === "supporting");
    return support ? say("reminders.support-late", { count }) : say("home.own-title-overdue", { count });
  }
  const [first] = now;
  if (first === undefined) return say("home.own-title-nothing");
  const { dueDate, daysLeft } = first;
  if (dueDate === null) return say("home.own-title-undated", { count: now.length });
  const next = now.filter((task) => task.dueDate === dueDate).length;
  if (dueDate === today) return say("home.own-title-today", { count: next });
  return say("home.own-title-next", { count: next, date: sayDate(dueDate, today), left: sayDaysLeft(daysLeft ?? 0) });
}

/** How many tasks wait for 签收, and how it is done: also for one that no reminder has asked about yet. */
function receiptsOf(now: readonly OwnTask[]): string[] {
  const waiting = now.filter((task) => task.awaitsReceipt);
  const [first] = waiting;
  if (first === undefined) return [];
  return [line(say("home.own-receipts", { count: waiting.length, ref: cut(first.taskName, "name") }))];
}

function nowBlocks(row: OwnTask, today: IsoDate, severalUnits: boolean): KnownBlock[] {
  const report = reportButton(row.taskId, undefined, row.role);
  const head = [
    bold(`${sayLight(row.light.colour)} ${taskText(row)}`),
    unitOf(row, severalUnits),
    sayRole(row.role),
    row.awaitsReceipt ? bold(say("home.awaits-receipt")) : null,
  ];
  return [
    section([
      dotted(head),
      dotted([line(dueText(row, today)), line(lastText(row, today)), setReason(row, { date: today })]),
    ]),
    ...buttons([report, showTaskButton(row.taskName, false)]),
  ];
}

function unitOf(row: OwnTask, severalUnits: boolean): string | null {
  return severalUnits ? line(cut(row.unitName, "name")) : null;
}

function dueText({ dueDate, daysLeft, role }: OwnTask, today: IsoDate): string {
  if (dueDate === null) return say("home.due-undated");
  const left = sayDaysLeft(daysLeft ?? 0);
  if (role === "supporting" && dueDate < today) return supportClock(dueDate, daysLeft ?? 0, today);
  if (dueDate === today) return left;
  return say("home.due-left", { due: say("register.mine-row-due", { date: sayDate(dueDate, today) }), left });
}

function lastText({ last }: OwnTask, today: IsoDate): string {
  if (last === null) return say("reminders.line-no-last");
  const { status, percent, on } = last;
  return say("reminders.line-last", { status: sayStatus(status, percent), date: sayShortDate(on, today) });
}

function waitingText(row: Waiting, today: IsoDate): string {
  const task = taskText(row);
  if (row.kind === "answers") {
    const units = sayList(
      row.missing.map((name) => cut(name, "name")),
      MISSING_UNITS,
    );
    return say("home.waiting-answers", { task, answered: row.answered, total: row.total, units });
  }
  const on = sayShortDate(row.requestedOn, today);
  if (row.request === "closure" || row.proposedDate === null) return say("home.waiting-closure", { task, on });
  return say("home.waiting-extension", { task, on, date: sayDate(row.proposedDate, today) });
}

function doneLine(row: OwnTask, today: IsoDate): string {
  const state = row.closed ? line(say("home.closed")) : line(lastText(row, today));
  return dotted([line(taskText(row)), sayRole(row.role), state]);
}
