import { describe, expect, it } from "vitest";
import type { Register } from "../../../src/domain/register/register.ts";
import { type PlanFacts, planReminders } from "../../../src/domain/reminders/plan.ts";
import { newestStep, reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

describe("the newest step", () => {
  it.each([
    [21, "lead", null],
    [20, "lead", -20],
    [19, "lead", -20],
    [9, "lead", -10],
    [0, "lead", 0],
    [-1, "lead", 1],
    [-2, "lead", 1],
    [-4, "lead", 3],
    [-9, "lead", 5],
    [-10, "lead", 10],
    [-229, "lead", 220],
    [11, "supporting", null],
    [10, "supporting", -10],
    [4, "supporting", -5],
    [1, "supporting", -3],
  ] as const)("%i working days left, %s: %s", (daysLeft, role, step) => {
    expect(newestStep(daysLeft, reminderPolicy.steps[role])).toBe(step);
  });
});

// Monday 23 November; the lead's cut-off 9 December is 12 working days ahead, the supporting units' 2 December 7.
const education = aUnitWithContact(1, "市教育局");
const finance = aUnitWithContact(2, "市财政局");

function plan(register: Register, more: Partial<PlanFacts> = {}) {
  return planReminders({
    register,
    today: "2026-11-23",
    calendar: weekdays,
    policy: reminderPolicy,
    plannedKeys: new Set(),
    digestedUsers: new Set(),
    secretaries: ["S1"],
    ...more,
  });
}

const reasons = (p: ReturnType<typeof plan>) => p.skipped.map((s) => s.reason.code);

describe("a day's plan", () => {
  const register = aRegister({
    units: [education, finance],
    tasks: [aTask(1, [1], [2]), aTask(2, [1])],
    occurrences: [anOccurrence(11, 1), anOccurrence(12, 2)],
  });

  it("given two tasks of one unit, its contact gets one digest with both", () => {
    const { digests } = plan(register);
    expect(digests.map((d) => [d.key, d.reminders.map((r) => r.key)])).toEqual([
      ["digest:contact:U1:2026-11-23", ["11:1:lead:-20", "12:1:lead:-20"]],
      ["digest:contact:U2:2026-11-23", ["11:2:supporting:-10"]],
    ]);
  });

  it("says when a report is due", () => {
    expect(plan(register).digests[0]?.reminders[0]).toMatchObject({
      dueDate: "2026-12-09",
      reason: { code: "report-due-in", params: { days: 12 } },
    });
  });

  it("given the keys of the first run, a second run plans nothing and says why", () => {
    const keys = new Set(plan(register).digests.flatMap((d) => d.reminders.map((r) => r.key)));
    const again = plan(register, { plannedKeys: keys });
    expect(again.digests).toEqual([]);
    expect(new Set(reasons(again))).toEqual(new Set(["already-reminded"]));
  });

  it("given a tick that comes a day late, the step that was missed is said once, with today's days left", () => {
    const late = plan(register, { today: "2026-11-26" }); // supporting -5 was due on the 25th
    const supporting = late.digests.find((d) => d.slackUser === "U2")?.reminders;
    expect(supporting).toMatchObject([{ key: "11:2:supporting:-5", reason: { params: { days: 4 } } }]);
  });

  it("given days without a tick, only the newest of the missed steps is said", () => {
    const late = plan(register, { today: "2026-12-01" });
    expect(late.digests.find((d) => d.slackUser === "U2")?.reminders.map((r) => r.step)).toEqual([-3]);
  });

  it("given a digest of today already, the rest waits for the next working day", () => {
    const second = plan(register, { digestedUsers: new Set(["U1"]) });
    expect(second.digests.map((d) => d.slackUser)).toEqual(["U2"]);
    expect(reasons(second)).toEqual(["already-digested-today", "already-digested-today"]);
  });

  it("plans nothing on a Sunday, and says so", () => {
    const sunday = plan(register, { today: "2026-11-22" });
    expect([sunday.workingDay, sunday.digests, reasons(sunday)]).toEqual([
      false,
      [],
      ["not-a-working-day", "not-a-working-day", "not-a-working-day"],
    ]);
  });
});

describe("who is asked", () => {
  const group = aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5] });
  const east = aUnitWithContact(4, "东湖区人民政府");
  const west = aUnit(5, "西山县人民政府");

  it("a group is asked member by member; a member without a contact goes to the secretary", () => {
    const register = aRegister({
      units: [education, group, east, west],
      tasks: [aTask(1, [1], [3])],
      occurrences: [anOccurrence(11, 1)],
    });
    const { digests } = plan(register);
    expect(digests.map((d) => [d.kind, d.slackUser, d.reminders.map((r) => r.unitId)])).toEqual([
      ["contact", "U1", [1]],
      ["contact", "U4", [4]],
      ["secretary", "S1", [5]],
    ]);
    expect(digests[2]?.reminders[0]?.reason).toEqual({ code: "no-contact", params: { unit: "西山县人民政府" } });
  });

  it("an unresolved unit goes to the secretary to be named", () => {
    const unresolved = aUnit(6, "有关部门", { kind: "unresolved" });
    const register = aRegister({ units: [unresolved], tasks: [aTask(1, [6])], occurrences: [anOccurrence(11, 1)] });
    expect(plan(register).digests[0]?.reminders[0]?.reason.code).toBe("unit-needs-naming");
  });

  it("without a secretary the plan says that nobody can be told", () => {
    const register = aRegister({ units: [west], tasks: [aTask(1, [5])], occurrences: [anOccurrence(11, 1)] });
    expect(reasons(plan(register, { secretaries: [] }))).toEqual(["no-secretary"]);
  });

  it("the deputy is asked where there is no primary contact", () => {
    const deputy = { id: 50, unitId: 5, slackUser: "UD", name: "副联络员", role: "deputy" as const };
    const head = { ...deputy, id: 51, slackUser: "UH", role: "head" as const };
    const register = aRegister({
      units: [{ ...west, contacts: [head, deputy] }],
      tasks: [aTask(1, [5])],
      occurrences: [anOccurrence(11, 1)],
    });
    expect(plan(register).digests.map((d) => d.slackUser)).toEqual(["UD"]);
  });
});

describe("who is left alone", () => {
  const base = { units: [education, finance], tasks: [aTask(1, [1], [2])] };

  it("a unit that has reported since the occurrence opened", () => {
    const register = aRegister({ ...base, occurrences: [anOccurrence(11, 1)], latestUpdates: [anUpdate(1, 1)] });
    const result = plan(register);
    expect(result.digests.map((d) => d.slackUser)).toEqual(["U2"]);
    expect(reasons(result)).toEqual(["already-reported"]);
  });

  it("but not one whose report is older than the occurrence", () => {
    const old = anUpdate(1, 1, { on: "2026-10-30" });
    const register = aRegister({ ...base, occurrences: [anOccurrence(11, 1)], latestUpdates: [old] });
    expect(plan(register).digests.map((d) => d.slackUser)).toEqual(["U1", "U2"]);
  });

  it("everybody, once the lead says it is done", () => {
    const done = anUpdate(1, 1, { status: "done" });
    const register = aRegister({ ...base, occurrences: [anOccurrence(11, 1)], latestUpdates: [done] });
    expect(reasons(plan(register))).toEqual(["reported-done", "reported-done"]);
  });

  it("a due date under way is still asked for after a report; while an extension is decided it is not", () => {
    const due = anOccurrence(12, 1, { kind: "due", period: "2026-11-20", dueDate: "2026-11-20" });
    const reported = aRegister({ ...base, occurrences: [due], latestUpdates: [anUpdate(1, 1)] });
    expect(plan(reported).digests[0]?.reminders[0]?.reason).toMatchObject({ code: "overdue", params: { days: 1 } });

    const request = {
      id: 1,
      taskId: 1,
      unitId: 1,
      kind: "extension" as const,
      reason: "",
      proposedDate: "2026-12-20",
      requestedOn: "2026-11-20",
      state: "pending" as const,
    };
    expect(reasons(plan({ ...reported, requests: [request] }))).toEqual(["extension-pending", "extension-pending"]);
  });

  describe("a date that repeats", () => {
    const q1 = anOccurrence(21, 1, {
      kind: "due",
      period: "2026-03",
      opensOn: "2026-01-01",
      dueDate: "2026-03-31",
      supportingDueDate: "2026-03-24",
      originalDueDate: "2026-03-31",
    });
    const q2 = {
      ...q1,
      id: 22,
      period: "2026-06",
      opensOn: "2026-04-01",
      dueDate: "2026-06-30",
      originalDueDate: "2026-06-30",
    };
    const asked = (latest: Parameters<typeof anUpdate>[2] | null, today: string) => {
      const latestUpdates = latest === null ? [] : [anUpdate(1, 1, latest)];
      const register = aRegister({ ...base, tasks: [aTask(1, [1])], occurrences: [q1, q2], latestUpdates });
      return plan(register, { today }).digests.flatMap((d) => d.reminders.map((r) => [r.occurrenceId, r.step]));
    };

    it("done in one period is asked for in the next", () => {
      expect(asked({ status: "done", on: "2026-03-30" }, "2026-06-16")).toEqual([[22, -10]]);
    });

    it("done in this period is done", () => {
      expect(asked({ status: "done", on: "2026-06-10" }, "2026-06-16")).toEqual([]);
    });

    it("whoever speaks in the new period is not asked for the old one again", () => {
      expect(asked({ status: "on_track", on: "2026-04-10" }, "2026-06-16")).toEqual([[22, -10]]);
    });

    it("whoever is silent owes both", () => {
      expect(asked({ status: "on_track", on: "2026-03-10" }, "2026-06-16")).toEqual([
        [21, 50],
        [22, -10],
      ]);
    });

    it("a fixed date beside it is asked for all the same", () => {
      const fixed = {
        ...q1,
        id: 23,
        period: "2026-06-30",
        opensOn: "1900-01-01",
        dueDate: "2026-06-30",
        originalDueDate: "2026-06-30",
      };
      const latestUpdates = [anUpdate(1, 1, { on: "2026-04-10" })];
      const register = aRegister({ ...base, tasks: [aTask(1, [1])], occurrences: [q1, q2, fixed], latestUpdates });
      const reminders = plan(register, { today: "2026-06-16" }).digests.flatMap((d) => d.reminders);
      expect(reminders.map((r) => r.occurrenceId)).toEqual([22, 23]);
    });
  });

  it("a report whose meeting is over", () => {
    const register = aRegister({ ...base, meetings: [], occurrences: [anOccurrence(11, 1)] });
    expect(plan(register)).toMatchObject({ digests: [], skipped: [] });
  });
});
