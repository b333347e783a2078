// In whose name a person reports.
import { taskName } from "../../domain/answers/task-card.ts";
import { can, type People, unitsSpokenFor } from "../../domain/permission.ts";
import type { Register } from "../../domain/register/register.ts";
import { type Task, unitIdsOf } from "../../domain/register/task.ts";
import type { Unit } from "../../domain/register/unit.ts";
import { taskAfter } from "../../domain/status/transitions.ts";
import { Refusal } from "../../errors.ts";

/** So many units of a task are named to who is of none of them. */
const NAMED_UNITS = 5;

/**
 * The unit the person answers for in this task; a secretary who took a phone call records for the first lead unit.
 * Throws `closed-task` and its like, and, for a contact of another unit, `not-your-task`.
 */
export function requireReporter(actor: string, task: Task, register: Register, people: People): Unit {
  const name = `${taskName(task, register)} ${task.title}`;
  taskAfter(task.state, "report", name);
  const [own] = unitsSpokenFor(actor, task, register);
  if (own) return own;
  if (can(actor, "report", people)) {
    const lead = unitIdsOf(task, "lead").flatMap((id) => register.units.get(id) ?? [])[0];
    if (lead) return lead;
  }
  const assigned = [...unitIdsOf(task, "lead"), ...unitIdsOf(task, "supporting")];
  const units = [...new Set(assigned)].flatMap((id) => register.units.get(id)?.name ?? []).slice(0, NAMED_UNITS);
  throw new Refusal("not-your-task", { task: name, units: units.join("、") });
}
