// The reminder policy: at which working days before and after a due date somebody is asked. A table, so that anyone can read it.
import type { Role } from "../register/task.ts";

export interface ReminderPolicy {
  /** Working days relative to the due date; negative = before. */
  readonly before: Readonly<Record<Role, readonly number[]>>;
  readonly overdue: readonly number[];
  /** After the listed overdue steps, every so many working days; larger than the last of them. */
  readonly overdueEvery: number;
}

export const reminderPolicy: ReminderPolicy = {
  before: {
    lead: [-20, -10, -5, -3, -1, 0],
    supporting: [-10, -5, -3, 0],
  },
  overdue: [1, 3, 5],
  overdueEvery: 10,
};

/**
 * The newest step that has come by now, or null when the first is still ahead. After days without a tick only this
 * one is said, not every step that was missed.
 *
 * @param daysLeft working days to the due date; negative when overdue
 */
export function newestStep(daysLeft: number, role: Role, policy: ReminderPolicy): number | null {
  const elapsed = -daysLeft;
  if (elapsed >= policy.overdueEvery) return Math.floor(elapsed / policy.overdueEvery) * policy.overdueEvery;
  const passed = [...policy.before[role], ...policy.overdue].filter((step) => step <= elapsed);
  return passed.length === 0 ? null : Math.max(...passed);
}
