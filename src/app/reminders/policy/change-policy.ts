// The secretary changes the rules: of the office, or of one task. Somebody else's change of the same minute is never lost.
import { authorise } from "../../../domain/permission.ts";
import { reminderPolicy } from "../../../domain/reminders/policy.ts";
import { changePolicy as applyChange, changeTaskSteps } from "../../../domain/reminders/policy-change.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import type { PolicyUseCases } from "./policy-use-cases.ts";
import { showTaskSteps } from "./show-policy.ts";

/** Two who change the rules at once take turns; more than that are told. */
const ATTEMPTS = 3;

export async function changePolicy(
  ports: Pick<Ports, "policyStore" | "clock" | "secretaries">,
  { change, by }: Parameters<PolicyUseCases["changePolicy"]>[0],
): ReturnType<PolicyUseCases["changePolicy"]> {
  authorise(by, "change-reminder-policy", ports);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const version = await ports.policyStore.newest();
    const before = version?.policy ?? reminderPolicy;
    const after = applyChange(before, change);
    const stored = { previousId: version?.id ?? null, before, after, by, now: ports.clock.now() };
    if (await ports.policyStore.append(stored)) return { before, after };
  }
  throw new Refusal("policy-changed-meanwhile");
}

export async function setTaskSteps(
  ports: Pick<Ports, "policyStore" | "registerStore" | "secretaries">,
  { ref, change, by }: Parameters<PolicyUseCases["setTaskSteps"]>[0],
): ReturnType<PolicyUseCases["setTaskSteps"]> {
  authorise(by, "change-reminder-policy", ports);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await showTaskSteps(ports, { ref });
    const own = changeTaskSteps(before.own, change, before.policy);
    const { taskId } = before;
    const saved = await ports.policyStore.saveTaskSteps({ taskId, before: before.own, after: own, by });
    if (saved) return { before, after: { ...before, own } };
  }
  throw new Refusal("policy-changed-meanwhile");
}
