// The port to the reminder policy: its versions, and the steps that single tasks have of their own.
import type { LeadRule } from "../../../domain/register/task.ts";
import type { ReminderPolicy, TaskSteps } from "../../../domain/reminders/policy.ts";
import type { Actor } from "../../ports.ts";

interface PolicyVersion {
  readonly id: number;
  readonly policy: ReminderPolicy;
  readonly changedBy: Actor;
  readonly changedAt: Date;
}

export interface PolicyStore {
  /** The version that holds; null = never changed, the default table holds. */
  newest(): Promise<PolicyVersion | null>;
  /** Appends a version and its audit row with what held before. False, and nothing is stored, where `previousId` is not the newest any more. */
  append(input: {
    previousId: number | null;
    before: ReminderPolicy;
    after: ReminderPolicy;
    by: Actor;
    now: Date;
  }): Promise<boolean>;
  /** With an audit row. False, and nothing is stored, where that rule holds already. */
  saveLeadRule(input: { taskId: number; rule: LeadRule; by: Actor }): Promise<boolean>;
  /** With an audit row. False, and nothing is stored, where the task's steps are not `before` any more. */
  saveTaskSteps(input: {
    taskId: number;
    before: TaskSteps | null;
    after: TaskSteps | null;
    by: Actor;
  }): Promise<boolean>;
}
