// On which days somebody is asked: holidays, make-up workdays, year ends, 29 February, moved dates, days without a tick.
import { describe, expect, it } from "vitest";
import { createChineseCalendar } from "../../../src/adapters/calendar/chinese-calendar.ts";
import { addDays, type IsoDate, type WorkingCalendar, workingDaysBetween } from "../../../src/domain/calendar.ts";
import { workingDaysFrom } from "../../../src/domain/day-counter.ts";
import type { Occurrence } from "../../../src/domain/register/deadline.ts";
import { supportingDueDateOf } from "../../../src/domain/register/occurrences.ts";
import { planReminders } from "../../../src/domain/reminders/plan.ts";
import { type ReminderPolicy, reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { anOccurrence, aRegister, aTask, aUnitWithContact, weekdays } from "../../support/facts.ts";

/** As announced for 2024, 2025 and 2026. */
const china = createChineseCalendar();

const policy: ReminderPolicy = {
  ...reminderPolicy,
  steps: {
    lead: { before: [-5, -3, -1, 0], overdue: [1, 3], overdueEvery: 10 },
    supporting: { before: [-3, 0], overdue: [1], overdueEvery: 10 },
  },
};

function dueOn(due: IsoDate, calendar: WorkingCalendar, more: Partial<Occurrence> = {}): Occurrence {
  const supportingDueDate = supportingDueDateOf(due, calendar);
  return anOccurrence(11, 1, {
    kind: "due",
    period: due,
    dueDate: due,
    originalDueDate: due,
    supportingDueDate,
    ...more,
  });
}

/** Ticks of the days in their order; `occurrenceOn`: as it is stored on that day. Gives 「day step」 of the lead's reminders. */
function said(
  days: readonly IsoDate[],
  occurrenceOn: (day: IsoDate) => Occurrence,
  calendar: WorkingCalendar,
  rules = policy,
): string[] {
  const keys = new Set<string>();
  return days.flatMap((today) => {
    const { digests } = planReminders({
      register: aRegister({
        units: [aUnitWithContact(1, "市教育局")],
        tasks: [aTask(1, [1])],
        occurrences: [occurrenceOn(today)],
      }),
      today,
      calendar,
      policy: rules,
      plannedKeys: keys,
      digestedUsers: new Set(),
      secretaries: [],
    });
    const reminders = digests.flatMap((digest) => digest.reminders).filter((r) => (r.level ?? 0) === 0);
    for (const reminder of reminders) keys.add(reminder.key);
    return reminders.map((reminder) => `${today} ${reminder.step}`);
  });
}

function from(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

describe("the days of the steps", () => {
  it.each([
    {
      name: "an ordinary week, over a weekend",
      due: "2025-03-19",
      expected: ["2025-03-12 -5", "2025-03-14 -3", "2025-03-18 -1", "2025-03-19 0", "2025-03-20 1", "2025-03-24 3"],
    },
    {
      name: "due on a Saturday: asked on the Friday before; the Monday is the first day over",
      due: "2025-03-22",
      expected: ["2025-03-14 -5", "2025-03-18 -3", "2025-03-20 -1", "2025-03-21 0", "2025-03-24 1", "2025-03-26 3"],
    },
    {
      name: "due in the Spring Festival: asked before it, on Sunday 26 January too, which is worked",
      due: "2025-01-31",
      expected: ["2025-01-21 -5", "2025-01-23 -3", "2025-01-26 -1", "2025-01-27 0", "2025-02-05 1", "2025-02-07 3"],
    },
    {
      name: "due on a Saturday that is worked: asked on the day itself",
      due: "2025-02-08",
      expected: ["2025-01-26 -5", "2025-02-05 -3", "2025-02-07 -1", "2025-02-08 0", "2025-02-10 1", "2025-02-12 3"],
    },
    {
      name: "due on the first day after the National Day holidays",
      due: "2025-10-09",
      expected: ["2025-09-25 -5", "2025-09-28 -3", "2025-09-30 -1", "2025-10-09 0", "2025-10-10 1", "2025-10-13 3"],
    },
    {
      name: "over the year's end: 1 to 3 January are off, Sunday 4 January is worked",
      due: "2025-12-31",
      expected: ["2025-12-24 -5", "2025-12-26 -3", "2025-12-30 -1", "2025-12-31 0", "2026-01-04 1", "2026-01-06 3"],
    },
    {
      name: "29 February",
      due: "2024-02-29",
      expected: ["2024-02-22 -5", "2024-02-26 -3", "2024-02-28 -1", "2024-02-29 0", "2024-03-01 1", "2024-03-05 3"],
    },
  ])("$name", ({ due, expected }) => {
    expect(said(from(addDays(due, -25), addDays(due, 10)), () => dueOn(due, china), china)).toEqual(expected);
  });

  it("where a day off is not to be asked for before it, nothing is said until it is over", () => {
    const days = from("2025-01-10", "2025-02-06");
    const rules = { ...policy, moveBeforeHoliday: false };
    const expected = ["2025-01-21 -5", "2025-01-23 -3", "2025-01-26 -1", "2025-02-05 1"];
    expect(said(days, () => dueOn("2025-01-31", china), china, rules)).toEqual(expected);
    expect(said(days, () => dueOn("2025-01-27", china), china, rules)).toContain("2025-01-27 0");
  });

  it("a date on a day off is not called today's", () => {
    const { digests } = planReminders({
      register: aRegister({
        units: [aUnitWithContact(1, "市教育局")],
        tasks: [aTask(1, [1])],
        occurrences: [dueOn("2025-01-31", china)],
      }),
      today: "2025-01-27",
      calendar: china,
      policy,
      plannedKeys: new Set(),
      digestedUsers: new Set(),
      secretaries: [],
    });
    const reason = { code: "due-on-day-off", params: { date: "2025-01-31" } };
    expect(digests[0]?.reminders).toMatchObject([{ step: 0, dueDate: "2025-01-31", reason }]);
  });

  it("a supporting unit's date and steps are its own", () => {
    // Five working days before 9 October 2025, counted over the holidays: 25 September.
    expect(supportingDueDateOf("2025-10-09", china)).toBe("2025-09-25");
  });
});

describe("days without a tick", () => {
  const due = "2025-03-19";
  it.each([
    ["five missed steps: the newest alone", ["2025-03-24"], ["2025-03-24 3"]],
    ["weeks over due: the last repetition alone", ["2025-05-12"], ["2025-05-12 30"]],
    ["missed before the date: the newest that has come", ["2025-03-17"], ["2025-03-17 -3"]],
    ["then the next step on its own day", ["2025-03-17", "2025-03-18"], ["2025-03-17 -3", "2025-03-18 -1"]],
  ])("%s", (_name, days, expected) => {
    expect(said(days, () => dueOn(due, china), china)).toEqual(expected);
  });
});

describe("a date changed between ticks", () => {
  const early = dueOn("2026-03-18", weekdays);
  const changed = (dueDate: IsoDate): Occurrence => ({ ...early, dueDate, changes: 1 });

  it("moved back after all its steps: they are said again for the new date, each on its day", () => {
    const days = from("2026-03-09", "2026-04-16");
    expect(said(days, (day) => (day <= "2026-03-18" ? early : changed("2026-04-15")), weekdays)).toEqual([
      "2026-03-11 -5",
      "2026-03-13 -3",
      "2026-03-17 -1",
      "2026-03-18 0",
      "2026-04-08 -5",
      "2026-04-10 -3",
      "2026-04-14 -1",
      "2026-04-15 0",
      "2026-04-16 1",
    ]);
  });

  it("moved back by a day: the new date is said once, then as usual", () => {
    const days = from("2026-03-10", "2026-03-19");
    expect(said(days, (day) => (day <= "2026-03-12" ? early : changed("2026-03-19")), weekdays)).toEqual([
      "2026-03-11 -5",
      "2026-03-13 -5",
      "2026-03-16 -3",
      "2026-03-18 -1",
      "2026-03-19 0",
    ]);
  });

  it("moved forward: the newest step of the new date at once", () => {
    const days = from("2026-03-09", "2026-03-13");
    expect(said(days, (day) => (day <= "2026-03-11" ? early : changed("2026-03-13")), weekdays)).toEqual([
      "2026-03-11 -5",
      "2026-03-12 -1",
      "2026-03-13 0",
    ]);
  });

  it("and put back as it was: what was said for it is not said again", () => {
    const days = from("2026-03-11", "2026-03-16");
    const occurrenceOn = (day: IsoDate) => (day === "2026-03-12" ? changed("2026-06-30") : early);
    expect(said(days, occurrenceOn, weekdays)).toEqual(["2026-03-11 -5", "2026-03-13 -3"]);
  });
});

describe("counting working days for many dates", () => {
  it("agrees with counting them one by one, ahead and behind, in any order", () => {
    for (const today of ["2025-01-27", "2025-02-01", "2025-10-11", "2024-02-29"]) {
      const daysTo = workingDaysFrom(today, china);
      for (const days of [40, -40, 0, 1, -1, 13, -13, 366, -366]) {
        const date = addDays(today, days);
        expect([date, daysTo(date)]).toEqual([date, workingDaysBetween(today, date, china)]);
      }
    }
  });
});
