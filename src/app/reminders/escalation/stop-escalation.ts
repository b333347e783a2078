// The secretary stops the escalation of a unit for a task, with a reason, or lets it go on.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { resolveTaskRef } from "../../../domain/register/task-ref.ts";
import { answeringUnits, type Unit } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { readTaskRef } from "../../../reading/task-ref.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "../../register/units/find-unit.ts";
import type { EscalationUseCases } from "./escalation-use-cases.ts";

type StopPorts = Pick<Ports, "registerStore" | "escalationStore" | "secretaries">;

export async function stopEscalation(
  ports: StopPorts,
  { reason, ...whose }: Parameters<EscalationUseCases["stopEscalation"]>[0],
): ReturnType<EscalationUseCases["stopEscalation"]> {
  const { targets, ...said } = await targetsOf(ports, whose);
  const why = reason.trim();
  if (why === "") throw new Refusal("stop-without-reason");
  const task = `${said.taskName} ${said.title}`;
  if (targets.length === 0) throw new Refusal("nothing-to-escalate", { unit: said.unit, task });
  const stopped = await ports.escalationStore.stop(targets, { reason: why, by: whose.by });
  if (stopped === 0) throw new Refusal("already-stopped", { unit: said.unit, task });
  return said;
}

export async function resumeEscalation(
  ports: StopPorts,
  whose: Parameters<EscalationUseCases["resumeEscalation"]>[0],
): ReturnType<EscalationUseCases["resumeEscalation"]> {
  const { targets, ...said } = await targetsOf(ports, whose);
  const resumed = targets.length === 0 ? 0 : await ports.escalationStore.resume(targets, { by: whose.by });
  if (resumed === 0) throw new Refusal("not-stopped", { unit: said.unit, task: `${said.taskName} ${said.title}` });
  return said;
}

/** Every open occurrence of the task that the unit, or a member of the group, must answer. */
async function targetsOf(
  ports: StopPorts,
  { ref, unitName, by }: Parameters<EscalationUseCases["resumeEscalation"]>[0],
) {
  authorise(by, "stop-escalation", ports);
  const register = await ports.registerStore.load();
  const task = resolveTaskRef(readTaskRef(ref), register);
  const unit = findUnit(unitName, register);
  const assigned = task.assignments.flatMap((a) => register.units.get(a.unitId) ?? []);
  const asked = new Set(assigned.flatMap((one) => answeringUnits(one, register.units)));
  const units = [...new Set(answeringUnits(unit, register.units))].filter((one) => asked.has(one));
  const name = taskName(task, register);
  if (units.length === 0) {
    throw new Refusal("unit-not-in-task", { unit: unit.name, task: `${name} ${task.title}`, units: names(assigned) });
  }
  const targets = register.occurrences
    .filter((occurrence) => occurrence.taskId === task.id)
    .flatMap((occurrence) => units.map(({ id }) => ({ occurrenceId: occurrence.id, unitId: id })));
  return { taskName: name, title: task.title, unit: unit.name, targets };
}

function names(units: readonly Unit[]): string {
  return [...new Set(units.map((unit) => unit.name))].join("、");
}
