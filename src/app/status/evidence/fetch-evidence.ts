// Hands evidence out again, to those alone who may see the task's trail.
import { taskName } from "../../../domain/answers/task-card.ts";
import { can } from "../../../domain/permission.ts";
import { MOST_FILES } from "../../../domain/status/evidence.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";

export async function fetchEvidence(
  ports: Pick<Ports, "registerStore" | "evidenceStore" | "secretaries" | "chairs">,
  { taskId, by }: { taskId: number; by: string },
): Promise<{ taskName: string; title: string; files: readonly { fileName: string; bytes: Uint8Array }[] }> {
  const register = await ports.registerStore.loadAround([taskId]);
  const task = register.tasks.find((t) => t.id === taskId);
  if (!task) throw new Refusal("proposal-gone");
  const name = taskName(task, register);
  if (!can(by, "see-evidence", ports, { task, register })) {
    throw new Refusal("not-your-evidence", { task: `${name} ${task.title}` });
  }
  return { taskName: name, title: task.title, files: await ports.evidenceStore.load(taskId, MOST_FILES) };
}
