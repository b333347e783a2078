// What digests are drawn from: the same answers as a search through the register, each worked out once.
import { expect, it } from "vitest";
import { taskName } from "../../../src/domain/answers/task-card.ts";
import { workingDaysBetween } from "../../../src/domain/calendar.ts";
import { digestFacts } from "../../../src/domain/reminders/drawing/digest-facts.ts";
import { taskLight } from "../../../src/domain/status/task-light.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnitWithContact, weekdays } from "../../support/facts.ts";

const TODAY = "2026-11-23";

const register = aRegister({
  units: [aUnitWithContact(1, "市民政局"), aUnitWithContact(2, "市财政局")],
  tasks: [aTask(21, [1], [2]), aTask(22, [2])],
  occurrences: [anOccurrence(1, 21), anOccurrence(2, 22), anOccurrence(3, 22)],
  latestUpdates: [anUpdate(22, 2, { status: "done", on: "2026-11-20" })],
});

it("every task has the name and the light that the whole register gives it", () => {
  const facts = digestFacts({ register, today: TODAY, calendar: weekdays });
  for (const task of register.tasks) {
    expect(facts.nameOf(task)).toBe(taskName(task, register));
    expect(facts.lightOf(task)).toEqual(taskLight({ task, register, today: TODAY, calendar: weekdays }));
    expect(facts.lightOf(task)).toBe(facts.lightOf(task));
  }
});

it("tasks and occurrences are found by id, occurrences by task", () => {
  const facts = digestFacts({ register, today: TODAY, calendar: weekdays });
  expect([facts.tasks.get(22)?.id, facts.tasks.get(9)]).toEqual([22, undefined]);
  expect([facts.occurrences.get(3)?.taskId, facts.occurrences.get(9)]).toEqual([22, undefined]);
  expect(facts.occurrencesOf(22).map(({ id }) => id)).toEqual([2, 3]);
  expect(facts.occurrencesOf(9)).toEqual([]);
});

it("days are counted from today, over ones below zero", () => {
  const facts = digestFacts({ register, today: TODAY, calendar: weekdays });
  for (const date of ["2026-11-20", TODAY, "2026-12-09", "2026-12-09"]) {
    expect(facts.daysTo(date)).toBe(workingDaysBetween(TODAY, date, weekdays));
  }
});
