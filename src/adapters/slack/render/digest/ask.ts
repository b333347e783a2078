// The first line of a digest: what is asked, and until when. It is also what the notification shows.
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { isOpen } from "../../../../domain/reminders/digest-view.ts";
import { say, sayDate, sayDaysLeft, sayNames, sayShortDate } from "../../../../text/say.ts";
import { cut, taskText } from "../blocks.ts";
import { asksReceiptOfAll } from "./respond.ts";

export function askOf(view: DigestView): string {
  const plain = plainAskOf(view);
  const ask = asksReceiptOfAll(view)
    ? say("responses.ask-receipts", { count: view.lines.filter(isOpen).length, ask: plain })
    : plain;
  if (view.kind !== "further" || !view.lines.some(isOpen)) return ask;
  const urged = view.lines.filter((one) => isOpen(one) && one.reason.code === "urged");
  if (urged.length > 0) return askUrged(urged, view);
  const codes = new Set(view.lines.filter(isOpen).map((one) => one.reason.code));
  if (codes.has("date-moved")) return say("responses.further-moved", { ask });
  if (codes.has("task-assigned")) return say("responses.further-assigned", { ask });
  if (codes.has("not-mine-declined")) return say("responses.further-declined", { ask });
  return say("responses.further-wish", { ask });
}

/** 市教育局催办：21 订单班补助，请于 12月2日（周三）前反馈，还有 5 个工作日. */
function askUrged(urged: readonly DigestLine[], view: DigestView): string {
  const [first] = urged;
  const by = urgerOf(first);
  if (first === undefined || urged.length > 1) return say("support.ask-urged-many", { by, count: urged.length });
  const asked = { by, task: taskText(first) };
  const left = sayDaysLeft(first.daysLeft);
  if (first.daysLeft < 0) return say("support.ask-urged-late", { ...asked, left });
  if (first.daysLeft === 0) return say("support.ask-urged-today", asked);
  return say("support.ask-urged", { ...asked, left, date: sayDate(first.dueDate, view.date) });
}

/** The lead unit that urges, or the office. */
export function urgerOf(one: DigestLine | undefined): string {
  const unit = String(one?.reason.params?.unit ?? "");
  return unit === "" ? say("support.office") : cut(unit, "name");
}

function plainAskOf(view: DigestView): string {
  const open = view.lines.filter(isOpen);
  const overdue = open.filter((one) => one.daysLeft < 0);
  const ahead = open.filter((one) => one.daysLeft >= 0).sort((a, b) => a.dueDate.localeCompare(b.dueDate));
  if (view.lines.length === 0) return say("reminders.nothing-asked");
  if (open.length === 0) {
    const all = view.lines.every((one) => one.answered);
    return all ? say("reminders.all-received", { count: view.lines.length }) : say("reminders.all-settled");
  }
  if (overdue.length > 0) return askOverdue(overdue, ahead, view);
  return askAhead(ahead, view);
}

function askOverdue(overdue: readonly DigestLine[], ahead: readonly DigestLine[], view: DigestView): string {
  const [first] = overdue;
  const [next] = ahead;
  const support = overdue.every((one) => one.role === "supporting");
  const count = overdue.length;
  const ask = support
    ? say("reminders.ask-overdue-support", { late: say("reminders.support-late", { count }) })
    : say("reminders.ask-overdue", { count });
  if (next) {
    const rest = ahead.length;
    if (next.daysLeft === 0) return say("reminders.ask-overdue-and-today", { ask, rest });
    return say("reminders.ask-overdue-mixed", { ask, rest, date: sayDate(next.dueDate, view.date) });
  }
  if (count > 1 || first === undefined) return ask;
  if (support) {
    const date = sayShortDate(first.dueDate, view.date);
    return say("reminders.ask-overdue-one-support", { task: taskText(first), days: -first.daysLeft, date });
  }
  return say(`reminders.ask-overdue-one-${first.kind}`, { task: taskText(first), left: sayDaysLeft(first.daysLeft) });
}

/** What is due first, and how much comes later. */
function askAhead(ahead: readonly DigestLine[], view: DigestView): string {
  const [first] = ahead;
  if (first === undefined) return "";
  const sameDay = ahead.filter((one) => one.dueDate === first.dueDate);
  const rest = ahead.length - sameDay.length;
  const ask = sameDay.every((one) => one.role === "supporting")
    ? askSupport(first, sameDay.length, view)
    : askReport(first, sameDay.length, view);
  return rest > 0 ? say("reminders.ask-rest", { ask, rest }) : ask;
}

function askSupport(first: DigestLine, count: number, view: DigestView): string {
  const date = sayDate(first.dueDate, view.date);
  const left = sayDaysLeft(first.daysLeft);
  const today = first.daysLeft === 0;
  if (count > 1) {
    return today ? say("reminders.ask-support-today", { count }) : say("reminders.ask-support", { date, count, left });
  }
  const asked = { lead: cut(sayNames(first.leadName), "name"), task: taskText(first) };
  return today
    ? say("reminders.ask-support-one-today", asked)
    : say("reminders.ask-support-one", { ...asked, date, left });
}

function askReport(first: DigestLine, count: number, view: DigestView): string {
  const kind = first.kind === "due" ? "due" : "report";
  if (first.daysLeft === 0) return say(`reminders.ask-${kind}-today`, { count });
  const date = sayDate(first.dueDate, view.date);
  return say(`reminders.ask-${kind}`, { date, count, left: sayDaysLeft(first.daysLeft) });
}
