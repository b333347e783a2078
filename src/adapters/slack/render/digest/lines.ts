// The lines of a digest: which task, in which role, until when, and what was last heard of it.
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { ReasonCode } from "../../../../domain/reason.ts";
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { isOpen } from "../../../../domain/reminders/digest-view.ts";
import {
  say,
  sayDate,
  sayDaysLeft,
  sayLight,
  sayNames,
  sayReason,
  sayRole,
  sayShortDate,
  sayStatus,
} from "../../../../text/say.ts";
import { bold, cut, dotted, line, taskText } from "../blocks.ts";
import { urgerOf } from "./ask.ts";
import { answeredByLine, asksReceiptOfAll, receiptLine, responseLine } from "./respond.ts";

/** The task's own date beside that of a report is said from so many working days before it on: until then it is noise. */
const OWN_DUE_SHOWN = 20;

const TROUBLES: ReadonlySet<ReasonCode> = new Set(["light-blocked", "light-at-risk", "light-behind"]);

/** Light, task and role; below it the last known state and why the light is what it is. */
export function lineOf(one: DigestLine, view: DigestView): string[] {
  if (!isOpen(one)) return [shortLineOf(one, view)];
  const why = troubleOf(one) ? line(sayReason(one.light.reason, view.date)) : null;
  return [
    dotted([headOf(one, view), line(timeOf(one, view))]),
    dotted([
      urgedOf(one, view),
      receiptOf(one, view),
      said(one, view),
      lastOf(one, view),
      leadsOf(one),
      supportingOf(one),
      why,
    ]),
  ].filter((row) => row !== "");
}

/** What is asked stands out, unless the first line asks it of all; that it was done does not. */
function receiptOf(one: DigestLine, view: DigestView): string | null {
  if (one.receipt === "asked" && asksReceiptOfAll(view)) return null;
  const text = receiptLine(one, view);
  return text === null ? null : one.receipt === "asked" ? bold(text) : line(text);
}

function said(one: DigestLine, view: DigestView): string | null {
  const text = responseLine(one, view);
  return text === null ? null : line(text);
}

export function shortLineOf(one: DigestLine, view: DigestView): string {
  const task = bold(taskText(one));
  if (one.answered) {
    const by = answeredByLine(one, view);
    const head = by === null ? `${line(say("reminders.line-answered"))} ${task}` : dotted([task, line(by)]);
    return dotted([head, one.last && stateOf(one.last, view)]);
  }
  if (one.reportedBy) return dotted([task, line(sayReportedBy(one.reportedBy, view))]);
  if (!isOpen(one)) return dotted([task, said(one, view)]);
  return dotted([
    headOf(one, view),
    line(timeOf(one, view)),
    receiptOf(one, view),
    said(one, view),
    lastOf(one, view),
    setReason(one, view),
  ]);
}

/** Who sees a light that the office has set sees why. */
export function setReason({ light }: Pick<DigestLine, "light">, view: Pick<DigestView, "date">): string | null {
  return light.reason.code === "light-set" ? line(sayReason(light.reason, view.date)) : null;
}

/** 🟡 *21 订单班补助* · 牵头. Of several units of one person the unit is named; a supporting unit hears who leads. */
function headOf(one: DigestLine, view: DigestView): string {
  const severalUnits = new Set(view.lines.map((other) => other.unitName)).size > 1;
  const lead =
    one.role === "supporting" ? line(say("reminders.lead-by", { lead: cut(sayNames(one.leadName), "name") })) : null;
  const task = `${sayLight(one.light.colour)} ${bold(taskText(one))}`;
  return dotted([task, severalUnits ? line(cut(one.unitName, "name")) : null, sayRole(one.role), lead, inPlaceOf(one)]);
}

/** 代市财政局陈某答复: a substitute may be of another unit. */
function inPlaceOf({ standsInFor, unitName }: DigestLine): string | null {
  if (standsInFor === undefined) return null;
  return line(say("escalation.stands-in-for", { unit: cut(unitName, "name"), contact: cut(standsInFor, "name") }));
}

function timeOf(one: DigestLine, view: DigestView): string {
  const own =
    one.ownDue === null || one.ownDue.daysLeft > OWN_DUE_SHOWN
      ? []
      : [clock("due", one.ownDue.date, one.ownDue.daysLeft, view)];
  const asked =
    one.role === "supporting"
      ? supportClock(one.dueDate, one.daysLeft, view.date)
      : clock(one.kind, one.dueDate, one.daysLeft, view);
  return [asked, ...own].join(say("common.list-semicolon"));
}

/** 报送进展：12月9日（周三）前; 办理时限已逾期 3 个工作日. */
function clock(kind: DigestLine["kind"], date: string, daysLeft: number, view: DigestView): string {
  if (daysLeft <= 0) return say(`reminders.line-${kind}-now`, { left: sayDaysLeft(daysLeft) });
  return say(`reminders.line-${kind}`, { date: sayDate(date, view.date) });
}

/** 配合反馈：12月3日（周四）前; 配合反馈时限已过 5 个工作日（11月23日）: a supporting unit is asked before the task or the report is due. */
export function supportClock(date: IsoDate, daysLeft: number, today: IsoDate): string {
  if (daysLeft === 0) return say("reminders.line-support-today");
  if (daysLeft > 0) return say("reminders.line-support", { date: sayDate(date, today) });
  return say("reminders.line-support-late", { days: -daysLeft, date: sayShortDate(date, today) });
}

/** What the light says beyond the time and the report that stand in the line already. A supporting unit hears its own part only. */
function troubleOf({ light, role }: DigestLine): boolean {
  return light.reason.code === "light-set" || (role === "lead" && TROUBLES.has(light.reason.code));
}

/** That nothing has come yet, a late report says by itself; of a task that is late it is news. */
function lastOf({ last, daysLeft, kind }: DigestLine, view: DigestView): string | null {
  if (last === null) return daysLeft < 0 && kind === "due" ? line(say("reminders.line-no-last")) : null;
  const date = sayShortDate(last.on, view.date);
  return line(say("reminders.line-last", { status: sayStatus(last.status, last.percent), date }));
}

function stateOf(last: NonNullable<DigestLine["last"]>, view: DigestView): string {
  return line(
    say("common.bracketed", {
      text: sayStatus(last.status, last.percent),
      more: sayShortDate(last.on, view.date),
    }),
  );
}

/** 市教育局 12月1日催办. The message of the urge itself says it in its first line. */
function urgedOf(one: DigestLine, view: DigestView): string | null {
  if (one.reason.code !== "urged" || view.kind === "further") return null;
  const date = sayShortDate(String(one.reason.params?.date ?? view.date), view.date);
  return line(say("support.line-urged", { by: urgerOf(one), date }));
}

/** Of several leads, who has reported. */
function leadsOf({ leadsAnswered }: DigestLine): string | null {
  return leadsAnswered === undefined ? null : line(say("reminders.line-leads", leadsAnswered));
}

/** 市教育局已代表各牵头单位报送（12月3日），无需另报. */
function sayReportedBy({ unitName, on }: NonNullable<DigestLine["reportedBy"]>, view: DigestView): string {
  return say("reminders.line-reported-by", { unit: cut(unitName, "name"), date: sayShortDate(on, view.date) });
}

function supportingOf({ supportingAnswered }: DigestLine): string | null {
  if (supportingAnswered === null || supportingAnswered.total === 0) return null;
  return line(say("reminders.line-supporting", supportingAnswered));
}
