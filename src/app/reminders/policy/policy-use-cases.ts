// What can be asked about the reminder policy, and what is shown of it. One file per use case beside this one.
import type { LeadRule } from "../../../domain/register/task.ts";
import type { ReminderPolicy, TaskSteps } from "../../../domain/reminders/policy.ts";
import type { PolicyChange, TaskStepsChange } from "../../../domain/reminders/policy-change.ts";
import type { Actor } from "../../ports.ts";

interface TaskWithSteps {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
}

export interface PolicyView {
  readonly policy: ReminderPolicy;
  /** Null while the default table holds. */
  readonly lastChange: { readonly by: Actor; readonly at: Date } | null;
  /** Open tasks that have steps of their own. */
  readonly ownTasks: readonly TaskWithSteps[];
}

export interface TaskStepsView extends TaskWithSteps {
  readonly policy: ReminderPolicy;
  readonly own: TaskSteps | null;
}

/** Who of several lead units must report, since it was chosen. */
export interface LeadRuleSet extends TaskWithSteps {
  readonly rule: LeadRule;
  readonly leads: readonly string[];
}

export interface PolicyUseCases {
  /** Anybody may read the rules. */
  showPolicy(): Promise<PolicyView>;
  /** `ref`: "21", "责任分工·21". Throws `unknown-task` or `ambiguous-task`. */
  showTaskSteps(input: { ref: string }): Promise<TaskStepsView>;
  /** Secretary only. Holds from the next tick on. Throws a `policy-…` refusal. */
  changePolicy(input: {
    change: PolicyChange;
    by: Actor;
  }): Promise<{ readonly before: ReminderPolicy; readonly after: ReminderPolicy }>;
  /** Secretary only. Throws `closed-task`, `one-lead` or `policy-unchanged`. */
  setLeadRule(input: { ref: string; rule: LeadRule; by: Actor }): Promise<LeadRuleSet>;
  /** Secretary only. `before`: what the task had of its own. Throws a `policy-…` refusal. */
  setTaskSteps(input: {
    ref: string;
    change: TaskStepsChange;
    by: Actor;
  }): Promise<{ readonly before: TaskStepsView; readonly after: TaskStepsView }>;
}
