// The secretary says whose task it is.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import type { Task } from "../../../domain/register/task.ts";
import { answeringUnits, currentUnit } from "../../../domain/register/unit.ts";
import type { ReminderResponse } from "../../../domain/reminders/responses.ts";
import { taskAfter } from "../../../domain/status/transitions.ts";
import { Refusal } from "../../../errors.ts";
import { planFurther } from "../plan-further.ts";
import type { RespondPorts } from "./respond.ts";
import type { ResponseUseCases } from "./response-use-cases.ts";
import { showingTasks } from "./showing-tasks.ts";

/** Declined, the unit hears of it in today's further message and is asked again; accepted, it is asked no more. */
export async function decideNotMine(
  ports: RespondPorts,
  input: Parameters<ResponseUseCases["decideNotMine"]>[0],
): ReturnType<ResponseUseCases["decideNotMine"]> {
  authorise(input.by, "decide-claims", ports);
  const claim = await ports.responseStore.find(input.responseId);
  if (claim === null) throw new Refusal("proposal-gone");
  const { occurrenceId, unitId, taskId, reason } = claim;
  const { ref, unit } = await requireConcerned(ports, claim);
  const { stored, newest } = await ports.responseStore.decide(claim.id, {
    occurrenceId,
    unitId,
    slackUser: input.by,
    kind: input.accept ? "not_mine_accepted" : "not_mine_declined",
    remindAt: null,
    reason,
    on: ports.clock.today(),
    sourceKey: input.sourceKey,
  });
  if (!stored) throw refusalAfter(newest, { ref, unit });
  await planFurther(ports);
  return { digestIds: await showingTasks(ports, [taskId]) };
}

/** The unit still answers for the task, and the task is open. */
async function requireConcerned(
  ports: Pick<RespondPorts, "registerStore">,
  { taskId, unitId }: ReminderResponse,
): Promise<{ ref: string; unit: string }> {
  const register = await ports.registerStore.load();
  const { units } = register;
  const task = register.tasks.find((one) => one.id === taskId);
  const unit = currentUnit(unitId, units);
  if (task === undefined || unit === null) throw new Refusal("proposal-gone");
  const ref = taskName(task, register);
  const name = `${ref} ${task.title}`;
  taskAfter(task.state, "report", name);
  const assigned = assignedTo(task).flatMap((id) => units.get(id) ?? []);
  if (!assigned.some((one) => one.id === unit.id || answeringUnits(one, units).includes(unit))) {
    const names = [...new Set(assigned.map((one) => one.name))].join("、");
    throw new Refusal("unit-not-in-task", { unit: unit.name, task: name, units: names });
  }
  return { ref, unit: unit.name };
}

function assignedTo({ assignments }: Task): number[] {
  return assignments.map((one) => one.unitId);
}

/** Somebody was first: what was decided, or the unit's own second thought. */
function refusalAfter(newest: ReminderResponse, names: { ref: string; unit: string }): Refusal {
  switch (newest.kind) {
    case "not_mine_accepted":
      return new Refusal("claim-handed-over", { ...names, date: newest.on });
    case "not_mine_declined":
    case "assigned":
      return new Refusal("claim-kept", { ...names, date: newest.on });
    case "accepted":
      return new Refusal("claim-withdrawn", names);
    default:
      return new Refusal("proposal-gone");
  }
}
