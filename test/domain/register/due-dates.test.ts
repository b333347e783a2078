// Which dates of a task are kept in sight: the moved ones, and the last one of a task that is open no more.
import { describe, expect, it } from "vitest";
import type { DeadlineRule, Occurrence } from "../../../src/domain/register/deadline.ts";
import { keptDates, lastDate } from "../../../src/domain/register/due-dates.ts";
import { aRule } from "../../support/facts.ts";

const by = (due: string) => aRule({ due });
const annual = aRule({ kind: "annual" });

/** Due at the end of its period, moved `changes` times to `dueDate`. */
const due = (period: string, dueDate: string, changes = 0): Occurrence => ({
  id: Number(dueDate.replaceAll("-", "")),
  taskId: 1,
  kind: "due",
  period,
  opensOn: "1900-01-01",
  dueDate,
  supportingDueDate: dueDate,
  originalDueDate: period.length === 4 ? `${period}-12-31` : period,
  changes,
});
const told = (state: "open" | "closed", deadlines: DeadlineRule[], dates: Occurrence[]) =>
  keptDates({ state, deadlines }, dates).map(({ originalDueDate, dueDate, changes }) => [
    originalDueDate,
    dueDate,
    changes,
  ]);

describe("keptDates", () => {
  it("an open task whose date stands as it was: nothing to tell", () => {
    expect(told("open", [by("2026-12-31")], [due("2026-12-31", "2026-12-31")])).toEqual([]);
  });

  it("a moved date, whether the task is open or closed", () => {
    const dates = [due("2026-09-30", "2026-12-31", 2)];
    for (const state of ["open", "closed"] as const) {
      expect(told(state, [by("2026-09-30")], dates)).toEqual([["2026-09-30", "2026-12-31", 2]]);
    }
  });

  it("of a closed annual task the last year, and the year that was moved", () => {
    const dates = [due("2026", "2026-12-31"), due("2024", "2025-03-31", 1), due("2025", "2025-12-31")];
    expect(told("closed", [annual], dates)).toEqual([
      ["2024-12-31", "2025-03-31", 1],
      ["2026-12-31", "2026-12-31", 0],
    ]);
  });

  it("a date that a newer version of the document dropped is not told", () => {
    const dates = [due("2027-12-31", "2027-12-31", 1), due("2026-12-31", "2026-12-31")];
    expect(told("closed", [by("2026-12-31")], dates)).toEqual([["2026-12-31", "2026-12-31", 0]]);
    expect(lastDate({ deadlines: [by("2026-12-31")] }, dates)?.dueDate).toBe("2026-12-31");
  });

  it("a task without dates has none", () => {
    expect(told("closed", [], [])).toEqual([]);
    expect(lastDate({ deadlines: [] }, [])).toBeNull();
  });
});
