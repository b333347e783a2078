// The reminder policy: at which working days before and after a due date somebody is asked. A table, so that anyone can read it.
import type { Role } from "../register/task.ts";
import { type EscalationPolicy, escalationPolicy } from "./escalation-policy.ts";

/** The steps of one role, in working days relative to its own due date. */
export interface RoleSteps {
  /** Before the due date and on it: negative numbers and 0, earliest first. */
  readonly before: readonly number[];
  /** After it, nearest first. */
  readonly overdue: readonly number[];
  /** After the listed overdue steps, every so many working days; larger than the last of them. */
  readonly overdueEvery: number;
}

/** No message goes out from `from` until `to`, in the office's time zone: "HH:MM". `from` later than `to` = over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export interface ReminderPolicy {
  readonly steps: Readonly<Record<Role, RoleSteps>>;
  readonly quietHours: QuietHours | null;
  /**
   * What is due on a day off is asked for on the last working day before it (step 0). False: nothing is said then, and the
   * first overdue step is the next.
   */
  readonly moveBeforeHoliday: boolean;
  /** Who is told, and after how many working days, where a unit stays silent. */
  readonly escalation: EscalationPolicy;
}

/** When the day is planned, in the office's time zone: "HH:MM". */
export const DAILY_TICK = "09:00";

/** What a task has of its own; what is left out is as the office's policy has it. */
export type TaskSteps = Readonly<Partial<Record<Role, Partial<RoleSteps>>>>;

/**
 * The default. Close steps only in the last week: in a simulated year (test/domain/reminders/simulated-year) whoever hears from
 * the bot in a week hears at most twice, in the median. Quiet hours are the office's to set.
 */
export const reminderPolicy: ReminderPolicy = {
  steps: {
    lead: { before: [-20, -10, -5, -3, -1, 0], overdue: [1, 3, 5], overdueEvery: 10 },
    supporting: { before: [-10, -5, -3, 0], overdue: [1, 3, 5], overdueEvery: 10 },
  },
  quietHours: null,
  moveBeforeHoliday: true,
  escalation: escalationPolicy,
};

/** The steps that hold for a task: its own where it has them, else the office's. */
export function stepsFor(role: Role, policy: ReminderPolicy, own: TaskSteps | null | undefined): RoleSteps {
  const mine = own?.[role];
  return mine === undefined ? policy.steps[role] : { ...policy.steps[role], ...mine };
}

/** Without the step of the due date itself, which would be said on another day. */
export function withoutDueDay(steps: RoleSteps): RoleSteps {
  return { ...steps, before: steps.before.filter((step) => step !== 0) };
}

/**
 * The newest step that has come by now, or null when the first is still ahead. After days without a tick only this
 * one is said, not every step that was missed.
 *
 * @param daysLeft working days to the due date; negative when overdue
 */
export function newestStep(daysLeft: number, steps: RoleSteps): number | null {
  const elapsed = -daysLeft;
  if (elapsed >= steps.overdueEvery) return Math.floor(elapsed / steps.overdueEvery) * steps.overdueEvery;
  let newest: number | null = null;
  for (const list of [steps.before, steps.overdue]) {
    for (const step of list) if (step <= elapsed && (newest === null || step > newest)) newest = step;
  }
  return newest;
}
