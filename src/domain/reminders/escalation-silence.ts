// Since when a unit has been silent: the due date has passed, it was asked, and has not been heard of since.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Role } from "../register/task.ts";
import type { Unit } from "../register/unit.ts";
import { type UpdateIndex, updateOf } from "../status/answered.ts";
import type { Asked } from "./asked.ts";
import { type ReminderPolicy, type RoleSteps, stepsFor } from "./policy.ts";

export interface SilenceFacts {
  /** The days on which each unit was asked itself, by `askedKey`. */
  readonly asked: ReadonlyMap<string, readonly IsoDate[]>;
  /** The last day on which a unit said something short of a report: that it is on it, that it wants to be asked later. By `signKey`. */
  readonly signs: ReadonlyMap<string, IsoDate>;
  /**
   * For a look at a day to come: the reminders from this day on are taken to have gone out as the policy has them. Null where
   * only what was sent counts.
   */
  readonly runsFrom: IsoDate | null;
}

export function askedKey(occurrenceId: number, unitId: number, role: Role): string {
  return `${occurrenceId}:${unitId}:${role}`;
}

export function signKey(occurrenceId: number, unitId: number): string {
  return `${occurrenceId}:${unitId}`;
}

export interface CountedFacts extends SilenceFacts {
  readonly updates: UpdateIndex;
  readonly policy: ReminderPolicy;
  readonly calendar: WorkingCalendar;
  daysTo(date: IsoDate): number;
}

/**
 * How many working days the unit has been silent: since the due date, or since it was first asked after it was last heard of,
 * whichever is later. Null where it is not silent: the date is still ahead, or it was not asked since.
 */
export function silentDays(facts: CountedFacts, { occurrence, task, assignment, unit }: Asked): number | null {
  const { role } = assignment;
  const dueDate = role === "lead" ? occurrence.dueDate : occurrence.supportingDueDate;
  const due = facts.daysTo(dueDate);
  if (due >= 0) return null;
  const heard = latest([updateOf(facts.updates, task.id, unit.id)?.on, ...signsOf(facts, occurrence, unit)]);
  const asked = [unit.id, ...(unit.absorbed ?? []).map((one) => one.id)]
    .flatMap((id) => facts.asked.get(askedKey(occurrence.id, id, role)) ?? [])
    .filter((day) => heard === null || day > heard)
    .map(facts.daysTo);
  const assumed = assumedAsking(facts, stepsFor(role, facts.policy, task.reminderSteps), due, heard);
  const first = Math.min(...asked, ...assumed);
  return first > 0 ? null : -Math.max(due, first);
}

function signsOf(facts: SilenceFacts, occurrence: Occurrence, unit: Unit): (IsoDate | undefined)[] {
  return [unit.id, ...(unit.absorbed ?? []).map((one) => one.id)].map((id) =>
    facts.signs.get(signKey(occurrence.id, id)),
  );
}

/** When the policy would have asked for the first time after `heard`, in working days from today; none for today itself. */
function assumedAsking(facts: CountedFacts, steps: RoleSteps, due: number, heard: IsoDate | null): number[] {
  const { runsFrom, calendar } = facts;
  if (runsFrom === null) return [];
  const start = facts.daysTo(runsFrom) + (calendar.isWorkingDay(runsFrom) ? 0 : 1);
  const after = heard === null ? Number.NEGATIVE_INFINITY : facts.daysTo(heard);
  // The bot says the newest step on its first day, the later ones on theirs.
  const days = stepsUpTo(-due, steps).map((step) => Math.max(due + step, start));
  return days.filter((day) => day > after && day < 0).slice(0, 1);
}

function stepsUpTo(elapsed: number, { before, overdue, overdueEvery }: RoleSteps): number[] {
  const repeated = Array.from({ length: Math.floor(elapsed / overdueEvery) }, (_, i) => (i + 1) * overdueEvery);
  return [...before, ...overdue, ...repeated].sort((a, b) => a - b);
}

function latest(days: readonly (IsoDate | undefined)[]): IsoDate | null {
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? null
  );
}
