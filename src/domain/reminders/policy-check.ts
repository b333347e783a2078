// What a reminder policy may not say: each contradiction is refused by its own name, so that it can be put right.
import { Refusal } from "../../errors.ts";
import { DAILY_TICK, type QuietHours, type ReminderPolicy, type RoleSteps } from "./policy.ts";
import { isQuietAt } from "./quiet-hours.ts";

/** More steps than this on one side nobody reads. */
const MOST_STEPS = 10;

/** Working days of a year: no step is farther from its date. */
const FARTHEST_STEP = 250;

/** Throws a `policy-…` refusal for the first thing that contradicts itself. */
export function checkPolicy(policy: ReminderPolicy): void {
  checkSteps(policy.steps.lead);
  checkSteps(policy.steps.supporting);
  if (policy.quietHours !== null) checkQuietHours(policy.quietHours);
}

/** The steps of one role, the office's or a task's own. */
export function checkSteps({ before, overdue, overdueEvery }: RoleSteps): void {
  checkList(
    before,
    before.map((step) => -step),
    "descending",
  );
  const late = before.find((step) => step > 0);
  if (late !== undefined) throw new Refusal("policy-step-after-due", { step: late });
  checkList(overdue, overdue, "ascending");
  const early = overdue.find((step) => step <= 0);
  if (early !== undefined) throw new Refusal("policy-step-not-overdue", { step: early });
  const last = overdue.at(-1) ?? 0;
  requireWhole(overdueEvery);
  if (overdueEvery <= last) throw new Refusal("policy-every-too-small", { every: overdueEvery, last });
  if (overdueEvery > FARTHEST_STEP)
    throw new Refusal("policy-step-too-far", { step: overdueEvery, most: FARTHEST_STEP });
}

/** `said`: the numbers as people write them, 3 for three days before as well as after. */
function checkList(steps: readonly number[], said: readonly number[], order: "ascending" | "descending"): void {
  if (steps.length === 0) throw new Refusal("policy-no-steps");
  if (steps.length > MOST_STEPS) throw new Refusal("policy-steps-too-many", { count: steps.length, most: MOST_STEPS });
  for (const step of said) {
    requireWhole(step);
    if (Math.abs(step) > FARTHEST_STEP) throw new Refusal("policy-step-too-far", { step, most: FARTHEST_STEP });
  }
  const twice = said.find((step, i) => said.indexOf(step) !== i);
  if (twice !== undefined) throw new Refusal("policy-step-twice", { step: twice });
  const inOrder = said.toSorted((a, b) => (order === "ascending" ? a - b : b - a));
  if (inOrder.some((step, i) => step !== said[i])) {
    throw new Refusal("policy-steps-unordered", { ordered: inOrder.join("、") });
  }
}

function requireWhole(step: number): void {
  if (!Number.isSafeInteger(step)) throw new Refusal("policy-step-not-whole", { step });
}

function checkQuietHours(hours: QuietHours): void {
  if (hours.from === hours.to) throw new Refusal("policy-quiet-all-day", { from: hours.from });
  if (isQuietAt(DAILY_TICK, hours)) throw new Refusal("policy-quiet-at-tick", { ...hours, tick: DAILY_TICK });
}
