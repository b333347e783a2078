// The ladder: a silent unit is brought to one person after another, each once, and only while it stays silent.
import { describe, expect, it } from "vitest";
import type { Contact, ContactRole, Unit } from "../../../src/domain/register/unit.ts";
import { NOTHING_STORED, type StoredEscalations } from "../../../src/domain/reminders/escalation.ts";
import { askedKey, signKey } from "../../../src/domain/reminders/escalation-silence.ts";
import { type PlanFacts, planReminders } from "../../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, weekdays } from "../../support/facts.ts";

function person(unitId: number, role: ContactRole, slackUser: string): Contact {
  return {
    id: unitId * 10 + ["primary", "deputy", "head"].indexOf(role),
    unitId,
    slackUser,
    name: `${slackUser}某`,
    role,
  };
}

const ALL: readonly ContactRole[] = ["primary", "deputy", "head"];

/** 市教育局 with U1, D1 and H1; 市财政局 with U2, D2 and H2. */
function unit(id: number, name: string, roles: readonly ContactRole[] = ALL, more: Partial<Unit> = {}): Unit {
  const letters = { primary: "U", deputy: "D", head: "H" };
  return aUnit(id, name, { contacts: roles.map((role) => person(id, role, `${letters[role]}${id}`)), ...more });
}

const education = unit(1, "市教育局");
const finance = unit(2, "市财政局");

// Wednesday 9 December is the lead's date, Wednesday 2 December the supporting units'. The contact was asked before.
const occurrence = anOccurrence(11, 1, { kind: "due", period: "2026-12-09" });
const stored: StoredEscalations = {
  ...NOTHING_STORED,
  asked: new Map([
    [askedKey(11, 1, "lead"), ["2026-12-02", "2026-12-09"]],
    [askedKey(11, 2, "supporting"), ["2026-12-02"]],
  ]),
};

/** What is told on `today` when the task is led by 1 and supported by 2: rung, person and silent unit. */
function told(today: string, more: Partial<PlanFacts> & { units?: readonly Unit[]; told?: readonly string[] } = {}) {
  const { units = [education, finance], told: keys = [], ...facts } = more;
  const register = aRegister({ units, tasks: [aTask(1, [1], [2])], occurrences: [occurrence], meetings: [] });
  return planReminders({
    register,
    today,
    calendar: weekdays,
    policy: reminderPolicy,
    plannedKeys: new Set(keys),
    digestedUsers: new Set(),
    secretaries: ["S1"],
    escalation: stored,
    ...facts,
  });
}

const lead = (plan: ReturnType<typeof told>) =>
  (plan.escalations ?? []).filter((e) => e.reminder.role === "lead").map((e) => [e.rung, e.slackUser]);
const supporting = (plan: ReturnType<typeof told>) =>
  (plan.escalations ?? []).filter((e) => e.reminder.role === "supporting").map((e) => [e.rung, e.slackUser]);

describe("given a lead unit that stays silent after 9 December", () => {
  it.each([
    ["2026-12-09", []],
    ["2026-12-10", []],
    ["2026-12-11", [["deputy", "D1"]]],
    ["2026-12-14", [["head", "H1"]]],
    ["2026-12-16", [["secretary", "S1"]]],
    ["2026-12-18", [["agenda", "S1"]]],
    ["2027-03-01", [["agenda", "S1"]]],
  ])("on %s the ladder stands at %j", (today, expected) => {
    expect(lead(told(today))).toEqual(expected);
  });

  it("says since when, and stands in the person's digest of the day beside what else that person is asked", () => {
    const plan = told("2026-12-14");
    expect(plan.escalations?.find((e) => e.rung === "head")?.reminder).toMatchObject({
      key: "11:1:lead:L2",
      level: 2,
      contactId: 12,
      dueDate: "2026-12-09",
      reason: { code: "escalated-to-head", params: { unit: "市教育局", days: 3 } },
    });
    expect(plan.digests.filter((d) => d.slackUser === "H1")).toHaveLength(1);
  });

  it("tells a rung once, and does not come down again when the ladder changes", () => {
    expect(lead(told("2026-12-15", { told: ["11:1:lead:L2"] }))).toEqual([]);
    // The head was told because there was no deputy; then one is named.
    expect(lead(told("2026-12-11", { told: ["11:1:lead:L2"] }))).toEqual([]);
    expect(lead(told("2026-12-16", { told: ["11:1:lead:L2"] }))).toEqual([["secretary", "S1"]]);
  });

  it("after days without a tick tells the newest rung only", () => {
    expect(lead(told("2026-12-17", { told: ["11:1:lead:L1"] }))).toEqual([["secretary", "S1"]]);
  });

  it("tells nobody on a day off", () => {
    expect(told("2026-12-13").escalations).toEqual([]);
  });

  it("waits for the next working day where the person has a digest of today", () => {
    const plan = told("2026-12-14", { digestedUsers: new Set(["H1"]) });
    expect(lead(plan)).toEqual([]);
    expect(plan.skipped.map((s) => s.reason.code)).toContain("already-digested-today");
  });

  it("under a merged unit's former name a rung that was told is not told again", () => {
    const merged = { ...education, absorbed: [{ id: 9, name: "市老龄办", intoId: 1 }] };
    expect(lead(told("2026-12-14", { units: [merged, finance], told: ["11:9:lead:L2"] }))).toEqual([]);
  });
});

describe("given a supporting unit that stays silent after 2 December", () => {
  it.each([
    ["2026-12-02", []],
    ["2026-12-03", [["deputy", "D2"]]],
    ["2026-12-04", [["head", "H2"]]],
    ["2026-12-07", [["lead", "U1"]]],
    ["2026-12-08", [["lead", "U1"]]],
    ["2026-12-09", [["secretary", "S1"]]],
    ["2026-12-11", [["agenda", "S1"]]],
  ])("on %s the ladder stands at %j", (today, expected) => {
    expect(supporting(told(today))).toEqual(expected);
  });

  it("the lead unit hears of it in the digest it gets anyway", () => {
    const plan = told("2026-12-08");
    const digest = plan.digests.filter((d) => d.slackUser === "U1");
    expect(digest).toHaveLength(1);
    expect(digest[0]?.reminders.map((r) => [r.unitId, r.level ?? 0])).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });

  it("nobody is told twice: where one person speaks for the lead and for the silent unit, the lead's rung is passed over", () => {
    const same = { ...finance, contacts: [person(2, "primary", "U1")] };
    const [rung] = told("2026-12-03", { units: [education, same] }).escalations ?? [];
    expect([rung?.rung, rung?.passedOver.map((why) => why.code)]).toEqual([
      "secretary",
      ["no-deputy", "no-head", "no-lead-contact"],
    ]);
  });
});

describe("a rung with nobody on it", () => {
  it("is passed over at once, and the plan says so", () => {
    const alone = unit(1, "市教育局", ["primary"]);
    const plan = told("2026-12-11", { units: [alone, finance] });
    expect(lead(plan)).toEqual([["secretary", "S1"]]);
    expect(plan.escalations?.find((e) => e.reminder.role === "lead")?.passedOver).toEqual([
      { code: "no-deputy", params: { unit: "市教育局" } },
      { code: "no-head", params: { unit: "市教育局" } },
    ]);
  });

  it("without a secretary the agenda alone says it, and nobody gets a digest of it", () => {
    const plan = told("2026-12-31", { secretaries: [] });
    const rung = plan.escalations?.find((e) => e.reminder.role === "lead");
    expect([rung?.rung, rung?.slackUser, rung?.passedOver.map((why) => why.code)]).toEqual([
      "agenda",
      null,
      ["no-secretary-named"],
    ]);
    expect(plan.digests.flatMap((d) => d.reminders).filter((r) => r.level === 5)).toEqual([]);
  });

  it("a unit without any contact has no ladder: the secretary hears of every reminder at once", () => {
    const nobody = unit(1, "市教育局", []);
    const plan = told("2026-12-31", { units: [nobody, finance] });
    expect(lead(plan)).toEqual([]);
    expect(plan.digests.find((d) => d.kind === "secretary")?.reminders[0]?.reason.code).toBe("no-contact");
  });
});

describe("a unit that is not silent is not escalated", () => {
  const registerWith = (more: Parameters<typeof aRegister>[0]) =>
    aRegister({ units: [education, finance], tasks: [aTask(1, [1])], occurrences: [occurrence], ...more });

  it("one that was never asked: the ladder begins with its contact", () => {
    expect(lead(told("2026-12-18", { escalation: NOTHING_STORED }))).toEqual([]);
    const asked = new Map([[askedKey(11, 1, "lead"), ["2026-12-17"]]]);
    const from = (today: string) => lead(told(today, { escalation: { ...NOTHING_STORED, asked } }));
    expect(from("2026-12-18")).toEqual([]);
    expect(from("2026-12-21")).toEqual([["deputy", "D1"]]);
  });

  it("one that reported on the way, until it is asked again and does not answer", () => {
    const register = registerWith({ latestUpdates: [anUpdate(1, 1, { on: "2026-12-10" })] });
    expect(lead(told("2026-12-18", { register }))).toEqual([]);
    const asked = new Map([[askedKey(11, 1, "lead"), ["2026-12-09", "2026-12-14"]]]);
    const again = { register, escalation: { ...NOTHING_STORED, asked } };
    expect(lead(told("2026-12-15", again))).toEqual([]);
    expect(lead(told("2026-12-16", again))).toEqual([["deputy", "D1"]]);
  });

  it("one that is on it, until it is asked again", () => {
    const seen = { ...stored, signs: new Map([[signKey(11, 1), "2026-12-10"]]) };
    expect(lead(told("2026-12-18", { escalation: seen }))).toEqual([]);
    expect(supporting(told("2026-12-18", { escalation: seen }))).toEqual([["agenda", "S1"]]);
  });

  it.each([
    ["answered", { latestUpdates: [anUpdate(1, 1, { status: "done", on: "2026-12-10" })] }],
    ["closed", { tasks: [aTask(1, [1], [], { state: "closed" })] }],
    ["withdrawn", { tasks: [aTask(1, [1], [], { state: "withdrawn" })] }],
    [
      "waiting for an extension",
      {
        requests: [
          {
            id: 1,
            taskId: 1,
            unitId: 1,
            kind: "extension" as const,
            reason: "",
            proposedDate: "2026-12-31",
            requestedOn: "2026-12-08",
            state: "pending" as const,
          },
        ],
      },
    ],
  ])("one whose task is %s", (_, more) => {
    expect(lead(told("2026-12-18", { register: registerWith(more) }))).toEqual([]);
  });

  it("a date that was moved begins anew, with rungs of its own", () => {
    const moved = { ...occurrence, dueDate: "2026-12-16", changes: 1 };
    const asked = new Map([[askedKey(11, 1, "lead"), ["2026-12-09"]]]);
    const register = registerWith({ occurrences: [moved] });
    const on = (today: string) =>
      told(today, { register, told: ["11:1:lead:L1"], escalation: { ...NOTHING_STORED, asked } }).escalations;
    expect(on("2026-12-15")).toEqual([]);
    expect(on("2026-12-18")?.map((e) => e.reminder.key)).toEqual(["11:1:lead:L1@2026-12-16"]);
  });
});

describe("stopped by the secretary", () => {
  const stops = [{ occurrenceId: 11, unitId: 1, reason: "已电话说明" }];

  it("the unit climbs no further, and the plan says why; others do", () => {
    const plan = told("2026-12-14", { escalation: { ...stored, stops } });
    expect(lead(plan)).toEqual([]);
    expect(supporting(plan)).toEqual([["agenda", "S1"]]);
    expect(plan.skipped).toContainEqual({
      taskId: 1,
      unitId: 1,
      role: "lead",
      reason: { code: "escalation-stopped", params: { unit: "市教育局", why: "已电话说明" } },
    });
  });

  it("says nothing of a stop while there is nothing to stop", () => {
    const plan = told("2026-12-10", { escalation: { ...stored, stops } });
    expect(plan.skipped.map((s) => s.reason.code)).not.toContain("escalation-stopped");
  });
});

describe("a look at a day to come", () => {
  const from = (runsFrom: string, today: string) => lead(told(today, { escalation: { ...NOTHING_STORED, runsFrom } }));

  it("takes the reminders until then as sent", () => {
    expect(from("2026-11-23", "2026-12-11")).toEqual([["deputy", "D1"]]);
    expect(from("2026-11-23", "2026-12-14")).toEqual([["head", "H1"]]);
  });

  it("a task that was overdue when the bot began is first asked of its contact", () => {
    expect(from("2026-12-14", "2026-12-15")).toEqual([]);
    expect(from("2026-12-14", "2026-12-16")).toEqual([["deputy", "D1"]]);
    // Begun on a Sunday: Monday is the first day on which anybody is asked.
    expect(from("2026-12-13", "2026-12-15")).toEqual([]);
    expect(from("2026-12-13", "2026-12-16")).toEqual([["deputy", "D1"]]);
  });

  it("after a report the next step asks again", () => {
    const register = aRegister({
      units: [education],
      tasks: [aTask(1, [1])],
      occurrences: [occurrence],
      latestUpdates: [anUpdate(1, 1, { on: "2026-12-10" })],
    });
    const escalation = { ...NOTHING_STORED, runsFrom: "2026-12-09" };
    // The next step, 3 working days over, is the 14th; the deputy comes two working days later.
    expect(lead(told("2026-12-15", { register, escalation }))).toEqual([]);
    expect(lead(told("2026-12-16", { register, escalation }))).toEqual([["deputy", "D1"]]);
  });
});

describe("what comes next is said to who is asked and to who is told", () => {
  const params = (today: string, user: string) =>
    told(today)
      .digests.find((d) => d.slackUser === user)
      ?.reminders.map((r) => r.reason.params);

  it("the contact hears it with the reminders of the due date and after", () => {
    expect(params("2026-12-08", "U1")?.[0]).toEqual({ days: 1 });
    expect(params("2026-12-09", "U1")?.[0]).toMatchObject({ next: "2026-12-11", rung: "deputy" });
    expect(params("2026-12-10", "U1")?.[0]).toMatchObject({ days: 1, next: "2026-12-11", rung: "deputy" });
  });

  it("every rung hears of the one above it, the last of none", () => {
    expect(params("2026-12-11", "D1")).toEqual([{ unit: "市教育局", days: 2, next: "2026-12-14", rung: "head" }]);
    expect(params("2026-12-18", "S1")?.[0]).toEqual({ unit: "市教育局", days: 7 });
  });

  it("a unit whose escalation is stopped hears of no next step", () => {
    const stops = [{ occurrenceId: 11, unitId: 1, reason: "已电话说明" }];
    const plan = told("2026-12-10", { escalation: { ...stored, stops } });
    expect(plan.digests.find((d) => d.slackUser === "U1")?.reminders[0]?.reason.params).toEqual({ days: 1 });
  });
});

describe("one digest per person a day", () => {
  it("also for a secretary who is the contact of one unit and must mend another", () => {
    const own = { ...education, contacts: [person(1, "primary", "S1")] };
    const nobody = unit(2, "市财政局", []);
    const plan = told("2026-12-10", { units: [own, nobody] });
    expect(plan.digests.map((d) => [d.slackUser, d.kind, d.reminders.map((r) => r.reason.code)])).toEqual([
      ["S1", "contact", ["overdue", "no-contact"]],
    ]);
  });
});
