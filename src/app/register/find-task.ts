// The task a number means, without loading all the others.
import type { Register } from "../../domain/register/register.ts";
import type { Task } from "../../domain/register/task.ts";
import { resolveTaskRef, tasksByRef } from "../../domain/register/task-ref.ts";
import { readTaskRef } from "../../reading/task-ref.ts";
import type { Ports } from "../ports.ts";

/**
 * With the register around it. `text` as people write it: "21", "（二十一）", "责任分工·21". Throws `ambiguous-task`, and
 * `unknown-task`, for whose range of numbers the whole register is looked at.
 */
export async function findTask(
  { registerStore }: Pick<Ports, "registerStore">,
  text: string,
): Promise<{ task: Task; register: Register }> {
  const ref = readTaskRef(text);
  const around = await registerStore.loadAround(await registerStore.taskIdsByRef([ref]));
  const register = tasksByRef(ref, around).length > 0 ? around : await registerStore.load();
  return { task: resolveTaskRef(ref, register), register };
}
