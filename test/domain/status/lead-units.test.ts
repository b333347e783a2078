// Several lead units: the first that reports spares the others, or each reports for itself.
import { describe, expect, it } from "vitest";
import type { LeadRule } from "../../../src/domain/register/task.ts";
import { isOpen, viewDigest } from "../../../src/domain/reminders/digest-view.ts";
import { digestFacts } from "../../../src/domain/reminders/drawing/digest-facts.ts";
import { planReminders } from "../../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { rollUpsOf } from "../../../src/domain/status/roll-up.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { taskLight } from "../../../src/domain/status/task-light.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnitWithContact, weekdays } from "../../support/facts.ts";

const units = [aUnitWithContact(1, "市教育局"), aUnitWithContact(2, "市财政局"), aUnitWithContact(3, "市民政局")];

function register(rule: LeadRule, latestUpdates: StatusUpdate[], more: Parameters<typeof anOccurrence>[2] = {}) {
  const task = aTask(1, [1, 2], [3], { leadRule: rule });
  return { task, ...aRegister({ units, tasks: [task], occurrences: [anOccurrence(11, 1, more)], latestUpdates }) };
}

function plan(rule: LeadRule, latestUpdates: StatusUpdate[], more: Parameters<typeof anOccurrence>[2] = {}) {
  return planReminders({
    register: register(rule, latestUpdates, more),
    today: "2026-12-02",
    calendar: weekdays,
    policy: reminderPolicy,
    plannedKeys: new Set(),
    digestedUsers: new Set(),
    secretaries: ["S1"],
  });
}

const asked = (p: ReturnType<typeof plan>) => p.digests.map((digest) => digest.slackUser);
const on = (unitId: number, status: StatusUpdate["status"] = "on_track", day = "2026-12-01") =>
  anUpdate(1, unitId, { on: day, status });

describe("given two lead units of which one reports for all", () => {
  it("nobody has reported: both are asked", () => expect(asked(plan("first", []))).toEqual(["U1", "U2", "U3"]));

  it.each([1, 2])("unit %i has reported: no lead is asked any more, the supporting unit is", (unitId) => {
    const planned = plan("first", [on(unitId)]);
    expect(asked(planned)).toEqual(["U3"]);
    expect(planned.skipped.map((one) => one.reason.code).sort()).toEqual(["already-reported", "co-lead-reported"]);
  });

  it("a report from before the period counts for nobody", () =>
    expect(asked(plan("first", [on(1, "on_track", "2026-11-01")]))).toEqual(["U1", "U2", "U3"]));

  it("a due date that is not reported done: who spoke goes on being asked, the other is spared", () => {
    const due = { kind: "due", period: "2026", opensOn: "2026-01-01" } as const;
    expect(asked(plan("first", [on(2)], due))).toEqual(["U2", "U3"]);
    // Both have spoken: the one the document names first answers for it.
    expect(asked(plan("first", [on(1), on(2)], due))).toEqual(["U1", "U3"]);
  });
});

describe("given that each of them reports", () => {
  it("the one that has not is asked", () => expect(asked(plan("each", [on(1)]))).toEqual(["U2", "U3"]));

  it("done is done only when all have said so", () => {
    expect(asked(plan("each", [on(1, "done")]))).toEqual(["U2", "U3"]);
    expect(asked(plan("each", [on(1, "done"), on(2, "done")]))).toEqual([]);
  });

  it("the light waits for the last of them", () => {
    const light = (rule: LeadRule, updates: StatusUpdate[]) => {
      const facts = register(rule, updates);
      return taskLight({ task: facts.task, register: facts, today: "2026-12-10", calendar: weekdays });
    };
    expect(light("first", [on(1)])).toMatchObject({ colour: "green" });
    expect(light("each", [on(1)])).toEqual({ colour: "red", reason: { code: "report-overdue", params: { days: 1 } } });
    expect(light("each", [on(1), on(2)])).toMatchObject({ colour: "green" });
    expect(light("each", [on(1, "done"), on(2)]).reason.code).toBe("light-on-track");
    expect(light("first", [on(1, "done"), on(2)]).reason.code).not.toBe("light-no-report");
  });
});

it.each(["first", "each"] as const)("everybody sees who of the leads has reported (%s)", (rule) => {
  const facts = register(rule, [on(2)]);
  expect(rollUpsOf(facts.task, facts)).toEqual([
    { unit: null, leads: rule, answered: 1, total: 2, missing: ["市教育局"] },
  ]);
});

describe("given a digest that asked both", () => {
  const lineFor = (rule: LeadRule, unitId: number, updates: StatusUpdate[]) =>
    viewDigest({
      digest: { id: 1, kind: "contact", date: "2026-11-30", slackUser: `U${unitId}` },
      reminders: [
        {
          occurrenceId: 11,
          taskId: 1,
          unitId,
          role: "lead",
          dueDate: "2026-12-09",
          reason: { code: "report-due-in", params: { days: 5 } },
        },
      ],
      facts: digestFacts({ register: register(rule, updates), today: "2026-12-02", calendar: weekdays }),
    }).lines[0];

  it("the other lead's line is closed and says who has reported", () => {
    const line = lineFor("first", 1, [on(2)]);
    expect(line).toMatchObject({
      leadsAnswered: { answered: 1, total: 2 },
      reportedBy: { unitName: "市财政局", on: "2026-12-01" },
    });
    expect(line && isOpen(line)).toBe(false);
  });

  it("where each reports it stays open", () => {
    const line = lineFor("each", 1, [on(2)]);
    expect(line && isOpen(line)).toBe(true);
    expect(line?.reportedBy).toBeUndefined();
  });
});
