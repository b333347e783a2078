// The pace line: a yearly floor against the share of the year that had passed when its figure was reported.
import { describe, expect, it, test } from "vitest";
import type { Target } from "../../../../src/domain/register/target.ts";
import { lightOf } from "../../../../src/domain/status/light.ts";
import type { StatusUpdate } from "../../../../src/domain/status/status.ts";
import { paceOf } from "../../../../src/domain/status/targets/pace.ts";
import { taskLight } from "../../../../src/domain/status/task-light.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, weekdays } from "../../../support/facts.ts";

const year = anOccurrence(1, 1, { kind: "due", period: "2026", opensOn: "2026-01-01", dueDate: "2026-12-31" });
const floor: Target = {
  comparator: ">=",
  value: 200,
  unit: "个",
  period: "annual",
  scope: "whole",
  text: "每年200个以上",
};
const unit = aUnit(2, "市教育局");
const said = (value: number, on: string, more: Partial<StatusUpdate> = {}) =>
  anUpdate(1, 2, { status: "on_track", quantities: [{ value, unit: "个" }], on, ...more });
const pace = (
  figures: readonly StatusUpdate[],
  targets: readonly Target[] = [floor],
  documentDate: string | null = null,
) =>
  paceOf(
    { targets, leads: [unit], supporting: [], units: new Map([[2, unit]]), figures, opensOn: "2026-01-01" },
    { due: year, documentDate },
  );

describe("a yearly floor", () => {
  test.each([
    ["half the year, half the target", 100, "2026-07-01", 50, 49],
    ["the last day", 200, "2026-12-31", 100, 100],
    ["the first day", 0, "2026-01-01", 0, 0],
    ["more than asked for", 300, "2026-07-01", 150, 49],
  ])("%s", (_, value, on, percent, expected) => {
    expect(pace([said(value, on)])).toEqual({ text: "每年200个以上", percent, expected });
  });

  it("starts anew each year: last year's figure is none", () => {
    expect(pace([said(200, "2025-12-20")])).toBeNull();
  });

  it("of several, the one furthest behind counts", () => {
    const people: Target = { ...floor, value: 6000, unit: "人", text: "每年6000人以上" };
    const update = said(100, "2026-07-01", {
      quantities: [
        { value: 100, unit: "个" },
        { value: 600, unit: "人" },
      ],
    });
    expect(pace([update], [floor, people])).toMatchObject({ text: "每年6000人以上", percent: 10 });
  });

  test.each<[string, Target]>([
    ["a target by a date, of a document without one", { ...floor, period: "by 2027-12-31" }],
    ["a ceiling", { ...floor, comparator: "<=" }],
    ["a rate", { ...floor, unit: "%" }],
    ["one without a period", { ...floor, period: null }],
  ])("%s has no line", (_, target) => {
    expect(pace([said(1, "2026-07-01")], [target])).toBeNull();
  });
});

describe("a floor by a date runs from the document's date", () => {
  const by: Target = { ...floor, period: "by 2025-12-31", text: "到2025年200个以上" };
  test.each([
    ["half of the two years", 100, "2024-12-31", { percent: 50, expected: 50 }],
    ["last year's figure counts: it is cumulative", 40, "2024-06-30", { percent: 20, expected: 24 }],
    ["after its day all of it is asked for", 150, "2026-03-01", { percent: 75, expected: 100 }],
    ["before the document there was no target", 100, "2023-12-31", null],
  ])("%s", (_, value, on, expected) => {
    const found = pace([said(value, on)], [by], "2024-01-01");
    if (expected === null) expect(found).toBeNull();
    else expect(found).toEqual({ text: "到2025年200个以上", ...expected });
  });

  it.each(["2025-12-31", "2026-05-01"])("a document of %s sets no line to a day before it", (documentDate) => {
    expect(pace([said(100, "2026-06-01")], [by], documentDate)).toBeNull();
  });
});

describe("the light by the pace line", () => {
  const light = (percent: number, expected: number, more: Partial<StatusUpdate> = {}) =>
    lightOf({
      today: "2026-09-01",
      dueDate: "2026-12-31",
      updates: [said(1, "2026-08-31", more)],
      leadUnitIds: [2],
      calendar: weekdays,
      pace: { text: "每年200个以上", percent, expected },
    });

  test.each([
    ["a quarter of the year has not passed", 0, 24, "green", "light-on-track"],
    ["80 % of the pace", 40, 50, "green", "light-on-track"],
    ["a little below 80 %", 39, 50, "yellow", "light-behind-pace"],
    ["half the pace", 25, 50, "yellow", "light-behind-pace"],
    ["below half", 24, 50, "red", "light-behind-pace"],
  ] as const)("%s", (_, percent, expected, colour, code) => {
    expect(light(percent, expected)).toMatchObject({ colour, reason: { code } });
  });

  it("red by its figures is not covered up by yellow words; done is done", () => {
    expect(light(10, 50, { status: "at_risk" }).colour).toBe("red");
    expect(light(40, 60, { status: "at_risk" }).reason.code).toBe("light-at-risk");
    expect(light(10, 50, { status: "done" }).colour).toBe("green");
  });

  it("comes from the register: target, figure and year", () => {
    const register = aRegister({
      tasks: [aTask(1, [2], [], { targets: [floor] })],
      units: [unit],
      occurrences: [year],
      latestUpdates: [said(60, "2026-08-31")],
    });
    const [task] = register.tasks;
    if (!task) throw new Error("no task");
    expect(taskLight({ task, register, today: "2026-09-01", calendar: weekdays })).toEqual({
      colour: "red",
      reason: { code: "light-behind-pace", params: { text: "每年200个以上", percent: 30, expected: 66 } },
    });
  });
});
