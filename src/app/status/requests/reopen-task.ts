// A closed task that is not done after all: open again, with its reason in the trail.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { planOccurrences } from "../../../domain/register/occurrences.ts";
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
  if (!(await ports.requestStore.reopen({ taskId: task.id, occurrences, reason, by }))) {
    throw new Refusal("task-not-closed", { task: `${name} ${task.title}` });
  }
  await refreshOccurrences(ports);
  const digestIds = await ports.reminderStore.sentWithTask(task.id, REDRAWN_DIGESTS);
  return { taskName: name, title: task.title, reason, digestIds };
}
