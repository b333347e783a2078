// What a unit is told it still owes after a report: of every digest that showed the task, not of the newest alone.
import { describe, expect, it } from "vitest";
import { stillOpen } from "../../../src/app/status/still-open.ts";
import type { Reason } from "../../../src/domain/reason.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnitWithContact, weekdays } from "../../support/facts.ts";

const TODAY = "2026-11-30";
const units = [aUnitWithContact(1, "市财政局"), aUnitWithContact(2, "西山县人民政府")];
const tasks = [1, 2, 3].map((id) => aTask(id, [1], [2]));
const occurrences = tasks.map(({ id }) => anOccurrence(id, id));

/** `digests`: of which tasks each one reminded the county, the newest first; the tasks in `answered` are reported today. */
function owed(digests: readonly (readonly number[])[], answered: readonly number[], reason: Reason): Promise<number> {
  const latestUpdates = answered.map((id) => anUpdate(id, 2, { on: TODAY }));
  const register = aRegister({ units, tasks, occurrences, latestUpdates });
  const found = (id: number) => ({
    digest: { id, kind: "contact", date: TODAY, slackUser: "U2" },
    reminders: (digests[id] ?? []).map((taskId) => ({
      ...{ occurrenceId: taskId, taskId, unitId: 2, role: "supporting", dueDate: "2026-12-02", reason },
    })),
  });
  const ports = {
    registerStore: { loadAround: () => Promise.resolve(register) },
    responseStore: { newest: () => Promise.resolve([]) },
    reminderStore: { find: (id: number) => Promise.resolve(found(id)) },
    clock: { today: () => TODAY },
    calendar: weekdays,
  };
  return stillOpen(ports as unknown as Parameters<typeof stillOpen>[0], [...digests.keys()], "西山县人民政府");
}

describe("what is still open", () => {
  const asked = { code: "report-due-in", params: { days: 3 } } as const;

  it("stands in an earlier digest too, where a later message urged one task alone", async () => {
    expect(await owed([[1], [1, 2, 3]], [1], asked)).toBe(2);
    expect(await owed([[1], [1, 2, 3]], [1, 2, 3], asked)).toBe(0);
    expect(await owed([[1, 2], [3]], [1], asked)).toBe(1);
  });

  it("is not what somebody else was told of the unit", async () => {
    expect(await owed([[1, 2]], [1], { code: "answered-after-signing", params: { date: TODAY } })).toBe(0);
  });
});
