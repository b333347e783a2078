// What becomes of a request: approved to a date, closed, sent back, or refused with what would work.
import { describe, expect, it } from "vitest";
import type { Register } from "../../../src/domain/register/register.ts";
import type { Request } from "../../../src/domain/status/request.ts";
import { decideRequest, type RequestAnswer } from "../../../src/domain/status/request-decision.ts";
import { aMeeting, anOccurrence, anUpdate, aRegister, aTask, aUnit, weekdays } from "../../support/facts.ts";

const TODAY = "2026-11-23";
type Facts = Partial<Omit<Register, "units">>;
const extension: Request = {
  id: 5,
  taskId: 1,
  unitId: 2,
  kind: "extension",
  reason: "雨季停工",
  proposedDate: "2027-01-29",
  requestedOn: "2026-11-20",
  state: "pending",
};
const closure: Request = { ...extension, kind: "closure", proposedDate: null };
const due = anOccurrence(7, 1, { kind: "due", period: "2026-12-31", dueDate: "2026-12-31", opensOn: "1900-01-01" });
const register = (more: Facts = {}): Register =>
  aRegister({
    tasks: [aTask(1, [2])],
    units: [aUnit(2, "市财政局")],
    occurrences: [anOccurrence(6, 1), due],
    ...more,
  });
const approve: RequestAnswer = { kind: "approve", date: null };
const decide = (request: Request, answer: RequestAnswer, more: Facts = {}, today = TODAY) =>
  decideRequest({ request, answer, register: register(more), today, calendar: weekdays });

describe("an extension", () => {
  it("moves the task's own date as asked for, the supporting units' five working days before", () => {
    expect(decide(extension, approve)).toEqual({
      kind: "extend",
      occurrenceId: 7,
      dueDate: "2027-01-29",
      supportingDueDate: "2027-01-22",
    });
  });

  it("moves it to another date where the secretary says so", () => {
    expect(decide(extension, { kind: "approve", date: "2027-01-15" })).toMatchObject({ dueDate: "2027-01-15" });
  });

  it.each<[string, RequestAnswer, Facts, string, string]>([
    ["not later than the date that holds", { kind: "approve", date: "2026-12-31" }, {}, TODAY, "extension-not-later"],
    ["a date that is over", { kind: "approve", date: "2026-11-23" }, {}, TODAY, "past-date"],
    ["no date", { kind: "approve", date: "2027-02-30" }, {}, TODAY, "bad-date"],
    ["a task without a date of its own", approve, { occurrences: [anOccurrence(6, 1)] }, TODAY, "nothing-to-extend"],
    ["a task closed meanwhile", approve, { tasks: [aTask(1, [2], [], { state: "closed" })] }, TODAY, "closed-task"],
    ["a task no longer there", approve, { tasks: [] }, TODAY, "closed-task"],
    ["on the cut-off day", approve, { meetings: [aMeeting] }, "2026-12-09", "dates-frozen"],
    ["on the day of the meeting", approve, { meetings: [aMeeting] }, "2026-12-23", "dates-frozen"],
  ])("is not approved: %s", (_, answer, more, today, code) => {
    expect(() => decide(extension, answer, more, today)).toThrow(expect.objectContaining({ code }));
  });

  it("is decided again the day after the meeting, and before the cut-off", () => {
    expect(decide(extension, approve, { meetings: [aMeeting] }, "2026-12-08")).toMatchObject({ kind: "extend" });
    expect(decide(extension, approve, { meetings: [aMeeting] }, "2026-12-24")).toMatchObject({ kind: "extend" });
  });

  it("is sent back at any time, with a reason", () => {
    const answer = { kind: "send-back", reason: "请补充施工计划" } as const;
    expect(decide(extension, answer, { meetings: [aMeeting] }, "2026-12-09")).toEqual({ kind: "none" });
    expect(() => decide(extension, { kind: "send-back", reason: "  " })).toThrow(
      expect.objectContaining({ code: "missing-argument" }),
    );
  });
});

describe("a closure", () => {
  it("closes the task, before a meeting too", () => {
    expect(decide(closure, approve, { meetings: [aMeeting] }, "2026-12-10")).toEqual({ kind: "close" });
  });

  it.each(["approved", "sent_back"] as const)("is not decided twice: %s", (state) => {
    expect(() => decide({ ...closure, state }, approve)).toThrow(expect.objectContaining({ code: "request-decided" }));
  });
});

describe("a closure with conditions", () => {
  const facts = (status: "done" | "blocked") => ({ latestUpdates: [anUpdate(1, 2, { status })] });
  const close = (more: Facts, evidenceMissing: boolean, answer: RequestAnswer = approve) =>
    decideRequest({
      request: closure,
      answer,
      register: register(more),
      today: TODAY,
      calendar: weekdays,
      evidenceMissing,
    });

  it.each([
    ["without the evidence it takes", facts("done"), true, "evidence-missing"],
    ["whose unit has taken its done back", facts("blocked"), false, "closure-taken-back"],
  ])("is not approved %s", (_, more, missing, code) => {
    expect(() => close(more, missing)).toThrow(expect.objectContaining({ code }));
  });

  it("is approved with evidence, and can always be sent back", () => {
    expect(close(facts("done"), false)).toEqual({ kind: "close" });
    expect(close(facts("blocked"), true, { kind: "send-back", reason: "请补充材料" })).toEqual({ kind: "none" });
  });
});
