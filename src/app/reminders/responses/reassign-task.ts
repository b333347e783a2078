// The secretary gives a unit's part in a task to another unit: same role, same place, the reason kept.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Role, Task } from "../../../domain/register/task.ts";
import { resolveTaskRef } from "../../../domain/register/task-ref.ts";
import { answeringUnits, type Unit } from "../../../domain/register/unit.ts";
import { responsesOf } from "../../../domain/reminders/responses.ts";
import { taskAfter } from "../../../domain/status/transitions.ts";
import { Refusal } from "../../../errors.ts";
import { readTaskRef } from "../../../reading/task-ref.ts";
import { findUnit } from "../../register/units/find-unit.ts";
import { planFurther } from "../plan-further.ts";
import { loadResponses } from "./load-responses.ts";
import type { RespondPorts } from "./respond.ts";
import type { Reassigned, ResponseUseCases } from "./response-use-cases.ts";
import { showingTasks } from "./showing-tasks.ts";

/**
 * What was planned for the former unit is not asked any more; the new one hears of it today and is asked for receipt. Throws
 * `reassign-same`, `unit-not-in-task`, `member-of-group`, `already-in-task`, `missing-argument`, `unknown-unit`, `unknown-task`,
 * `ambiguous-task`, or that the task is not open.
 */
export async function reassignTask(
  ports: RespondPorts,
  input: Parameters<ResponseUseCases["reassignTask"]>[0],
): Promise<Reassigned> {
  authorise(input.by, "reassign-tasks", ports);
  const register = await ports.registerStore.load();
  const task = resolveTaskRef(readTaskRef(input.ref), register);
  const name = `${taskName(task, register)} ${task.title}`;
  taskAfter(task.state, "report", name);
  const from = findUnit(input.from, register);
  const to = findUnit(input.to, register);
  if (from.id === to.id) throw new Refusal("reassign-same", { unit: from.name });
  const role = roleOf(from, task, register, name);
  const isLead = task.assignments.some((one) => one.unitId === to.id && one.role === "lead");
  const isThere = task.assignments.some((one) => one.unitId === to.id && one.role === role);
  if (isLead || isThere) throw new Refusal("already-in-task", { unit: to.name, task: name });
  const claim = responsesOf(await loadResponses(ports, register), task.id, from.id).notMine;
  const reason = input.reason.trim() || (claim?.reason ?? "");
  if (reason === "") throw new Refusal("missing-argument", { name: "reassign-reason" });

  const done = await ports.registerStore.reassign({
    taskId: task.id,
    role,
    fromIds: [from.id, ...(from.absorbed ?? []).map((one) => one.id)],
    toId: to.id,
    reason,
    on: ports.clock.today(),
    by: input.by,
    sourceKey: input.sourceKey,
  });
  if (!done) throw notInTask(from, task, register, name);
  await planFurther(ports);
  return {
    taskName: taskName(task, register),
    title: task.title,
    from: from.name,
    to: to.name,
    role,
    reason,
    toHasNoContact: answeringUnits(to, register.units).every((unit) => unit.contacts.length === 0),
    digestIds: await showingTasks(ports, [task.id]),
  };
}

/** The unit's own part in the task: as lead where it has both. */
function roleOf(unit: Unit, task: Task, register: Register, name: string): Role {
  const roles = task.assignments.filter((one) => one.unitId === unit.id).map((one) => one.role);
  if (roles.length > 0) return roles.includes("lead") ? "lead" : "supporting";
  const group = assignedTo(task, register).find((one) => answeringUnits(one, register.units).includes(unit));
  if (group) throw new Refusal("member-of-group", { unit: unit.name, group: group.name, task: name });
  throw notInTask(unit, task, register, name);
}

function notInTask(unit: Unit, task: Task, register: Register, name: string): Refusal {
  const names = [...new Set(assignedTo(task, register).map((one) => one.name))].join("、");
  return new Refusal("unit-not-in-task", { unit: unit.name, task: name, units: names });
}

function assignedTo({ assignments }: Task, { units }: Register): Unit[] {
  return assignments.flatMap((one) => units.get(one.unitId) ?? []);
}
