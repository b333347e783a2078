// The first line of a digest: what is asked, and until when. It is also what the notification shows.
import type { DigestLine, DigestView } from "../../../domain/reminders/digest.ts";
import { say, sayDate, sayDaysLeft } from "../../../text/say.ts";
import { cut, taskText } from "./blocks.ts";

export function askOf(view: DigestView): string {
  const open = view.lines.filter((one) => !one.answered);
  const overdue = open.filter((one) => one.daysLeft < 0);
  const ahead = open.filter((one) => one.daysLeft >= 0).sort((a, b) => a.dueDate.localeCompare(b.dueDate));
  if (open.length === 0) return say("reminders.all-received", { count: view.lines.length });
  if (overdue.length > 0) return askOverdue(overdue, ahead, view);
  return ahead.every((one) => one.role === "supporting") ? askSupport(ahead, view) : askReport(ahead, view);
}

function askOverdue(overdue: readonly DigestLine[], ahead: readonly DigestLine[], view: DigestView): string {
  const [first] = overdue;
  const [next] = ahead;
  if (next) {
    const date = sayDate(next.dueDate, view.date);
    return say("reminders.ask-overdue-mixed", { count: overdue.length, rest: ahead.length, date });
  }
  if (overdue.length > 1 || first === undefined) return say("reminders.ask-overdue", { count: overdue.length });
  return say("reminders.ask-overdue-one", { task: taskText(first), left: sayDaysLeft(first.daysLeft) });
}

function askSupport(ahead: readonly DigestLine[], view: DigestView): string {
  const [first] = ahead;
  if (first === undefined) return "";
  const date = sayDate(first.dueDate, view.date);
  const left = sayDaysLeft(first.daysLeft);
  const today = first.daysLeft === 0;
  if (ahead.length === 1) {
    const asked = { lead: cut(first.leadName, "name"), task: taskText(first) };
    return today
      ? say("reminders.ask-support-one-today", asked)
      : say("reminders.ask-support-one", { ...asked, date, left });
  }
  const { count, rest } = sameDay(ahead, first);
  if (rest > 0) return say("reminders.ask-support-mixed", { date, count, left, rest });
  return today ? say("reminders.ask-support-today", { count }) : say("reminders.ask-support", { date, count, left });
}

function askReport(ahead: readonly DigestLine[], view: DigestView): string {
  const [first] = ahead;
  if (first === undefined) return "";
  const date = sayDate(first.dueDate, view.date);
  const left = sayDaysLeft(first.daysLeft);
  const { count, rest } = sameDay(ahead, first);
  if (rest > 0) return say("reminders.ask-report-mixed", { date, count, left, rest });
  return first.daysLeft === 0
    ? say("reminders.ask-report-today", { count })
    : say("reminders.ask-report", { date, count, left });
}

/** How many lines are due with the first one, and how many later. */
function sameDay(ahead: readonly DigestLine[], first: DigestLine): { count: number; rest: number } {
  const count = ahead.filter((one) => one.dueDate === first.dueDate).length;
  return { count, rest: ahead.length - count };
}
