import { describe, expect, it } from "vitest";
import { dueDatesOf, givesPeriod } from "../../../src/domain/register/due-dates.ts";
import { nextMeeting, planOccurrences, withUnstored } from "../../../src/domain/register/occurrences.ts";
import { aMeeting, anOccurrence, aRule, aTask, weekdays } from "../../support/facts.ts";

describe("whether a rule gives a period", () => {
  it.each([
    ["a fixed date, its own", aRule({ due: "2026-12-31" }), ["2026-12-31"], ["2027-12-31", "2026", "2026-12"]],
    ["every year, any year", aRule({ kind: "annual" }), ["2026", "2031"], ["2026-12", "2026-12-31"]],
    ["every month, any month", aRule({ kind: "recurring", everyMonths: 1 }), ["2026-01", "2027-12"], ["2026"]],
    [
      "every quarter, its last months",
      aRule({ kind: "recurring", everyMonths: 3 }),
      ["2026-03"],
      ["2026-02", "2026-04"],
    ],
    ["no date, none", aRule({ kind: "undated" }), [], ["2026", "2026-12", "2026-12-31"]],
  ])("%s", (_, given, periods, others) => {
    expect([...periods, ...others].filter((period) => givesPeriod(given, period))).toEqual(periods);
  });
});

describe("the dates a rule gives", () => {
  it.each([
    ["a fixed date stands, past or not", aRule({ due: "2025-12-31" }), "2026-11-22", "2025-12-31", "2025-12-31"],
    [
      "a span ends on its last day",
      aRule({ kind: "span", due: "2027-04-30" }),
      "2026-11-22",
      "2027-04-30",
      "2027-04-30",
    ],
    ["every year ends with the year", aRule({ kind: "annual" }), "2026-11-22", "2026", "2026-12-31"],
    ["every year restarts on New Year's Day", aRule({ kind: "annual" }), "2027-01-01", "2027", "2027-12-31"],
    ["every year by the end of June", aRule({ kind: "annual", month: 6 }), "2026-03-01", "2026", "2026-06-30"],
    ["after June next year's", aRule({ kind: "annual", month: 6 }), "2026-07-01", "2027", "2027-06-30"],
    ["every year by 15 March", aRule({ kind: "annual", month: 3, day: 15 }), "2026-03-15", "2026", "2026-03-15"],
    [
      "every month by the 28th",
      aRule({ kind: "recurring", everyMonths: 1, day: 28 }),
      "2026-11-22",
      "2026-11",
      "2026-11-28",
    ],
    [
      "the 28th itself still counts",
      aRule({ kind: "recurring", everyMonths: 1, day: 28 }),
      "2026-11-28",
      "2026-11",
      "2026-11-28",
    ],
    [
      "after the 28th the next month",
      aRule({ kind: "recurring", everyMonths: 1, day: 28 }),
      "2026-12-29",
      "2027-01",
      "2027-01-28",
    ],
    [
      "a 31st in a short month is its last day",
      aRule({ kind: "recurring", everyMonths: 1, day: 31 }),
      "2028-02-10",
      "2028-02",
      "2028-02-29",
    ],
    ["every quarter at its end", aRule({ kind: "recurring", everyMonths: 3 }), "2026-11-22", "2026-12", "2026-12-31"],
    ["every half-year at its end", aRule({ kind: "recurring", everyMonths: 6 }), "2026-06-30", "2026-06", "2026-06-30"],
  ])("%s", (_, given, today, period, due) => {
    expect(dueDatesOf(given, today)).toMatchObject([{ period, due }]);
  });

  it("an undated rule gives none", () => expect(dueDatesOf(aRule({ kind: "undated" }), "2026-11-22")).toEqual([]));
});

describe("occurrences", () => {
  const given = { meetings: [aMeeting], today: "2026-11-23", calendar: weekdays };

  it("an undated task owes a report at the meeting's cut-off, its supporting units earlier", () => {
    expect(planOccurrences({ ...given, tasks: [aTask(1, [1])] })).toEqual([
      {
        taskId: 1,
        kind: "report",
        period: "meeting:1",
        opensOn: "2026-11-11", // 30 working days before the meeting
        dueDate: "2026-12-09",
        supportingDueDate: "2026-12-02",
        originalDueDate: "2026-12-09",
      },
    ]);
  });

  it("a dated task owes its own date besides, its supporting units five working days earlier", () => {
    const task = aTask(1, [1], [], { deadlines: [aRule({ due: "2026-12-31" })] });
    const due = planOccurrences({ ...given, tasks: [task] }).find((o) => o.kind === "due");
    expect(due).toMatchObject({ period: "2026-12-31", dueDate: "2026-12-31", supportingDueDate: "2026-12-24" });
  });

  it("without a meeting ahead only own dates are owed", () => {
    const tasks = [aTask(1, [1]), aTask(2, [1], [], { deadlines: [aRule({ kind: "annual" })] })];
    expect(planOccurrences({ ...given, meetings: [], tasks }).map((o) => [o.taskId, o.period])).toEqual([[2, "2026"]]);
  });

  it("a closed task owes nothing", () => {
    expect(planOccurrences({ ...given, tasks: [aTask(1, [1], [], { state: "closed" })] })).toEqual([]);
  });

  it("the meeting is the earliest planned one that is not over", () => {
    const held = { ...aMeeting, id: 2, date: "2026-06-24", state: "held" as const };
    const missed = { ...aMeeting, id: 3, date: "2026-07-01" };
    expect(nextMeeting([held, missed, aMeeting], "2026-11-23")?.id).toBe(1);
    expect(nextMeeting([held, missed], "2026-11-23")).toBeNull();
  });

  it("a dry run adds what is not stored yet, under negative ids", () => {
    const stored = anOccurrence(7, 1);
    const wanted = planOccurrences({ ...given, tasks: [aTask(1, [1]), aTask(2, [1])] });
    expect(withUnstored([stored], wanted).map((o) => [o.id, o.taskId])).toEqual([
      [7, 1],
      [-1, 2],
    ]);
  });
});
