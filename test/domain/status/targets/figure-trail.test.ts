// Corrections keep the first value; figures that disagree stand side by side; what goes down is pointed out.
import { describe, expect, it, test } from "vitest";
import type { Target } from "../../../../src/domain/register/target.ts";
import type { Unit } from "../../../../src/domain/register/unit.ts";
import type { Status, StatusUpdate } from "../../../../src/domain/status/status.ts";
import { disagreeing, trailsOf } from "../../../../src/domain/status/targets/figure-trail.ts";
import { noticesOf } from "../../../../src/domain/status/targets/notices.ts";
import { figuresOf } from "../../../../src/domain/status/targets/target-actual.ts";
import { anUpdate, aUnit } from "../../../support/facts.ts";

const target: Target = {
  comparator: ">=",
  value: 200,
  unit: "个",
  period: null,
  scope: "whole",
  text: "200个以上",
};
const education = aUnit(2, "市教育局");
const finance = aUnit(3, "市财政局");
const north = aUnit(4, "北山县人民政府");
const south = aUnit(5, "南湖区人民政府");
const counties = aUnit(6, "各县区人民政府", { kind: "group", memberIds: [4, 5] });

const said = (unitId: number, value: number, on: string, text = "推进中"): StatusUpdate =>
  anUpdate(1, unitId, {
    id: Number(on.replaceAll("-", "")) * 10 + unitId,
    on,
    text,
    quantities: [{ value, unit: "个" }],
  });

function factsOf(
  updates: readonly StatusUpdate[],
  { of = target, supporting = [finance], opensOn = null as string | null } = {},
) {
  const units = new Map([education, finance, north, south, counties].map((unit): [number, Unit] => [unit.id, unit]));
  return { targets: [of], leads: [education], supporting, units, figures: figuresOf({ id: 1 }, updates), opensOn };
}

describe("figures of bodies that report the whole", () => {
  test.each<[string, StatusUpdate[], Target, number[]]>([
    ["agree", [said(2, 156, "2026-11-03"), said(3, 156, "2026-11-05")], target, []],
    ["differ within one round", [said(2, 156, "2026-11-03"), said(3, 140, "2026-11-05")], target, [156, 140]],
    ["the later one has grown", [said(2, 156, "2026-09-01"), said(3, 180, "2026-11-05")], target, []],
    [
      "the later one is smaller, whenever",
      [said(2, 156, "2026-06-01"), said(3, 140, "2026-11-05")],
      target,
      [156, 140],
    ],
    ["only one has reported", [said(2, 156, "2026-11-03")], target, []],
    [
      "each member for itself",
      [said(2, 156, "2026-11-03"), said(3, 140, "2026-11-05")],
      { ...target, scope: "each" },
      [],
    ],
  ])("%s", (_, updates, of, values) => {
    expect(disagreeing(of, factsOf(updates, { of })).map(({ value }) => value)).toEqual(values);
  });

  it("members of a group report a part each: that is no disagreement", () => {
    const updates = [said(2, 156, "2026-11-03"), said(4, 60, "2026-11-03"), said(5, 90, "2026-11-04")];
    expect(disagreeing(target, factsOf(updates, { supporting: [counties] }))).toEqual([]);
  });

  it("last year's figure of a yearly floor contradicts nobody", () => {
    const yearly: Target = { ...target, period: "annual" };
    const updates = [said(2, 200, "2025-12-20"), said(3, 20, "2026-01-10")];
    expect(disagreeing(yearly, factsOf(updates, { of: yearly, opensOn: "2026-01-01" }))).toEqual([]);
  });
});

describe("the trail on the task's page", () => {
  const trails = (history: readonly StatusUpdate[]) => {
    const newest = [...new Map(history.toReversed().map((u) => [u.unitId, u])).values()];
    return trailsOf(factsOf(newest, { supporting: [] }), history).map((one) => one.trails.map((t) => t.entries));
  };

  test.each<[string, StatusUpdate[], [value: number, corrects: boolean][]]>([
    [
      "words say so: 120, corrected to 156",
      [said(2, 156, "2026-11-05", "更正：实为156个"), said(2, 120, "2026-09-01")],
      [
        [120, false],
        [156, true],
      ],
    ],
    [
      "a smaller figure takes the place of the larger",
      [said(2, 140, "2026-11-05"), said(2, 156, "2026-09-01")],
      [
        [156, false],
        [140, true],
      ],
    ],
    [
      "another figure on the same day",
      [{ ...said(2, 160, "2026-11-05"), id: 999_999_999 }, said(2, 156, "2026-11-05")],
      [
        [156, false],
        [160, true],
      ],
    ],
  ])("%s", (_, history, entries) => {
    expect(trails(history)[0]?.[0]?.map(({ value, corrects }) => [value, corrects])).toEqual(entries);
  });

  it("says nothing where figures only grow", () => {
    expect(trails([said(2, 156, "2026-11-05"), said(2, 120, "2026-09-01")])).toEqual([]);
  });
});

describe("what is pointed out before it counts", () => {
  const notices = (value: number | null, before: readonly StatusUpdate[], status: Status = "on_track", of = target) =>
    noticesOf(
      { unitId: 2, status, quantities: value === null ? [] : [{ value, unit: "个" }] },
      { facts: factsOf(before, { of }), last: before[0] ?? null },
    ).map((notice) => (notice.kind === "lower" ? `${notice.value} < ${notice.earlier}` : `was ${notice.last}`));

  test.each<[string, string[], string[]]>([
    ["less than the unit's last figure", notices(120, [said(2, 156, "2026-09-01")]), ["120 < 156"]],
    [
      "as much, or more",
      [...notices(156, [said(2, 156, "2026-09-01")]), ...notices(160, [said(2, 156, "2026-09-01")])],
      [],
    ],
    ["another unit's figure is none of its", notices(120, [said(3, 156, "2026-09-01")]), []],
    [
      "less is what a ceiling asks for",
      notices(120, [said(2, 156, "2026-09-01")], "on_track", { ...target, comparator: "<=" }),
      [],
    ],
    ["done, and now not", notices(null, [anUpdate(1, 2, { status: "done" })]), ["was done"]],
    ["begun, and now not", notices(null, [anUpdate(1, 2, { status: "blocked" })], "not_started"), ["was blocked"]],
    ["the first report", notices(null, [], "not_started"), []],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
