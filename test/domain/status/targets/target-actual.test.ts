// What counts towards a target: whose figure, of what period, added up or not.
import { describe, expect, it } from "vitest";
import type { Target } from "../../../../src/domain/register/target.ts";
import type { Unit } from "../../../../src/domain/register/unit.ts";
import type { StatusUpdate } from "../../../../src/domain/status/status.ts";
import { actualOf, figuresOf } from "../../../../src/domain/status/targets/target-actual.ts";
import { anUpdate, aUnit } from "../../../support/facts.ts";

const target: Target = {
  comparator: ">=",
  value: 200,
  unit: "个",
  period: null,
  scope: "whole",
  text: "200个以上",
};
const rate: Target = { ...target, value: 90, unit: "%", text: "90%以上" };
const education = aUnit(2, "市教育局");
const finance = aUnit(3, "市财政局");
const north = aUnit(4, "北山县人民政府");
const south = aUnit(5, "南湖区人民政府");
const counties = aUnit(6, "各县区人民政府", { kind: "group", memberIds: [4, 5] });

const said = (unitId: number, value: number, on: string, unit = "个"): StatusUpdate =>
  anUpdate(1, unitId, { id: Number(on.replaceAll("-", "")) * 10 + unitId, quantities: [{ value, unit }], on });

function actual(
  of: Target,
  updates: readonly StatusUpdate[],
  { leads = [education], supporting = [], opensOn = null }: Partial<Parties> = {},
) {
  const units = new Map([education, finance, north, south, counties].map((unit) => [unit.id, unit]));
  const figures = figuresOf({ id: 1 }, updates);
  return actualOf(of, { targets: [of], leads, supporting, units, figures, opensOn });
}

interface Parties {
  readonly leads: readonly Unit[];
  readonly supporting: readonly Unit[];
  readonly opensOn: string | null;
}

describe("a figure", () => {
  it("stays when the next report has none", () => {
    const plain = anUpdate(1, 2, { id: 1_000_000_000, on: "2026-11-20", quantities: [] });
    expect(actual(target, [said(2, 156, "2026-09-01"), plain])).toMatchObject({ value: 156, on: "2026-09-01" });
  });

  it("of several reports the newest counts, also where it is the smaller one", () => {
    expect(actual(target, [said(2, 156, "2026-09-01"), said(2, 140, "2026-11-01")])).toMatchObject({ value: 140 });
  });

  it("a yearly floor starts anew, one by a date does not", () => {
    const last = [said(2, 156, "2025-12-20")];
    expect(actual({ ...target, period: "annual" }, last, { opensOn: "2026-01-01" })).toBeNull();
    const by = { ...target, period: "by 2027-12-31" };
    expect(actual(by, last, { opensOn: "2026-01-01" })).toMatchObject({ value: 156, percent: 78 });
  });

  it("of two bodies that lead together the first counts; members of a group are added up", () => {
    const both = [said(2, 156, "2026-09-01"), said(3, 190, "2026-11-01")];
    expect(actual(target, both, { leads: [education, finance] })).toMatchObject({ value: 156 });
    const members = [said(4, 60, "2026-09-01"), said(5, 90, "2026-11-01")];
    expect(actual(target, members, { leads: [counties] })).toMatchObject({ value: 150, on: "2026-11-01" });
  });
});

describe("a rate", () => {
  it("is never added up: of several leads the newest figure counts", () => {
    const both = [said(2, 80, "2026-09-01", "%"), said(3, 85, "2026-11-01", "%")];
    expect(actual(rate, both, { leads: [education, finance] })).toMatchObject({ value: 85, on: "2026-11-01" });
    expect(actual(rate, both, { leads: [finance, education] })).toMatchObject({ value: 85 });
  });

  it("a member's rate is not the group's, whether one has reported or all", () => {
    expect(actual(rate, [said(4, 95, "2026-11-01", "%")], { leads: [counties] })).toBeNull();
    const all = [said(4, 95, "2026-11-01", "%"), said(5, 85, "2026-11-01", "%")];
    expect(actual(rate, all, { leads: [counties] })).toBeNull();
  });

  it("a supporting body's counts where no lead has one", () => {
    const one = [said(3, 88, "2026-11-01", "%")];
    expect(actual(rate, one, { supporting: [finance] })).toMatchObject({ value: 88 });
    expect(actual(rate, [said(2, 70, "2026-09-01", "%"), ...one], { supporting: [finance] })).toMatchObject({
      value: 70,
    });
  });
});

describe("a target of each member", () => {
  const each: Target = { ...target, value: 1, scope: "each", text: "每个县区1个以上" };
  it("is checked member by member", () => {
    const reports = [said(4, 1, "2026-09-01"), said(5, 0, "2026-11-01")];
    expect(actual(each, reports, { leads: [counties] })).toEqual({
      kind: "members",
      reached: 1,
      total: 2,
      percent: 50,
      on: "2026-11-01",
    });
  });
});
