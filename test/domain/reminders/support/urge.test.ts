// Urging: who is reached which way, and what rides on the next digest.
import { describe, expect, it } from "vitest";
import { planReminders } from "../../../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../../../src/domain/reminders/policy.ts";
import { awayOn } from "../../../../src/domain/reminders/recipient.ts";
import { nextDigestDay, planUrge, type Urge, type UrgeFacts } from "../../../../src/domain/reminders/support/urge.ts";
import type { StatusUpdate } from "../../../../src/domain/status/status.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../../support/facts.ts";

const lead = aUnitWithContact(1, "市教育局");
const finance = aUnitWithContact(2, "市财政局");
const civil = aUnitWithContact(3, "市民政局");
const water = aUnit(4, "市水务局");
const task = aTask(1, [1], [2, 3, 4]);
const occurrence = anOccurrence(11, 1);

const urged = (more: Partial<UrgeFacts> = {}) =>
  planUrge({
    task,
    occurrence,
    silent: [finance, civil, water],
    unitName: "市教育局",
    away: awayOn([lead, finance, civil, water], "2026-11-24"),
    today: "2026-11-24",
    calendar: weekdays,
    atOnce: true,
    office: "S1",
    ...more,
  });

describe("one click", () => {
  it("reaches each contact by the day's further message, and the office for units without one", () => {
    const { units, digests } = urged();
    expect(units.map((one) => one.way)).toEqual(["now", "now", "office"]);
    expect(digests.map((one) => [one.key, one.kind, one.reminders.map((r) => [r.unitId, r.reason.code])])).toEqual([
      ["digest:further:U2:2026-11-24", "further", [[2, "urged"]]],
      ["digest:further:U3:2026-11-24", "further", [[3, "urged"]]],
      ["digest:urge:1:2026-11-24", "further", [[4, "no-contact"]]],
    ]);
  });

  it("one person who speaks for two units gets one message", () => {
    const both = { ...civil, contacts: finance.contacts };
    expect(urged({ silent: [finance, both] }).digests).toHaveLength(1);
  });

  it("where nothing may go out, contacts are left to the next digest; the office is told all the same", () => {
    const { units, digests } = urged({ atOnce: false });
    expect(units.map((one) => one.way)).toEqual(["digest", "digest", "office"]);
    expect(digests.map((one) => one.key)).toEqual(["digest:urge:1:2026-11-24"]);
  });

  it("the secretary who urges is not written to about it", () => {
    expect(urged({ silent: [water], office: null }).digests).toEqual([]);
  });
});

it.each([
  ["2026-11-24", false, "2026-11-24"],
  ["2026-11-24", true, "2026-11-25"],
  ["2026-11-27", true, "2026-11-30"],
  ["2026-11-28", false, "2026-11-30"],
] as const)("urged on %s (planned: %s), the digest of %s takes it", (today, planned, day) => {
  expect(nextDigestDay(today, planned, weekdays)).toBe(day);
});

describe("the next digest", () => {
  const urge: Urge = {
    id: 1,
    taskId: 1,
    occurrenceId: 11,
    urgedBy: "U1",
    unitName: "市教育局",
    on: "2026-11-24",
    units: [
      { unitId: 2, way: "digest" },
      { unitId: 3, way: "now" },
    ],
  };
  const plan = (more: { latestUpdates?: StatusUpdate[]; signed?: StatusUpdate[]; keys?: string[] }) =>
    planReminders({
      register: aRegister({
        units: [lead, finance, civil, water],
        tasks: [task],
        occurrences: [occurrence],
        latestUpdates: more.latestUpdates ?? [],
      }),
      today: "2026-11-26",
      calendar: weekdays,
      policy: reminderPolicy,
      plannedKeys: new Set(more.keys ?? []),
      digestedUsers: new Set(),
      secretaries: ["S1"],
      riders: { urges: [urge], signed: more.signed ?? [] },
    });
  const keysOf = (p: ReturnType<typeof plan>, user: string) =>
    p.digests.find((one) => one.slackUser === user)?.reminders.map((one) => one.key) ?? [];

  it("says the urge that waited, before the step of the day; what went out at once is not said again", () => {
    expect(keysOf(plan({}), "U2")).toEqual(["11:2:urge:2026-11-24", "11:2:supporting:-5"]);
    expect(keysOf(plan({}), "U3")).toEqual(["11:3:supporting:-5"]);
  });

  it("says it once, and not to a unit that has answered since", () => {
    expect(keysOf(plan({ keys: ["11:2:urge:2026-11-24"] }), "U2")).toEqual(["11:2:supporting:-5"]);
    expect(keysOf(plan({ latestUpdates: [anUpdate(1, 2, { on: "2026-11-25" })] }), "U2")).toEqual([]);
  });

  it("tells a lead that has signed what came after, once", () => {
    const signed = anUpdate(1, 1, { id: 20, on: "2026-11-25", joint: { covers: [10], missing: [3, 4] } });
    const late = anUpdate(1, 3, { id: 21, on: "2026-11-25" });
    const facts = { latestUpdates: [signed, anUpdate(1, 2, { id: 10 }), late], signed: [signed] };
    expect(keysOf(plan(facts), "U1")).toEqual(["1:3:later:21"]);
    expect(keysOf(plan({ ...facts, keys: ["1:3:later:21"] }), "U1")).toEqual([]);
  });
});
