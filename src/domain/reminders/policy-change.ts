// One change to the reminder policy, as a person asks for it, applied to the table that holds.
import { Refusal } from "../../errors.ts";
import type { Role } from "../register/task.ts";
import {
  type QuietHours,
  type ReminderPolicy,
  type RoleSteps,
  reminderPolicy,
  stepsFor,
  type TaskSteps,
} from "./policy.ts";
import { checkPolicy, checkSteps } from "./policy-check.ts";

/** Steps of one role, or of both where `role` is null. */
export type StepsChange =
  | { readonly kind: "before"; readonly role: Role; readonly steps: readonly number[] }
  /** `every` null: as often as before. */
  | {
      readonly kind: "overdue";
      readonly role: Role | null;
      readonly steps: readonly number[];
      readonly every: number | null;
    };

export type PolicyChange =
  | StepsChange
  | { readonly kind: "quiet-hours"; readonly hours: QuietHours | null }
  | { readonly kind: "before-holiday"; readonly move: boolean }
  | { readonly kind: "reset" };

/** Of one task: its steps, or back to the office's. */
export type TaskStepsChange = StepsChange | { readonly kind: "reset" };

const ROLES: readonly Role[] = ["lead", "supporting"];

/** The policy after the change. Throws a `policy-…` refusal where it would contradict itself, or say what it says already. */
export function changePolicy(policy: ReminderPolicy, change: PolicyChange): ReminderPolicy {
  const changed = apply(policy, change);
  checkPolicy(changed);
  if (sameValue(policy, changed)) throw new Refusal("policy-unchanged");
  return changed;
}

function apply(policy: ReminderPolicy, change: PolicyChange): ReminderPolicy {
  switch (change.kind) {
    case "before":
    case "overdue": {
      const changed = rolesOf(change).map((role) => [role, { ...policy.steps[role], ...newSteps(change) }]);
      return { ...policy, steps: { ...policy.steps, ...Object.fromEntries(changed) } };
    }
    case "quiet-hours":
      return { ...policy, quietHours: change.hours };
    case "before-holiday":
      return { ...policy, moveBeforeHoliday: change.move };
    case "reset":
      return reminderPolicy;
    default:
      return change satisfies never;
  }
}

/**
 * What a task has of its own after the change; null = nothing. Checked together with what it takes from the policy. Throws
 * as `changePolicy` does.
 */
export function changeTaskSteps(
  own: TaskSteps | null,
  change: TaskStepsChange,
  policy: ReminderPolicy,
): TaskSteps | null {
  const changed = change.kind === "reset" ? null : withOwn(own, change);
  for (const role of ROLES) checkSteps(stepsFor(role, policy, changed));
  if (sameValue(own, changed)) throw new Refusal("policy-unchanged");
  return changed;
}

function withOwn(own: TaskSteps | null, change: StepsChange): TaskSteps {
  const changed = rolesOf(change).map((role) => [role, { ...own?.[role], ...newSteps(change) }]);
  return { ...own, ...Object.fromEntries(changed) };
}

function rolesOf({ role }: StepsChange): readonly Role[] {
  return role === null ? ROLES : [role];
}

function newSteps(change: StepsChange): Partial<RoleSteps> {
  if (change.kind === "before") return { before: change.steps };
  return { overdue: change.steps, ...(change.every === null ? {} : { overdueEvery: change.every }) };
}

/** Plain values of one making: the same fields in the same order, or not the same. */
function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
