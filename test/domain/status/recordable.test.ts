import { describe, expect, it } from "vitest";
import type { Target } from "../../../src/domain/register/target.ts";
import { compareWithTargets, statusOf } from "../../../src/domain/status/recordable.ts";
import type { StatusReading } from "../../../src/domain/status/status.ts";

const nothing: StatusReading = {
  status: null,
  percent: null,
  quantities: [],
  needsCoordination: false,
  extensionTo: null,
  forecast: null,
  note: "",
  unsure: false,
};

describe("the status an update is recorded with", () => {
  it.each([
    ["what was said", { status: "done" as const, percent: 80 }, "done"],
    ["figures alone: work goes on", { percent: 60 }, "on_track"],
    ["quantities alone: work goes on", { quantities: [{ value: 156, unit: "个" }] }, "on_track"],
    ["a call for help: at risk", { needsCoordination: true, percent: 60 }, "at_risk"],
    ["a call for time: at risk", { extensionTo: "2026-12-20" }, "at_risk"],
    ["nothing: nothing", {}, null],
  ])("%s", (_, more, expected) => expect(statusOf({ ...nothing, ...more })).toBe(expected));
});

describe("quantities beside targets", () => {
  const target = (value: number, unit: string): Target => ({
    comparator: ">=",
    value,
    unit,
    period: "annual",
    scope: "whole",
    text: "",
  });
  it("each target is used once, in order", () => {
    const targets = [target(200, "个"), target(6000, "人"), target(75, "%")];
    const said = [
      { value: 156, unit: "个" },
      { value: 4200, unit: "人" },
      { value: 3, unit: "个" },
    ];
    expect(compareWithTargets(said, targets)).toEqual([
      { value: 156, unit: "个", target: 200, percent: 78 },
      { value: 4200, unit: "人", target: 6000, percent: 70 },
    ]);
  });
});
