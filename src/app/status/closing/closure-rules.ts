// Shows and changes what closing a task takes.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findTask } from "../../register/find-task.ts";
import type { ClosureRulesView } from "./closure-use-cases.ts";

type ClosurePorts = Pick<Ports, "registerStore" | "closureStore" | "secretaries">;

export async function showClosureRules(ports: ClosurePorts, { by }: { by: string }): Promise<ClosureRulesView> {
  authorise(by, "set-closure-rules", ports);
  const { all, tasks } = await ports.closureStore.rules();
  const register = await ports.registerStore.loadAround([...tasks.keys()]);
  return {
    all,
    tasks: register.tasks.flatMap((task) => {
      const evidence = tasks.get(task.id);
      return evidence === undefined ? [] : [{ taskName: taskName(task, register), title: task.title, evidence }];
    }),
  };
}

export async function setClosureRule(
  ports: ClosurePorts,
  input: { ref: string | null; evidence: boolean | null; by: string },
): Promise<ClosureRulesView> {
  authorise(input.by, "set-closure-rules", ports);
  const taskId = input.ref === null ? null : (await findTask(ports, input.ref)).task.id;
  if (!(await ports.closureStore.save({ taskId, evidence: input.evidence, by: input.by }))) {
    throw new Refusal("closing-unchanged");
  }
  return showClosureRules(ports, input);
}
