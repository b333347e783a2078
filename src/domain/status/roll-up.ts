// Who of those that answer together has answered (9/12 已报), and who is still missing, by name.
import type { IsoDate } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type LeadRule, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { countSupporting, indexUpdates, silentOf, supportingUnits } from "./answered.ts";

export interface RollUp {
  /** The group that leads; null = all supporting units together, groups member by member, or the leads (`leads`). */
  readonly unit: string | null;
  /** Set of several units that lead together: whether one of them reports for all, or each for itself. */
  readonly leads?: LeadRule;
  readonly answered: number;
  readonly total: number;
  readonly missing: readonly string[];
}

/**
 * For the report the next meeting asks for, else for the task's nearest date. Units that answer alone need no sum: only two
 * and more are rolled up. Empty where nothing is asked for.
 */
export function rollUpsOf(
  task: Task,
  { units, occurrences, latestUpdates }: Pick<Register, "units" | "occurrences" | "latestUpdates">,
): RollUp[] {
  const asked = askedNow(task, occurrences);
  if (asked === null) return [];
  const updates = indexUpdates(latestUpdates);
  const rollUp = (unit: string | null, of: readonly Unit[], rule?: LeadRule): RollUp[] => {
    if (of.length < 2) return [];
    const missing = silentOf(of, task, asked, updates);
    const counts = { answered: of.length - missing.length, total: of.length, missing: missing.map((one) => one.name) };
    return [{ unit, ...counts, ...(rule === undefined ? {} : { leads: rule }) }];
  };
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  const groups = leads.filter((unit) => unit.memberIds.length > 0);
  const single = leads.filter((unit) => !groups.includes(unit));
  return [
    ...rollUp(null, single, task.leadRule ?? "first"),
    ...groups.flatMap((group) => rollUp(group.name, answeringUnits(group, units))),
    ...rollUp(null, supportingUnits(task, units)),
  ];
}

/** How many supporting units have answered what is asked now, be it one alone; null where none supports. */
export function supportAnswered(
  task: Task,
  { units, occurrences, latestUpdates }: Pick<Register, "units" | "occurrences" | "latestUpdates">,
): { readonly answered: number; readonly total: number } | null {
  const asked = { opensOn: askedSince(task, occurrences) };
  const counts = countSupporting(task, asked, units, indexUpdates(latestUpdates));
  return counts.total === 0 ? null : counts;
}

/** What a task is asked for now: the report of the next meeting, else its nearest date; null = nothing. */
export function askedNow(task: Task, occurrences: readonly Occurrence[]): Occurrence | null {
  const open = occurrences.filter((one) => one.taskId === task.id);
  const byDate = open.toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
  return byDate.findLast((o) => o.kind === "report") ?? byDate[0] ?? null;
}

/** From when an answer counts for it; "" = always, where nothing is asked. */
export function askedSince(task: Task, occurrences: readonly Occurrence[]): IsoDate {
  return askedNow(task, occurrences)?.opensOn ?? "";
}
