// The reminder policy as it holds now, for everybody who asks, and for a tick at its start.
import { taskName } from "../../../domain/answers/task-card.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import { resolveTaskRef } from "../../../domain/register/task-ref.ts";
import { type ReminderPolicy, reminderPolicy } from "../../../domain/reminders/policy.ts";
import { readTaskRef } from "../../../reading/task-ref.ts";
import type { Ports } from "../../ports.ts";
import type { PolicyView, TaskStepsView } from "./policy-use-cases.ts";

/** The newest version, else the default table. */
export async function currentPolicy({ policyStore }: Pick<Ports, "policyStore">): Promise<ReminderPolicy> {
  return (await policyStore.newest())?.policy ?? reminderPolicy;
}

export async function showPolicy(ports: Pick<Ports, "policyStore" | "registerStore">): Promise<PolicyView> {
  const version = await ports.policyStore.newest();
  const register = await ports.registerStore.load();
  const own = register.tasks.filter((task) => task.state === "open" && task.reminderSteps != null);
  return {
    policy: version?.policy ?? reminderPolicy,
    lastChange: version && { by: version.changedBy, at: version.changedAt },
    ownTasks: own.map((task) => named(task, register)),
  };
}

export async function showTaskSteps(
  ports: Pick<Ports, "policyStore" | "registerStore">,
  input: { ref: string },
): Promise<TaskStepsView> {
  const policy = await currentPolicy(ports);
  const register = await ports.registerStore.load();
  const task = resolveTaskRef(readTaskRef(input.ref), register);
  return { ...named(task, register), policy, own: task.reminderSteps ?? null };
}

function named(task: Task, register: Register) {
  return { taskId: task.id, taskName: taskName(task, register), title: task.title };
}
