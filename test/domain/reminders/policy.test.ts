// The policy as a value: what contradicts itself is refused by name; a change leaves the rest as it is.
import { describe, expect, it } from "vitest";
import { type ReminderPolicy, reminderPolicy, stepsFor } from "../../../src/domain/reminders/policy.ts";
import { changePolicy, changeTaskSteps, type PolicyChange } from "../../../src/domain/reminders/policy-change.ts";
import { checkPolicy } from "../../../src/domain/reminders/policy-check.ts";
import { Refusal } from "../../../src/errors.ts";

const base: ReminderPolicy = {
  ...reminderPolicy,
  steps: {
    lead: { before: [-20, -5, 0], overdue: [1, 3], overdueEvery: 10 },
    supporting: { before: [-10, 0], overdue: [1, 3], overdueEvery: 10 },
  },
  quietHours: null,
};

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details];
    throw error;
  }
  return null;
};

describe("the default table", () => {
  it("contradicts itself nowhere", () => {
    expect(refusal(() => checkPolicy(reminderPolicy))).toBeNull();
  });

  it("asks both roles on the due date itself, and again when it is over", () => {
    for (const role of ["lead", "supporting"] as const) {
      expect(reminderPolicy.steps[role].before.at(-1)).toBe(0);
      expect(reminderPolicy.steps[role].overdue[0]).toBe(1);
    }
  });
});

describe("contradictions", () => {
  const lead = (steps: number[]): PolicyChange => ({ kind: "before", role: "lead", steps });
  const overdue = (steps: number[], every: number | null = null): PolicyChange => ({
    kind: "overdue",
    role: null,
    steps,
    every,
  });
  const quiet = (from: string, to: string): PolicyChange => ({ kind: "quiet-hours", hours: { from, to } });
  it.each([
    ["a step before the due date that is after it", lead([-3, 1]), "policy-step-after-due", { step: 1 }],
    ["an overdue step on the due date", overdue([0, 3]), "policy-step-not-overdue", { step: 0 }],
    ["an overdue step before it", overdue([-3, 1]), "policy-step-not-overdue", { step: -3 }],
    ["the same step twice", lead([-7, -7, 0]), "policy-step-twice", { step: 7 }],
    ["no order", lead([-7, -30, 0]), "policy-steps-unordered", { ordered: "30、7、0" }],
    ["the wrong order", overdue([5, 3, 1]), "policy-steps-unordered", { ordered: "1、3、5" }],
    ["half a day", lead([-1.5]), "policy-step-not-whole", { step: 1.5 }],
    ["no number", lead([Number.NaN]), "policy-step-not-whole", { step: Number.NaN }],
    ["more than a year ahead", lead([-251]), "policy-step-too-far", { step: 251, most: 250 }],
    ["no steps", lead([]), "policy-no-steps", {}],
    [
      "eleven steps",
      lead([-11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1]),
      "policy-steps-too-many",
      { count: 11, most: 10 },
    ],
    [
      "a repetition before the last overdue step",
      overdue([1, 3, 5], 4),
      "policy-every-too-small",
      { every: 4, last: 5 },
    ],
    ["a repetition on it", overdue([1, 3, 5], 5), "policy-every-too-small", { every: 5, last: 5 }],
    [
      "overdue steps that reach beyond the repetition that stays",
      overdue([1, 12]),
      "policy-every-too-small",
      {
        every: 10,
        last: 12,
      },
    ],
    ["quiet hours all day", quiet("08:30", "08:30"), "policy-quiet-all-day", { from: "08:30" }],
    [
      "quiet hours over the tick",
      quiet("18:00", "09:30"),
      "policy-quiet-at-tick",
      {
        from: "18:00",
        to: "09:30",
        tick: "09:00",
      },
    ],
    [
      "quiet hours that begin with the tick",
      quiet("09:00", "10:00"),
      "policy-quiet-at-tick",
      {
        from: "09:00",
        to: "10:00",
        tick: "09:00",
      },
    ],
    ["what holds already", lead([-20, -5, 0]), "policy-unchanged", {}],
  ])("%s", (_name, change, code, details) => {
    expect(refusal(() => changePolicy(base, change))).toEqual([code, details]);
  });

  it.each([
    ["18:00", "08:30"],
    ["18:00", "09:00"],
    ["12:00", "13:30"],
    ["00:00", "08:59"],
  ])("quiet hours from %s to %s leave the tick free", (from, to) => {
    expect(changePolicy(base, quiet(from, to)).quietHours).toEqual({ from, to });
  });
});

describe("a change", () => {
  it("of one role leaves the other alone", () => {
    const after = changePolicy(base, { kind: "before", role: "supporting", steps: [-15, -7, -3, 0] });
    expect(after).toEqual({
      ...base,
      steps: { ...base.steps, supporting: { ...base.steps.supporting, before: [-15, -7, -3, 0] } },
    });
  });

  it("of overdue steps without a role is both roles'; without 每 the repetition stays", () => {
    const after = changePolicy(base, { kind: "overdue", role: null, steps: [2], every: null });
    expect([after.steps.lead, after.steps.supporting].map((s) => [s.overdue, s.overdueEvery])).toEqual([
      [[2], 10],
      [[2], 10],
    ]);
  });

  it("back to the default brings the default", () => {
    expect(changePolicy(base, { kind: "reset" })).toEqual(reminderPolicy);
  });
});

describe("a task's own steps", () => {
  it("override what they name; the rest follows the office's policy", () => {
    const own = changeTaskSteps(null, { kind: "before", role: "lead", steps: [-30, 0] }, base);
    expect(own).toEqual({ lead: { before: [-30, 0] } });
    expect(stepsFor("lead", base, own)).toEqual({ before: [-30, 0], overdue: [1, 3], overdueEvery: 10 });
    expect(stepsFor("supporting", base, own)).toEqual(base.steps.supporting);
  });

  it("are added up, and taken back as a whole", () => {
    const first = changeTaskSteps(null, { kind: "before", role: "lead", steps: [-30, 0] }, base);
    const both = changeTaskSteps(first, { kind: "overdue", role: "lead", steps: [2], every: 4 }, base);
    expect(both).toEqual({ lead: { before: [-30, 0], overdue: [2], overdueEvery: 4 } });
    expect(changeTaskSteps(both, { kind: "reset" }, base)).toBeNull();
  });

  it("are refused where they contradict what they take from the policy", () => {
    const change = { kind: "overdue", role: "lead", steps: [1, 15], every: null } as const;
    expect(refusal(() => changeTaskSteps(null, change, base))).toEqual([
      "policy-every-too-small",
      { every: 10, last: 15 },
    ]);
    expect(refusal(() => changeTaskSteps(null, { kind: "reset" }, base))).toEqual(["policy-unchanged", {}]);
  });
});
