// The joint reply: what a lead signs for, what came later; and what it sees of its supporting units, target by target.
import { describe, expect, it } from "vitest";
import type { Target } from "../../../src/domain/register/target.ts";
import { jointView, signOver } from "../../../src/domain/status/joint/joint-reply.ts";
import { supportOf } from "../../../src/domain/status/joint/support.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit } from "../../support/facts.ts";

const units = [
  aUnit(1, "市教育局"),
  aUnit(2, "市财政局"),
  aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5, 6] }),
  aUnit(4, "东湖区人民政府"),
  aUnit(5, "西山县人民政府"),
  aUnit(6, "南河县人民政府"),
];
const each: Target = { comparator: ">=", value: 1, unit: "所", period: null, scope: "each", text: "每个县区1所以上" };
const task = aTask(1, [1], [2, 3], { targets: [each] });
const answer = (id: number, unitId: number, more: Partial<StatusUpdate> = {}) =>
  anUpdate(1, unitId, { id, on: "2026-11-20", ...more });
const registerWith = (latestUpdates: StatusUpdate[]) =>
  aRegister({
    tasks: [task],
    units,
    occurrences: [anOccurrence(11, 1)],
    latestUpdates,
    figures: latestUpdates.flatMap(({ id, taskId, unitId, on, quantities }) =>
      quantities.length > 0 ? [{ id, taskId, unitId, on, quantities }] : [],
    ),
  });

describe("signing", () => {
  const history = [answer(10, 2), answer(12, 4), answer(13, 4), answer(15, 5), answer(9, 6, { on: "2026-10-01" })];

  it("covers of each unit the newest answer that was shown, and says who had sent none", () => {
    expect(signOver(task, registerWith([]), history, 15)).toEqual({ covers: [10, 13, 15], missing: [6] });
  });

  it("does not cover what came between the showing and the click", () => {
    expect(signOver(task, registerWith([]), history, 12)).toEqual({ covers: [10, 12], missing: [5, 6] });
  });

  it("an answer from before the period counts for nobody", () => {
    expect(signOver(task, registerWith([]), history, 99).missing).toEqual([6]);
  });

  it("over nothing at all everybody is missing", () => {
    expect(signOver(task, registerWith([]), [], 0)).toEqual({ covers: [], missing: [2, 4, 5, 6] });
  });
});

describe("a signed reply", () => {
  const signed = anUpdate(1, 1, { id: 20, on: "2026-12-01", joint: { covers: [10, 12], missing: [5, 6] } });

  it("shows who signed, over how much, without whom, and what came since", () => {
    const register = registerWith([answer(10, 2), answer(21, 4, { on: "2026-12-02" }), answer(22, 5), signed]);
    expect(jointView(task, register, signed)).toEqual({
      unitName: "市教育局",
      on: "2026-12-01",
      covers: 2,
      missing: ["西山县人民政府", "南河县人民政府"],
      later: ["东湖区人民政府", "西山县人民政府"],
    });
  });

  it("of a period that is over shows nothing", () => {
    expect(jointView(task, registerWith([]), { ...signed, on: "2026-10-01" })).toBeNull();
    expect(jointView(task, registerWith([]), null)).toBeNull();
  });
});

describe("what the lead sees", () => {
  const schools = (value: number) => [{ value, unit: "所" }];

  it("counts group members one by one, names the missing, and puts what stands in the way first", () => {
    const view = supportOf(
      task,
      registerWith([answer(10, 2), answer(12, 4, { needsCoordination: true, on: "2026-11-10" })]),
      null,
    );
    expect(view).toMatchObject({ answered: 2, total: 4, missing: ["西山县人民政府", "南河县人民政府"], upTo: 12 });
    expect(view.groups).toEqual([
      { unit: "各县区人民政府", answered: 1, total: 3, missing: ["西山县人民政府", "南河县人民政府"] },
    ]);
    expect(view.answers.map((one) => one.unitName)).toEqual(["东湖区人民政府", "市财政局"]);
  });

  it("names which members reach a target of each, which do not, and which sent no figure", () => {
    const updates = [
      answer(12, 4, { quantities: schools(2) }),
      answer(13, 5, { quantities: schools(0) }),
      answer(14, 6),
    ];
    expect(supportOf(task, registerWith(updates), null).targets).toEqual([
      {
        text: "每个县区1所以上",
        total: 3,
        reached: ["东湖区人民政府"],
        short: [{ unit: "西山县人民政府", value: 0, of: "所" }],
        unreported: ["南河县人民政府"],
      },
    ]);
  });
});
