// Whether a unit still owes an answer for an occurrence.
import type { IsoDate } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
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

/** Whether there is an update that was said since `day`, and is not a "done" that a reopening has made history. */
export function speaksSince(update: StatusUpdate | null, day: IsoDate): update is StatusUpdate {
  return update !== null && update.on >= day && !update.undone;
}

/** The newest updates with those marked that said "done" before their task was reopened; `reopened`: its last update by then. */
export function markUndone(
  updates: readonly StatusUpdate[],
  reopened: ReadonlyMap<number, number>,
): readonly StatusUpdate[] {
  if (reopened.size === 0) return updates;
  return updates.map((update) => {
    const isUndone = update.status === "done" && update.id <= (reopened.get(update.taskId) ?? 0);
    return isUndone ? { ...update, undone: true } : update;
  });
}

/** A report is answered by any update since it opened; a due date only by "done" since then. */
export function hasAnswered(occurrence: Occurrence, update: StatusUpdate | null): boolean {
  if (!speaksSince(update, occurrence.opensOn)) return false;
  return occurrence.kind === "report" || update.status === "done";
}

/** The supporting units that answer, groups member by member, each once. */
export function supportingUnits(task: Task, units: Register["units"]): Unit[] {
  const named = unitIdsOf(task, "supporting").flatMap((id) => units.get(id) ?? []);
  return [...new Set(named.flatMap((unit) => answeringUnits(unit, units)))];
}

/** Those of `units` that have said nothing of the task since the occurrence opened. */
export function silentOf(
  units: readonly Unit[],
  task: Task,
  { opensOn }: Pick<Occurrence, "opensOn">,
  updates: UpdateIndex,
): Unit[] {
  return units.filter(({ id }) => !speaksSince(updateOf(updates, task.id, id), opensOn));
}

/** How many supporting units have reported since the occurrence opened. */
export function countSupporting(
  task: Task,
  occurrence: Pick<Occurrence, "opensOn">,
  units: Register["units"],
  updates: UpdateIndex,
): { answered: number; total: number } {
  const supporting = supportingUnits(task, units);
  const silent = silentOf(supporting, task, occurrence, updates);
  return { answered: supporting.length - silent.length, total: supporting.length };
}
