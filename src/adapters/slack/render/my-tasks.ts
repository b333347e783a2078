// The tasks of one person.
import type { MyTaskRow } from "../../../app/ports.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { say, sayDate, sayRole, sayShortDate, sayStatus } from "../../../text/say.ts";
import { bold, cut, dotted, LIST_LINES, line, message, moreTasks, reportButton, section, taskText } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

/** Sorted by date; first what is due next, the report button beside each task. */
export function renderMyTasks(rows: readonly MyTaskRow[], today: IsoDate): SlackMessage {
  if (rows.length === 0) return sentence(say("register.mine-none"));
  const sorted = [...rows].sort(byUrgency);
  const title = askOf(sorted, today);
  const leads = rows.filter((row) => row.role === "lead").length;
  const total = say("register.mine-total", { total: rows.length, leads, supports: rows.length - leads });
  const severalUnits = new Set(rows.map((row) => row.unitName)).size > 1;
  return message(title, [
    section([bold(title), line(total)]),
    ...sorted
      .slice(0, LIST_LINES)
      .map((row) => section(rowLines(row, today, severalUnits), reportButton(row.taskId, undefined, row.role))),
    ...moreTasks(sorted.slice(LIST_LINES).map((row) => ({ ...row, taskName: nameOf(row) }))),
  ]);
}

/** Done tasks last, then by date, undated tasks after dated ones. */
function byUrgency(a: MyTaskRow, b: MyTaskRow): number {
  const rank = (row: MyTaskRow) => (row.status === "done" ? "2" : row.dueDate === null ? "1" : `0${row.dueDate}`);
  return rank(a).localeCompare(rank(b));
}

function askOf(rows: readonly MyTaskRow[], today: IsoDate): string {
  const dates = rows.flatMap((row) => (row.status === "done" || row.dueDate === null ? [] : [row.dueDate]));
  const overdue = rows.filter((row) => row.status !== "done" && row.dueDate !== null && row.dueDate < today);
  const [next] = dates;
  if (overdue.length > 0) {
    const support = overdue.every((row) => row.role === "supporting");
    return say(support ? "reminders.support-late" : "register.mine-overdue", { count: overdue.length });
  }
  if (next === undefined) return say("register.mine-no-dates");
  const count = dates.filter((date) => date === next).length;
  return next === today
    ? say("register.mine-today", { count })
    : say("register.mine-next", { date: sayDate(next, today), count });
}

function rowLines(row: MyTaskRow, today: IsoDate, severalUnits: boolean): string[] {
  const task = bold(taskText({ taskName: nameOf(row), title: row.title }));
  return [
    dotted([task, severalUnits ? line(cut(row.unitName, "name")) : null, sayRole(row.role)]),
    dotted([line(dueOf(row, today)), line(lastOf(row, today))]),
  ];
}

function nameOf({ documentShortTitle, ref, refIsShared }: MyTaskRow): string {
  return refIsShared ? `${documentShortTitle}·${ref}` : ref;
}

function dueOf({ dueDate, status, role }: MyTaskRow, today: IsoDate): string {
  if (dueDate === null) return status === null ? say("register.mine-row-undated") : "";
  const date = sayDate(dueDate, today);
  if (status === "done" || dueDate > today) return say("register.mine-row-due", { date });
  if (dueDate === today) return say("register.mine-row-today");
  return role === "supporting"
    ? say("register.mine-row-support-late", { date: sayShortDate(dueDate, today) })
    : say("register.mine-row-overdue", { date });
}

function lastOf({ status, percent, reportedOn }: MyTaskRow, today: IsoDate): string {
  if (status === null || reportedOn === null) return say("reminders.line-no-last");
  return say("reminders.line-last", { status: sayStatus(status, percent), date: sayShortDate(reportedOn, today) });
}
