// What is shown of a task: its units, their contacts, the report that counts, its two dates.
import { describe, expect, it } from "vitest";
import { taskCard } from "../../../src/domain/answers/task-card.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

const finance = aUnitWithContact(1, "市财政局");
const counties = aUnit(2, "各县区人民政府", { kind: "group", memberIds: [3] });
const county = aUnit(3, "东山县人民政府");
const units = [finance, counties, county];
const card = (task: Parameters<typeof aTask>, register: Parameters<typeof aRegister>[0]) => {
  const built = aTask(...task);
  return taskCard(built, aRegister({ units, tasks: [built], ...register }), weekdays, "2026-11-23");
};

describe("taskCard", () => {
  it("names units in the document's order, and contacts of the leads only", () => {
    const shown = card([1, [1], [2]], {});
    expect(shown).toMatchObject({ taskName: "1", lead: ["市财政局"], supporting: ["各县区人民政府"], latest: null });
    expect(shown.contacts).toEqual([{ unit: "市财政局", people: [{ slackUser: "U1", name: "市财政局联络员" }] }]);
    expect(shown).toMatchObject({ reportDue: null, ownDue: null });
  });

  it("says so where a lead has no contact", () => {
    expect(card([1, [2]], {}).contacts).toEqual([{ unit: "各县区人民政府", people: [] }]);
  });

  it("takes the lead's report before a newer one of a supporting unit", () => {
    const latestUpdates = [anUpdate(1, 1, { on: "2026-11-03", percent: 60 }), anUpdate(1, 2, { on: "2026-11-20" })];
    expect(card([1, [1], [2]], { latestUpdates }).latest).toMatchObject({ unit: "市财政局", percent: 60 });
  });

  it("takes a member of a leading group for a lead, and anybody where no lead has reported", () => {
    const latestUpdates = [anUpdate(1, 1, { on: "2026-11-20" }), anUpdate(1, 3, { on: "2026-11-03" })];
    expect(card([1, [2], [1]], { latestUpdates }).latest?.unit).toBe("东山县人民政府");
    expect(card([1, [2], [1]], { latestUpdates: latestUpdates.slice(0, 1) }).latest?.unit).toBe("市财政局");
  });

  it("keeps the date of the coming meeting's report apart from the task's own nearest date", () => {
    const occurrences = [
      anOccurrence(1, 1, { dueDate: "2027-12-31", kind: "due" }),
      anOccurrence(2, 1, { dueDate: "2026-12-31", kind: "due" }),
      anOccurrence(3, 1, { dueDate: "2026-12-09" }),
      anOccurrence(4, 1, { dueDate: "2026-06-09", period: "meeting:0" }),
      anOccurrence(5, 7, { dueDate: "2026-11-24" }),
    ];
    expect(card([1, [1]], { occurrences })).toMatchObject({ reportDue: "2026-12-09", ownDue: "2026-12-31" });
    expect(card([1, [1]], { occurrences, meetings: [] })).toMatchObject({ reportDue: null, ownDue: "2026-12-31" });
  });
});
