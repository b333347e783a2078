// A digest as it reads now: what is no longer asked of somebody is no longer in it.
import { describe, expect, it } from "vitest";
import type { Register } from "../../../src/domain/register/register.ts";
import type { Task } from "../../../src/domain/register/task.ts";
import type { Unit } from "../../../src/domain/register/unit.ts";
import { viewDigest } from "../../../src/domain/reminders/digest-view.ts";
import { digestFacts } from "../../../src/domain/reminders/drawing/digest-facts.ts";
import { anOccurrence, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

const UNITS = [
  aUnitWithContact(1, "市民政局"),
  aUnitWithContact(2, "市财政局"),
  aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4] }),
  aUnitWithContact(4, "甲县人民政府"),
];

/** The lines of a digest that reminded of `task` for `unitId` in `role`. */
function lines(task: Task, unitId: number, role: "lead" | "supporting", units: readonly Unit[] = UNITS): string[] {
  const register: Register = aRegister({ units, tasks: [task], occurrences: [anOccurrence(1, task.id)] });
  const reminder = {
    occurrenceId: 1,
    taskId: task.id,
    unitId,
    role,
    dueDate: "2026-12-09",
    reason: { code: "no-contact" } as const,
  };
  const digest = { id: 1, kind: "contact", date: "2026-11-23" } as const;
  const facts = digestFacts({ register, today: "2026-11-23", calendar: weekdays });
  const view = viewDigest({ digest, reminders: [reminder], facts });
  return view.lines.map((line) => `${line.taskName} ${line.unitName}`);
}

describe("viewDigest", () => {
  it("shows what is asked", () => {
    expect(lines(aTask(21, [1], [2]), 1, "lead")).toEqual(["21 市民政局"]);
    expect(lines(aTask(21, [1], [2]), 2, "supporting")).toEqual(["21 市财政局"]);
  });

  it.each(["withdrawn", "superseded", "closed"] as const)("drops a task that is %s", (state) => {
    expect(lines(aTask(21, [1], [], { state }), 1, "lead")).toEqual([]);
  });

  it("drops a unit that has the task no more, or in another role", () => {
    expect(lines(aTask(21, [2]), 1, "lead")).toEqual([]);
    expect(lines(aTask(21, [2], [1]), 1, "lead")).toEqual([]);
  });

  it("a unit that was merged into another one is asked as that one", () => {
    const merged = UNITS.map((unit) =>
      unit.id === 1 ? { ...unit, absorbed: [{ id: 9, name: "市老龄办", intoId: 1 }] } : unit,
    );
    expect(lines(aTask(21, [1]), 9, "lead", merged)).toHaveLength(1);
    expect(lines(aTask(21, [2]), 9, "lead", merged)).toEqual([]);
  });

  it("a member of an assigned group is asked as long as it is one, the group itself as long as it is assigned", () => {
    expect(lines(aTask(21, [1], [3]), 4, "supporting")).toEqual(["21 甲县人民政府"]);
    expect(lines(aTask(21, [1], [3]), 3, "supporting")).toEqual(["21 各县区人民政府"]);
    const left = UNITS.map((unit) => (unit.id === 3 ? { ...unit, memberIds: [1] } : unit));
    expect(lines(aTask(21, [1], [3]), 4, "supporting", left)).toEqual([]);
  });
});

describe("the task's own date beside the one that is asked for", () => {
  const own = anOccurrence(2, 21, {
    ...{ kind: "due", period: "2026-11-30", dueDate: "2026-11-30", originalDueDate: "2026-11-30" },
    ...{ supportingDueDate: "2026-11-23" },
  });
  const dates = (occurrenceId: number, unitId: number, role: "lead" | "supporting") => {
    const occurrences = [anOccurrence(1, 21), own];
    const register = aRegister({ units: UNITS, tasks: [aTask(21, [1], [2])], occurrences });
    const reason = { code: "no-contact" } as const;
    const reminder = { occurrenceId, taskId: 21, unitId, role, dueDate: "2026-12-09", reason };
    const facts = digestFacts({ register, today: "2026-11-30", calendar: weekdays });
    const digest = { id: 1, kind: "contact", date: "2026-11-30" } as const;
    return viewDigest({ digest, reminders: [reminder], facts }).lines.map((line) => [line.dueDate, line.ownDue])[0];
  };

  it("is the one the task has, also where a supporting unit is asked for its part before it", () => {
    const today = { date: "2026-11-30", daysLeft: 0 };
    expect(dates(1, 1, "lead")).toEqual(["2026-12-09", today]);
    expect(dates(2, 1, "lead")).toEqual(["2026-11-30", null]);
    expect(dates(1, 2, "supporting")).toEqual(["2026-12-02", today]);
    expect(dates(2, 2, "supporting")).toEqual(["2026-11-23", today]);
  });
});
