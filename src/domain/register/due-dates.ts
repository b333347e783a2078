// The dates a deadline rule gives, seen from today; what is kept of them for ever: the original one, the one that holds, and how
// often it was moved.
import { endOfMonth, type IsoDate } from "../calendar.ts";
import type { DeadlineRule, Occurrence } from "./deadline.ts";
import type { Task } from "./task.ts";

export interface DueDate {
  readonly period: string;
  readonly due: IsoDate;
  /** The day from which an answer counts; null = any time. */
  readonly opensOn: IsoDate | null;
}

/** Fixed dates as they stand (also when past: they are overdue); of repeating rules the one period that today lies in. */
export function dueDatesOf(rule: DeadlineRule, today: IsoDate): DueDate[] {
  switch (rule.kind) {
    case "by":
    case "span":
      return rule.due === null ? [] : [{ period: rule.due, due: rule.due, opensOn: null }];
    case "annual":
      return [currentYear(rule, today)];
    case "recurring":
      return [currentPeriod(rule, today)];
    case "undated":
      return [];
    default:
      return rule.kind satisfies never;
  }
}

/** Whether the rule gives an occurrence of that period, in whatever year: one that does not is asked for no more. */
export function givesPeriod(rule: DeadlineRule, period: string): boolean {
  switch (rule.kind) {
    case "by":
    case "span":
      return rule.due === period;
    case "annual":
      return /^\d{4}$/.test(period);
    case "recurring":
      return /^\d{4}-\d{2}$/.test(period) && Number(period.slice(5)) % (rule.everyMonths ?? 1) === 0;
    case "undated":
      return false;
    default:
      return rule.kind satisfies never;
  }
}

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

/** The twelve months to the rule's day that today lies in. */
function currentYear(rule: DeadlineRule, today: IsoDate): DueDate {
  const year = Number(today.slice(0, 4));
  const month = rule.month ?? 12;
  const isOver = dayIn(year, month, rule.day) < today;
  const due = dayIn(isOver ? year + 1 : year, month, rule.day);
  const opensIn = Number(due.slice(0, 4)) - (month === 12 ? 0 : 1);
  return { period: due.slice(0, 4), due, opensOn: `${opensIn}-${pad((month % 12) + 1)}-01` };
}

/** The period of `everyMonths` months (counted from January) that ends on or after today. */
function currentPeriod(rule: DeadlineRule, today: IsoDate): DueDate {
  const every = rule.everyMonths ?? 1;
  let year = Number(today.slice(0, 4));
  let last = Math.ceil(Number(today.slice(5, 7)) / every) * every;
  let due = dayIn(year, last, rule.day);
  if (due < today) {
    last += every;
    if (last > 12) [year, last] = [year + 1, every];
    due = dayIn(year, last, rule.day);
  }
  return { period: due.slice(0, 7), due, opensOn: `${year}-${pad(last - every + 1)}-01` };
}

/** `day` of the month, or its last day when the month is shorter or no day is given. */
function dayIn(year: number, month: number, day: number | null): IsoDate {
  const last = endOfMonth(year, month);
  return day === null || day > Number(last.slice(8)) ? last : `${year}-${pad(month)}-${pad(day)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
