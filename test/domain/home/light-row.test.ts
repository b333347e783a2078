// What the office's page counts of a task: by state, and who owes an answer.
import { describe, expect, it } from "vitest";
import { lightRow, owingUnits } from "../../../src/domain/home/light-row.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, weekdays } from "../../support/facts.ts";

const units = [
  aUnit(1, "市教育局"),
  aUnit(2, "市财政局"),
  aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5] }),
  aUnit(4, "东湖区人民政府"),
  aUnit(5, "西山县人民政府"),
];
const TODAY = "2026-11-23";
const task = aTask(1, [1], [3], { section: "一、人才" });
const report = anOccurrence(1, 1);
const due = anOccurrence(2, 1, { kind: "due", period: "2026", opensOn: "2026-01-01", dueDate: "2026-12-31" });
const facts = (more: Partial<Omit<Register, "units">> = {}) => aRegister({ tasks: [task], units, ...more });
const owing = (more: Partial<Omit<Register, "units">>, today = TODAY) =>
  owingUnits(task, facts(more), today).map((unit) => unit.id);

describe("who owes an answer", () => {
  it("nobody before the report is called for", () =>
    expect(owing({ occurrences: [report] }, "2026-11-01")).toEqual([]));

  it("leads and supporting units, groups member by member, until each has reported since", () => {
    expect(owing({ occurrences: [report] })).toEqual([1, 4, 5]);
    const latestUpdates = [anUpdate(1, 1), anUpdate(1, 4, { on: "2026-11-01" }), anUpdate(1, 5)];
    expect(owing({ occurrences: [report], latestUpdates })).toEqual([4]);
  });

  it("of several leads none after the first has reported, unless each must", () => {
    const two = aTask(1, [1, 2]);
    const register = facts({ occurrences: [report], latestUpdates: [anUpdate(1, 1)] });
    expect(owingUnits(two, register, TODAY)).toEqual([]);
    expect(owingUnits({ ...two, leadRule: "each" }, register, TODAY).map((unit) => unit.id)).toEqual([2]);
  });

  it("the lead of a date that has passed, until it is done", () => {
    expect(owing({ occurrences: [due] })).toEqual([]);
    expect(owing({ occurrences: [due], latestUpdates: [anUpdate(1, 1)] }, "2027-01-04")).toEqual([1]);
    const done = anUpdate(1, 1, { status: "done" });
    expect(owing({ occurrences: [due], latestUpdates: [done] }, "2027-01-04")).toEqual([]);
  });
});

describe("what is counted", () => {
  const row = (state: "open" | "closed" | "withdrawn" | "superseded") =>
    lightRow({
      task: { ...task, state },
      register: facts({ occurrences: [report] }),
      today: TODAY,
      calendar: weekdays,
    });

  it("an open task with its lead, its section and everybody who speaks for it", () => {
    expect(row("open")).toEqual({
      ...{ taskId: 1, colour: "grey", documentId: 1, section: "一、人才" },
      ...{ leadUnitIds: [1], answeringUnitIds: [1, 4, 5], owingUnitIds: [1, 4, 5] },
    });
  });

  it("a closed one is green, and nobody owes anything", () => {
    expect(row("closed")).toMatchObject({ colour: "green", leadUnitIds: [1], answeringUnitIds: [], owingUnitIds: [] });
  });

  it.each(["withdrawn", "superseded"] as const)("%s does not count", (state) => {
    expect(row(state)).toMatchObject({ colour: null, leadUnitIds: [], answeringUnitIds: [], owingUnitIds: [] });
  });
});
