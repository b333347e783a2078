// What was reported done before a task was reopened: history that answers nothing, asks nothing and lights nothing.
import { describe, expect, it } from "vitest";
import { lightRow } from "../../../src/domain/home/light-row.ts";
import { indexForPlan, isReportedDone } from "../../../src/domain/reminders/asked.ts";
import { hasAnswered, indexUpdates, markUndone, silentOf } from "../../../src/domain/status/answered.ts";
import { reportedByCoLead } from "../../../src/domain/status/lead-units.ts";
import { taskLight } from "../../../src/domain/status/task-light.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, weekdays } from "../../support/facts.ts";

const lead = aUnit(1, "市教育局");
const other = aUnit(2, "市财政局");
const task = aTask(7, [1, 2]);
const report = anOccurrence(1, 7);
const due = anOccurrence(2, 7, { kind: "due", period: "2026-12-31", dueDate: "2026-12-31", opensOn: "1900-01-01" });
const done = anUpdate(7, 1, { id: 4, status: "done" });
const [undone = done] = markUndone([done], new Map([[7, 4]]));
const registerWith = (update: typeof done) =>
  aRegister({ tasks: [task], units: [lead, other], occurrences: [report, due], latestUpdates: [update] });
const today = "2026-11-25";

describe("a done from before the reopening", () => {
  it("is marked, one from after it and other reports are not", () => {
    expect(undone.undone).toBe(true);
    const kept = [
      anUpdate(7, 1, { id: 5, status: "done" }),
      anUpdate(7, 2, { id: 3 }),
      anUpdate(8, 1, { status: "done" }),
    ];
    expect(markUndone(kept, new Map([[7, 4]]))).toEqual(kept);
  });

  it("answers neither the report nor the due date, for no lead", () => {
    const index = indexUpdates([undone]);
    expect([report, due].map((one) => hasAnswered(one, done))).toEqual([true, true]);
    expect([report, due].map((one) => hasAnswered(one, undone))).toEqual([false, false]);
    expect(silentOf([lead], task, report, index)).toEqual([lead]);
    expect(reportedByCoLead(task, 2, report, index)).toBeNull();
    expect(isReportedDone(indexForPlan(registerWith(undone)), due)).toBe(false);
    expect(lightRow({ task, register: registerWith(undone), today, calendar: weekdays }).owingUnitIds).toEqual([1, 2]);
  });

  it("does not make the light green, which says that it was reopened", () => {
    const lightOf = (update: typeof done) =>
      taskLight({ task, register: { ...registerWith(update), occurrences: [due] }, today, calendar: weekdays });
    expect(lightOf(done)).toMatchObject({ colour: "green", reason: { code: "light-done" } });
    expect(lightOf(undone)).toMatchObject({ colour: "grey", reason: { code: "light-reopened" } });
  });
});
