// The secretary chooses who of several lead units must report: the first that does, or each.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { unitIdsOf } from "../../../domain/register/task.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findTask } from "../../register/find-task.ts";
import type { LeadRuleSet, PolicyUseCases } from "./policy-use-cases.ts";

export async function setLeadRule(
  ports: Pick<Ports, "policyStore" | "registerStore" | "secretaries" | "chairs">,
  { ref, rule, by }: Parameters<PolicyUseCases["setLeadRule"]>[0],
): Promise<LeadRuleSet> {
  authorise(by, "change-reminder-policy", ports);
  const { task, register } = await findTask(ports, ref);
  const named = { taskId: task.id, taskName: taskName(task, register), title: task.title };
  if (task.state !== "open") throw new Refusal("closed-task", { task: `${named.taskName} ${named.title}` });
  const leads = unitIdsOf(task, "lead").flatMap((id) => register.units.get(id)?.name ?? []);
  if (leads.length < 2) throw new Refusal("one-lead", { task: `${named.taskName} ${named.title}` });
  if (!(await ports.policyStore.saveLeadRule({ taskId: task.id, rule, by }))) throw new Refusal("policy-unchanged");
  return { ...named, rule, leads };
}
