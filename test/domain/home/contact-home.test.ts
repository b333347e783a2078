// What a contact sees first. Unit n is spoken for by Un.
import { describe, expect, it } from "vitest";
import { contactHome } from "../../../src/domain/home/contact-home.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import { indexResponses, type ReminderResponse, type ResponseIndex } from "../../../src/domain/reminders/responses.ts";
import type { Request } from "../../../src/domain/status/request.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

const TODAY = "2026-11-23";
const units = [
  aUnitWithContact(1, "市教育局"),
  aUnitWithContact(2, "市财政局"),
  aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5] }),
  aUnitWithContact(4, "东湖区人民政府"),
  aUnitWithContact(5, "西山县人民政府"),
];
const home = (actor: string, more: Partial<Omit<Register, "units">>, responses?: ResponseIndex) =>
  contactHome({ actor, register: aRegister({ units, ...more }), today: TODAY, calendar: weekdays, responses });
const dueOn = (taskId: number, dueDate: string) =>
  anOccurrence(taskId * 10, taskId, { kind: "due", period: dueDate, dueDate, supportingDueDate: dueDate });

describe("what to do now", () => {
  it("overdue first, then nearest, without a date last", () => {
    const tasks = [1, 2, 3, 4].map((id) => aTask(id, [1]));
    const occurrences = [dueOn(1, "2026-12-31"), dueOn(2, "2026-11-20"), dueOn(3, "2026-11-30")];
    const now = home("U1", { tasks, occurrences })?.now ?? [];
    expect(now.map(({ taskId, daysLeft }) => [taskId, daysLeft])).toEqual([
      [2, -1],
      [3, 5],
      [1, 28],
      [4, null],
    ]);
  });

  it("a supporting unit by its earlier date, a member through its group", () => {
    const tasks = [aTask(1, [1], [3])];
    const seen = home("U4", { tasks, occurrences: [anOccurrence(1, 1)] })?.now;
    expect(seen).toMatchObject([{ unitName: "东湖区人民政府", role: "supporting", dueDate: "2026-12-02" }]);
  });

  it("what was answered is done until something is asked again", () => {
    const tasks = [aTask(1, [1]), aTask(2, [1])];
    const latestUpdates = [anUpdate(1, 1), anUpdate(2, 1, { on: "2026-11-21" })];
    const seen = home("U1", { tasks, occurrences: [anOccurrence(1, 1), dueOn(2, "2026-12-31")], latestUpdates });
    expect(seen?.now.map((one) => one.taskId)).toEqual([2]);
    expect(seen?.done.map((one) => one.taskId)).toEqual([1]);
  });

  it("a closed task is done, a withdrawn one gone", () => {
    const tasks = [aTask(1, [1], [], { state: "closed" }), aTask(2, [1], [], { state: "withdrawn" })];
    expect(home("U1", { tasks })).toMatchObject({ now: [], waiting: [], done: [{ taskId: 1, closed: true }] });
  });
});

describe("receipt", () => {
  const tasks = [aTask(1, [1]), aTask(2, [1], [3]), aTask(3, [2], [1]), aTask(4, [1])];
  const said = (id: number, taskId: number, kind: ReminderResponse["kind"], unitId = 1): ReminderResponse => ({
    ...{ id, taskId, unitId, kind, occurrenceId: 1, slackUser: `U${unitId}`, remindAt: null, reason: null, on: TODAY },
  });
  const asked = (actor: string, responses: readonly ReminderResponse[], latestUpdates: readonly StatusUpdate[] = []) =>
    (
      home(
        actor,
        { tasks, occurrences: tasks.map(({ id }) => dueOn(id, "2026-12-31")), latestUpdates },
        indexResponses(responses),
      )?.now ?? []
    )
      .filter((one) => one.awaitsReceipt)
      .map((one) => one.taskId);

  it("is asked for what the unit has neither accepted, nor reported on, nor handed back", () => {
    expect(asked("U1", [])).toEqual([1, 2, 3, 4]);
    expect(asked("U1", [said(1, 1, "accepted"), said(2, 3, "not_mine")], [anUpdate(2, 1)])).toEqual([4]);
  });

  it("each member of a group for itself", () => {
    expect(asked("U4", [said(1, 2, "accepted", 5)])).toEqual([2]);
    expect(asked("U5", [said(1, 2, "accepted", 5)])).toEqual([]);
  });
});

describe("what is waited for", () => {
  const request = (id: number, more: Partial<Request>): Request => ({
    ...{ id, taskId: 1, unitId: 1, kind: "extension", reason: "雨季", proposedDate: "2027-01-29" },
    ...{ requestedOn: "2026-11-20", state: "pending" },
    ...more,
  });

  it("one's own requests, until they are decided", () => {
    const requests = [
      request(1, {}),
      request(2, { kind: "closure", proposedDate: null, state: "sent_back" }),
      request(3, { unitId: 2 }),
    ];
    expect(home("U1", { tasks: [aTask(1, [1], [2])], requests })?.waiting).toEqual([
      {
        ...{ taskId: 1, taskName: "1", title: "事项1", kind: "request", request: "extension" },
        ...{ proposedDate: "2027-01-29", requestedOn: "2026-11-20" },
      },
    ]);
  });

  it("supporting units' answers, for the lead alone and until the lead has reported", () => {
    const tasks = [aTask(1, [1], [2, 3])];
    const occurrences = [anOccurrence(1, 1)];
    const latestUpdates = [anUpdate(1, 4)];
    const missing = ["市财政局", "西山县人民政府"];
    expect(home("U1", { tasks, occurrences, latestUpdates })?.waiting).toMatchObject([
      { kind: "answers", answered: 1, total: 3, missing },
    ]);
    expect(home("U2", { tasks, occurrences, latestUpdates })?.waiting).toEqual([]);
    expect(home("U1", { tasks, occurrences, latestUpdates: [anUpdate(1, 1)] })?.waiting).toEqual([]);
  });
});

it("nothing for who speaks for nobody", () => {
  expect(home("U9", { tasks: [aTask(1, [1])] })).toBeNull();
});
