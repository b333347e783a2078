// From deadline rules and meetings to occurrences: what each open task owes, and until when.
import { addWorkingDays, type IsoDate, type WorkingCalendar, workingDayOnOrBefore } from "../calendar.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { planTimetable } from "../meetings/timetable.ts";
import type { DeadlineRule, Occurrence } from "./deadline.ts";
import { dueDatesOf } from "./due-dates.ts";
import type { Task } from "./task.ts";

/** Supporting units are asked this many working days before the lead's own due date. */
const SUPPORTING_LEAD_TIME = 5;

/** A report of any age counts towards a fixed date: done is done. */
const ANY_TIME: IsoDate = "1900-01-01";

export type NewOccurrence = Omit<Occurrence, "id" | "changes">;

/** The meeting whose cut-off is the clock of undated tasks: the earliest planned one that is not over. */
export function nextMeeting(meetings: readonly Meeting[], today: IsoDate): Meeting | null {
  return meetings.find((m) => m.state === "planned" && m.date >= today) ?? null;
}

/**
 * Every occurrence the open tasks should have today: a progress report at the next meeting's cut-off for each task, and
 * the task's own due dates besides. Adding what is new and leaving the rest alone makes this safe to run daily.
 */
export function planOccurrences(input: {
  tasks: readonly Task[];
  meetings: readonly Meeting[];
  today: IsoDate;
  calendar: WorkingCalendar;
}): NewOccurrence[] {
  const { today, calendar } = input;
  const meeting = nextMeeting(input.meetings, today);
  // Counted once for all tasks: a day of the calendar costs more than a task.
  const report = meeting && reportAt(meeting, calendar);
  const supportingDates = new Map<IsoDate, IsoDate>();
  const supportingDate = (due: IsoDate) => {
    const date = supportingDates.get(due) ?? supportingDueDateOf(due, calendar);
    supportingDates.set(due, date);
    return date;
  };
  return input.tasks
    .filter((task) => task.state === "open")
    .flatMap((task) => [
      ...(report ? [{ taskId: task.id, ...report }] : []),
      ...task.deadlines.flatMap((rule) => dueFor(task, rule, today, supportingDate)),
    ]);
}

function reportAt(meeting: Meeting, calendar: WorkingCalendar): Omit<NewOccurrence, "taskId"> {
  const call = planTimetable(meeting.date, calendar).find((s) => s.step === "call-for-topics");
  return {
    kind: "report",
    period: reportPeriod(meeting),
    opensOn: call?.date ?? meeting.supportingCutOff,
    dueDate: meeting.cutOff,
    supportingDueDate: meeting.supportingCutOff,
    originalDueDate: meeting.cutOff,
  };
}

export function reportPeriod(meeting: Meeting): string {
  return `meeting:${meeting.id}`;
}

function dueFor(
  task: Task,
  rule: DeadlineRule,
  today: IsoDate,
  supportingDate: (due: IsoDate) => IsoDate,
): NewOccurrence[] {
  return dueDatesOf(rule, today).map(({ period, due, opensOn }) => ({
    taskId: task.id,
    kind: "due",
    period,
    opensOn: opensOn ?? ANY_TIME,
    dueDate: due,
    supportingDueDate: supportingDate(due),
    originalDueDate: due,
  }));
}

/** Until when supporting units are asked for a task due on `due`. */
export function supportingDueDateOf(due: IsoDate, calendar: WorkingCalendar): IsoDate {
  return addWorkingDays(workingDayOnOrBefore(due, calendar), -SUPPORTING_LEAD_TIME, calendar);
}

/** Stored occurrences plus those that would be stored today, the latter with negative ids: for dry runs. */
export function withUnstored(stored: readonly Occurrence[], wanted: readonly NewOccurrence[]): Occurrence[] {
  const known = new Set(stored.map(identity));
  const unstored = wanted.filter((o) => !known.has(identity(o)));
  return [...stored, ...unstored.map((o, i) => ({ ...o, id: -1 - i, changes: 0 }))];
}

function identity(o: Pick<Occurrence, "taskId" | "kind" | "period">): string {
  return `${o.taskId}/${o.kind}/${o.period}`;
}
