// The office sets a task's light, with its reason, or takes that back. The computed light stays beside it.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import type { LightColour } from "../../../domain/status/light.ts";
import { taskLight } from "../../../domain/status/task-light.ts";
import { taskAfter } from "../../../domain/status/transitions.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findTask } from "../../register/find-task.ts";
import { REDRAWN_DIGESTS } from "../requests/view-request.ts";
import type { LitTask } from "./light-use-cases.ts";

/** It stands behind the light wherever the light is shown. */
const LONGEST_REASON = 60;

export async function setLight(
  ports: Pick<Ports, "registerStore" | "lightStore" | "reminderStore" | "calendar" | "clock" | "secretaries">,
  input: { ref: string; colour: LightColour | null; reason: string; by: string },
): Promise<LitTask> {
  authorise(input.by, "set-lights", ports);
  const { colour, by } = input;
  const reason = input.reason.replace(/\s+/g, " ").trim();
  if (colour !== null && reason === "") throw new Refusal("missing-argument", { name: "reason" });
  if ([...reason].length > LONGEST_REASON) throw new Refusal("reason-too-long", { most: LONGEST_REASON });
  const { task, register } = await findTask(ports, input.ref);
  const name = taskName(task, register);
  taskAfter(task.state, "set-light", `${name} ${task.title}`);
  const today = ports.clock.today();
  const changed = await ports.lightStore.append({ taskId: task.id, colour, reason, by, on: today });
  if (!changed) throw new Refusal("light-unchanged", { task: `${name} ${task.title}` });
  const setNow = colour === null ? null : { colour, reason, by, on: today };
  return {
    taskId: task.id,
    taskName: name,
    title: task.title,
    light: taskLight({ task: { ...task, setLight: setNow }, register, today, calendar: ports.calendar }),
    isSet: setNow !== null,
    digestIds: await ports.reminderStore.sentWithTask(task.id, REDRAWN_DIGESTS),
  };
}
