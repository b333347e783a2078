// The tasks a person may report on, nearest due date first: what a modal offers to choose from.
import { taskName } from "../../domain/answers/task-card.ts";
import { unitsSpokenFor } from "../../domain/permission.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Role } from "../../domain/register/task.ts";
import type { Ports } from "../ports.ts";

export interface ReportableTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly unitName: string;
  readonly role: Role;
}

export async function reportableTasks(
  ports: Pick<Ports, "registerStore">,
  input: { slackUser: string },
): Promise<ReportableTask[]> {
  const { registerStore } = ports;
  const taskIds = await registerStore.taskIdsOf(input.slackUser);
  return reportableBy(input.slackUser, await registerStore.loadAround(taskIds));
}

/** Open tasks of the person's units, led ones first, each in the document's order. */
export function reportableBy(actor: string, register: Register): ReportableTask[] {
  const tasks = register.tasks
    .filter((task) => task.state === "open")
    .flatMap((task): ReportableTask[] => {
      const [unit] = unitsSpokenFor(actor, task, register);
      if (!unit) return [];
      const leads = task.assignments.some((a) => a.unitId === unit.id && a.role === "lead");
      const name = taskName(task, register);
      return [
        {
          taskId: task.id,
          taskName: name,
          title: task.title,
          unitName: unit.name,
          role: leads ? "lead" : "supporting",
        },
      ];
    });
  return [...tasks.filter((t) => t.role === "lead"), ...tasks.filter((t) => t.role === "supporting")];
}
