// Whether a unit still owes an answer for an occurrence.
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits } from "../register/unit.ts";
import type { StatusUpdate } from "./status.ts";

/** The newest update of each unit for each task, found by `task` and `unit`. */
export type UpdateIndex = ReadonlyMap<string, StatusUpdate>;

export function indexUpdates(updates: readonly StatusUpdate[]): UpdateIndex {
  return new Map(updates.map((u) => [updateKey(u.taskId, u.unitId), u]));
}

export function updateOf(index: UpdateIndex, taskId: number, unitId: number): StatusUpdate | null {
  return index.get(updateKey(taskId, unitId)) ?? null;
}

function updateKey(taskId: number, unitId: number): string {
  return `${taskId}/${unitId}`;
}

/** A report is answered by any update since it opened; a due date only by "done" since then. */
export function hasAnswered(occurrence: Occurrence, update: StatusUpdate | null): boolean {
  if (update === null || update.on < occurrence.opensOn) return false;
  return occurrence.kind === "report" || update.status === "done";
}

/** How many supporting units (members of groups counted one by one) have reported since the occurrence opened. */
export function countSupporting(
  task: Task,
  occurrence: Occurrence,
  units: Register["units"],
  updates: UpdateIndex,
): { answered: number; total: number } {
  const ids = new Set(
    unitIdsOf(task, "supporting").flatMap((id) => {
      const unit = units.get(id);
      return unit ? answeringUnits(unit, units).map((u) => u.id) : [];
    }),
  );
  const answered = [...ids].filter((id) => {
    const update = updateOf(updates, task.id, id);
    return update !== null && update.on >= occurrence.opensOn;
  });
  return { answered: answered.length, total: ids.size };
}
