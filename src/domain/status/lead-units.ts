// Several lead units (多家牵头): who reports for whom, and who of them has reported.
import type { Occurrence } from "../register/deadline.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { speaksSince, type UpdateIndex, updateOf } from "./answered.ts";
import type { StatusUpdate } from "./status.ts";

/**
 * The report of another lead that spares this one its own, or null. Unless the task says that each reports, the first that does
 * reports for all: it goes on being asked where its report is not the last word, the others are not. Of several that have reported, the
 * one the document names first speaks. Members of a leading group are never spared: each answers for itself.
 */
export function reportedByCoLead(
  task: Task,
  unitId: number,
  occurrence: Pick<Occurrence, "opensOn">,
  updates: UpdateIndex,
): StatusUpdate | null {
  const leads = unitIdsOf(task, "lead");
  if (task.leadRule === "each" || leads.length < 2 || !leads.includes(unitId)) return null;
  for (const id of leads) {
    const update = updateOf(updates, task.id, id);
    if (speaksSince(update, occurrence.opensOn)) return id === unitId ? null : update;
  }
  return null;
}

/** The leads whose own report is needed: all where each reports, else none by name. */
export function leadsThatMustReport(task: Task): number[] {
  const leads = unitIdsOf(task, "lead");
  return task.leadRule === "each" && leads.length > 1 ? leads : [];
}
