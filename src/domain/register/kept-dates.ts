// What is kept of a task's dates for ever: the original one, the one that holds, and how often it was moved.
import type { Occurrence } from "./deadline.ts";
import { givesPeriod } from "./due-dates.ts";
import type { Task } from "./task.ts";

/** 原定／现定／变更次数, and what else a ledger names of a date. */
export type KeptDate = Pick<Occurrence, "originalDueDate" | "dueDate" | "changes">;

/** Of the task's due dates (`dueDates`, of whatever state) those to tell of: the moved ones, and the last one where the task is open no more. Earliest first. */
export function keptDates(task: Pick<Task, "state" | "deadlines">, dueDates: readonly Occurrence[]): KeptDate[] {
  const last = task.state === "open" ? null : lastDate(task, dueDates);
  return stillGiven(task, dueDates).filter((one) => one.changes > 0 || one === last);
}

/** The latest due date that the task's rules give: a newer version of the document may have dropped others. */
export function lastDate(task: Pick<Task, "deadlines">, dueDates: readonly Occurrence[]): Occurrence | null {
  return stillGiven(task, dueDates).at(-1) ?? null;
}

function stillGiven({ deadlines }: Pick<Task, "deadlines">, dueDates: readonly Occurrence[]): Occurrence[] {
  return dueDates
    .filter(({ period }) => deadlines.some((rule) => givesPeriod(rule, period)))
    .toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
}
