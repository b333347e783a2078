// A closed task that is not done after all: open again, with its reason in the trail.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { planOccurrences } from "../../../domain/register/occurrences.ts";
import type { Register } from "../../../domain/register/register.ts";
import { type Task, unitIdsOf } from "../../../domain/register/task.ts";
import { answeringUnits } from "../../../domain/register/unit.ts";
import { awayOn, recipientFor } from "../../../domain/reminders/recipient.ts";
import { taskAfter } from "../../../domain/status/transitions.ts";
import { Refusal } from "../../../errors.ts";
import { findTask } from "../../register/find-task.ts";
import { refreshOccurrences } from "../../register/refresh-occurrences.ts";
import type { ReopenedTask } from "./request-use-cases.ts";
import { REDRAWN_DIGESTS, type RequestPorts } from "./view-request.ts";

export async function reopenTask(
  ports: RequestPorts,
  input: { ref: string; reason: string; by: string },
): Promise<ReopenedTask> {
  authorise(input.by, "reopen-task", ports);
  const { reason, by } = input;
  if (reason.trim() === "") throw new Refusal("missing-argument", { name: "reason" });
  const { task, register } = await findTask(ports, input.ref);
  const name = taskName(task, register);
  const state = taskAfter(task.state, "reopen", `${name} ${task.title}`);
  const occurrences = planOccurrences({
    tasks: [{ ...task, state }],
    meetings: register.meetings,
    today: ports.clock.today(),
    calendar: ports.calendar,
  });
  if (!(await ports.requestStore.reopen({ taskId: task.id, occurrences, reason, on: ports.clock.today(), by }))) {
    throw new Refusal("task-not-closed", { task: `${name} ${task.title}` });
  }
  await refreshOccurrences(ports);
  const digestIds = await ports.reminderStore.sentWithTask(task.id, REDRAWN_DIGESTS);
  return { taskId: task.id, taskName: name, title: task.title, reason, digestIds, ...whoHears(task, register, ports) };
}

/** Whoever would be reminded for the units that lead, groups member by member. */
function whoHears(
  task: Task,
  { units }: Register,
  { clock }: Pick<RequestPorts, "clock">,
): Pick<ReopenedTask, "people" | "unreached"> {
  const away = awayOn(units.values(), clock.today());
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  const asked = leads
    .flatMap((unit) => answeringUnits(unit, units))
    .map((unit) => ({ unit, to: recipientFor(unit, away) }));
  return {
    people: [...new Set(asked.flatMap(({ to }) => ("slackUser" in to ? [to.slackUser] : [])))],
    unreached: asked.flatMap(({ unit, to }) => ("slackUser" in to ? [] : [unit.name])),
  };
}
