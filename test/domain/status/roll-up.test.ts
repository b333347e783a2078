// 9/12 已报: groups counted member by member, the missing by name.
import { describe, expect, it } from "vitest";
import type { Register } from "../../../src/domain/register/register.ts";
import { rollUpsOf } from "../../../src/domain/status/roll-up.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit } from "../../support/facts.ts";

const units = [
  aUnit(1, "市教育局"),
  aUnit(2, "市财政局"),
  aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5, 6] }),
  aUnit(4, "东湖区人民政府"),
  aUnit(5, "西山县人民政府"),
  aUnit(6, "南河县人民政府"),
];
const rollUps = (lead: number[], supporting: number[], more: Partial<Omit<Register, "units">> = {}) => {
  const task = aTask(1, lead, supporting);
  return rollUpsOf(task, aRegister({ tasks: [task], units, occurrences: [anOccurrence(1, 1)], ...more }));
};
const said = (unitId: number, on: string) => anUpdate(1, unitId, { status: "on_track", on });

describe("given a report asked for since 2 November", () => {
  it("supporting units are counted with the members of their groups", () => {
    const latestUpdates = [said(2, "2026-11-20"), said(4, "2026-11-02"), said(5, "2026-11-01")];
    expect(rollUps([1], [2, 3], { latestUpdates })).toEqual([
      { unit: null, answered: 2, total: 4, missing: ["西山县人民政府", "南河县人民政府"] },
    ]);
  });

  it("a group that leads is counted by itself", () => {
    expect(rollUps([3], [2], { latestUpdates: [said(4, "2026-11-20")] })).toEqual([
      { unit: "各县区人民政府", answered: 1, total: 3, missing: ["西山县人民政府", "南河县人民政府"] },
    ]);
  });

  it("a unit named beside the group it belongs to counts once", () => {
    expect(rollUps([1], [4, 3])[0]?.total).toBe(3);
  });

  it("one supporting unit alone needs no sum", () => expect(rollUps([1], [2])).toEqual([]));
});

it("nothing is counted where nothing is asked for", () => {
  expect(rollUps([1], [2, 3], { occurrences: [] })).toEqual([]);
});

it("without a meeting the task's own nearest date counts", () => {
  const due = (id: number, dueDate: string, opensOn: string) =>
    anOccurrence(id, 1, { kind: "due", period: dueDate, dueDate, opensOn });
  const occurrences = [due(1, "2027-12-31", "2027-01-01"), due(2, "2026-12-31", "2026-01-01")];
  const [rollUp] = rollUps([1], [2, 4], { occurrences, latestUpdates: [said(2, "2026-02-01")] });
  expect(rollUp).toMatchObject({ answered: 1, missing: ["东湖区人民政府"] });
});
