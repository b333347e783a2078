// Who of those that answer together has answered (9/12 已报), and who is still missing, by name.
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { indexUpdates, updateOf } from "./answered.ts";

export interface RollUp {
  /** The group that leads; null = all supporting units together, groups member by member. */
  readonly unit: string | null;
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
  const asked = askedNow(occurrences.filter((o) => o.taskId === task.id));
  if (asked === null) return [];
  const updates = indexUpdates(latestUpdates);
  const named = (role: "lead" | "supporting") => unitIdsOf(task, role).flatMap((id) => units.get(id) ?? []);
  const rollUp = (unit: string | null, of: readonly Unit[]): RollUp[] => {
    if (of.length < 2) return [];
    const missing = of.filter(({ id }) => (updateOf(updates, task.id, id)?.on ?? "") < asked.opensOn);
    return [{ unit, answered: of.length - missing.length, total: of.length, missing: missing.map((one) => one.name) }];
  };
  const groups = named("lead").filter((unit) => unit.memberIds.length > 0);
  const supporting = named("supporting").flatMap((unit) => answeringUnits(unit, units));
  return [
    ...groups.flatMap((group) => rollUp(group.name, answeringUnits(group, units))),
    ...rollUp(null, [...new Set(supporting)]),
  ];
}

function askedNow(open: readonly Occurrence[]): Occurrence | null {
  const byDate = open.toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
  return byDate.findLast((o) => o.kind === "report") ?? byDate[0] ?? null;
}
