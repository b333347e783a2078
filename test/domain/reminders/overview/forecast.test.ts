// A calendar of coming days: each is planned as if the ones before it had gone out.
import { describe, expect, it } from "vitest";
import { createChineseCalendar } from "../../../../src/adapters/calendar/chinese-calendar.ts";
import { type IsoDate, weekdayOf } from "../../../../src/domain/calendar.ts";
import { forecastDays, forecastWeeks } from "../../../../src/domain/reminders/overview/forecast.ts";
import type { PlanFacts } from "../../../../src/domain/reminders/plan.ts";
import { planReminders } from "../../../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../../../src/domain/reminders/policy.ts";
import { anOccurrence, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../../support/facts.ts";

const FROM = "2026-11-23";

const facts: PlanFacts = {
  register: aRegister({
    units: [aUnitWithContact(1, "市财政局"), aUnitWithContact(2, "市教育局"), aUnit(3, "市残联")],
    tasks: [aTask(21, [1], [2]), aTask(22, [2]), aTask(23, [3])],
    occurrences: [anOccurrence(7, 21), anOccurrence(8, 22), anOccurrence(9, 23)],
  }),
  today: FROM,
  calendar: weekdays,
  policy: reminderPolicy,
  plannedKeys: new Set(),
  digestedUsers: new Set(),
  secretaries: ["U9"],
};

const forecast = (to: IsoDate, more: Partial<Parameters<typeof forecastDays>[0]> = {}) =>
  forecastDays({ facts, digestedOn: new Map(), from: FROM, to, contact: null, ...more });

describe("a forecast", () => {
  it("says its first day as the plan of that day does", () => {
    const plan = planReminders(facts);
    const [first] = forecast(FROM);
    expect(first).toMatchObject({
      digests: plan.digests.length,
      reminders: plan.digests.flatMap((digest) => digest.reminders).length,
    });
    expect(plan.digests.length).toBeGreaterThan(0);
  });

  it("says no step twice: all days together are the steps that days one by one would say", () => {
    const planned = new Set<string>();
    const steps: string[] = [];
    for (const { date } of forecast("2026-12-22")) {
      const plan = planReminders({ ...facts, today: date, plannedKeys: planned });
      for (const { key } of plan.digests.flatMap((digest) => digest.reminders)) {
        expect(planned.has(key), key).toBe(false);
        planned.add(key);
        if (!key.includes(":L")) steps.push(key);
      }
    }
    const total = forecast("2026-12-22").reduce((sum, day) => sum + day.reminders - day.escalations, 0);
    expect(total).toBe(steps.length);
    expect(total).toBeGreaterThan(8);
  });

  it("climbs the ladder where nobody answers, and what was asked in the forecast counts", () => {
    const days = forecast("2026-12-22");
    expect(days.reduce((sum, day) => sum + day.escalations, 0)).toBeGreaterThan(0);
    const escalated = days.find((day) => day.escalations > 0);
    expect((escalated?.date ?? "") > "2026-12-02").toBe(true);
  });

  it("never has more than a digest per person and kind a day, none on a day off, none after the meeting", () => {
    for (const day of forecast("2027-01-15")) {
      expect(day.digests).toBeLessThanOrEqual(4);
      if (!day.workingDay) expect(day.digests).toBe(0);
      if (day.date > "2026-12-23") expect(day.digests).toBe(0);
    }
  });

  it("shows one person's part", () => {
    const mine = forecast("2026-12-22", { contact: "U2" });
    expect(new Set(mine.flatMap((day) => day.people))).toEqual(new Set(["U2"]));
    expect(forecast("2026-12-22", { contact: "U404" }).every((day) => day.digests === 0)).toBe(true);
  });

  it("gives nobody a second digest on a day that has one", () => {
    const [first] = forecast(FROM, { digestedOn: new Map([[FROM, new Set(["U1", "U2", "U9"])]]) });
    expect(first?.digests).toBe(0);
  });

  it("gives occurrences that come up on the way one number, so that their steps are said once", () => {
    const register = aRegister({
      units: [aUnitWithContact(1, "市财政局")],
      tasks: [
        aTask(21, [1], [], {
          deadlines: [{ kind: "recurring", due: null, everyMonths: 1, day: null, text: "每月底前" }],
        }),
      ],
      meetings: [],
    });
    const days = forecast("2027-02-28", { facts: { ...facts, register } });
    const perDay = days.filter((day) => day.ahead > 0).map((day) => day.date);
    expect(perDay.length).toBeGreaterThan(6);
    expect(days.reduce((sum, day) => sum + day.ahead + day.due, 0)).toBeLessThan(30);
  });

  it("leaves the days it starts from as they were", () => {
    const before = structuredClone([...facts.plannedKeys]);
    forecast("2026-12-22");
    expect([...facts.plannedKeys]).toEqual(before);
  });
});

describe("weeks of a forecast", () => {
  it("begin on Monday, name the days off and the busiest day", () => {
    const calendar = createChineseCalendar();
    const days = forecastDays({
      facts: { ...facts, calendar, today: "2026-09-24" },
      digestedOn: new Map(),
      from: "2026-09-24",
      to: "2026-10-11",
      contact: null,
    });
    const weeks = forecastWeeks(days, weekdayOf);
    expect(weeks.map((week) => [week.from, week.to, week.workingDays, week.daysOff])).toEqual([
      ["2026-09-24", "2026-09-27", 1, ["2026-09-25"]],
      ["2026-09-28", "2026-10-04", 3, ["2026-10-01", "2026-10-02"]],
      ["2026-10-05", "2026-10-11", 3, ["2026-10-05", "2026-10-06", "2026-10-07"]],
    ]);
  });

  it("add up to their days", () => {
    const days = forecast("2026-12-22");
    const weeks = forecastWeeks(days, weekdayOf);
    expect(weeks.reduce((sum, week) => sum + week.digests, 0)).toBe(days.reduce((sum, day) => sum + day.digests, 0));
    const busiest = weeks.map((week) => week.busiest?.digests ?? 0);
    expect(Math.max(...busiest)).toBe(Math.max(...days.map((day) => day.digests)));
  });
});
