// What a word short of a report spares the unit that said it. Given … when … then.
import { describe, expect, it } from "vitest";
import {
  dueWish,
  handedBack,
  indexResponses,
  type ReminderResponse,
  remindAt,
  remindOn,
  responsesOf,
  sparedBy,
} from "../../../src/domain/reminders/responses.ts";
import { weekdays } from "../../support/facts.ts";

// Due on Wednesday 9 December 2026: 5 working days before it is the 2nd, 3 the 4th, 1 the 8th.
const DUE = "2026-12-09";

function said(kind: ReminderResponse["kind"], on: string, more: Partial<ReminderResponse> = {}): ReminderResponse {
  return {
    id: 1,
    occurrenceId: 11,
    taskId: 21,
    unitId: 1,
    slackUser: "U1",
    kind,
    remindAt: null,
    reason: null,
    on,
    ...more,
  };
}

const held = (...responses: ReminderResponse[]) => responsesOf(indexResponses(responses), 21, 1);
const spared = (today: string, step: number, ...responses: ReminderResponse[]) =>
  sparedBy(held(...responses), { step, dueDate: DUE, today, calendar: weekdays })?.code ?? null;

describe("在办 spares the steps of one kind for some days", () => {
  it.each([
    // given: said on, when: today and the step that has come, then
    ["2026-12-02", "2026-12-04", -3, "seen"],
    ["2026-12-02", "2026-12-08", -1, "seen"],
    ["2026-12-02", "2026-12-09", 0, null], // the due date is another kind
    ["2026-11-25", "2026-12-01", -6, "seen"], // 4 working days later
    ["2026-11-25", "2026-12-02", -5, null], // 5: silence resumes
    ["2026-12-09", "2026-12-10", 1, null], // said on the day, late the next
    ["2026-12-10", "2026-12-14", 3, "seen"],
    ["2026-12-10", "2026-12-15", 3, null], // the step that was spared is said then
    ["2026-12-08", "2026-12-10", 1, null],
  ])("said on %s, on %s step %i: %s", (on, today, step, expected) => {
    expect(spared(today, step, said("seen", on))).toBe(expected);
  });

  it("is forgotten where the date moves far ahead", () => {
    const seen = held(said("seen", "2026-12-08"));
    expect(sparedBy(seen, { step: -10, dueDate: "2027-01-20", today: "2027-01-06", calendar: weekdays })).toBeNull();
  });

  it("spares nobody else", () => {
    const index = indexResponses([said("seen", "2026-12-02")]);
    expect(responsesOf(index, 21, 2).seen).toBeNull();
    expect(responsesOf(index, 22, 1).seen).toBeNull();
  });
});

describe("稍后提醒", () => {
  const later = said("later", "2026-12-02", { remindAt: "2026-12-07T09:00" });

  it("spares the steps up to its day, and stands for them", () => {
    expect(spared("2026-12-04", -3, later)).toBe("asked-later");
    expect(spared("2026-12-07", -3, later)).toBe("asked-later");
    expect(spared("2026-12-08", -1, later)).toBeNull();
    expect(spared("2026-12-09", 0, said("later", "2026-12-08", { remindAt: "2026-12-11T09:00" }))).toBeNull();
  });

  it.each([
    ["2026-12-07T08:59", null],
    ["2026-12-07T09:00", 1],
    ["2026-12-10T09:00", 1], // after an outage
    ["2026-12-11T09:00", null], // past its use
  ])("at %s: %s", (now, expected) => {
    expect(dueWish(held(later), { occurrenceId: 11, now, calendar: weekdays })?.id ?? null).toBe(expected);
  });

  it("is about the occurrence it was said to, and void once the task is said to be another unit's", () => {
    const at = { occurrenceId: 11, now: "2026-12-07T09:00", calendar: weekdays };
    expect(dueWish(held(later), { ...at, occurrenceId: 12 })).toBeNull();
    expect(dueWish(held(later, said("not_mine", "2026-12-03", { id: 2 })), at)).toBeNull();
  });

  it("the newest wish holds", () => {
    const sooner = { ...later, id: 2, remindAt: "2026-12-03T09:00" };
    expect(held(sooner, later).later?.id).toBe(2);
  });

  it.each([
    ["afternoon", "2026-12-02T10:00", "2026-12-02T15:00"],
    ["afternoon", "2026-12-02T15:00", "2026-12-03T09:00"],
    ["afternoon", "2026-12-05T10:00", "2026-12-07T09:00"], // a Saturday
    ["tomorrow", "2026-12-04T10:00", "2026-12-07T09:00"], // a Friday
    ["in-3-days", "2026-12-04T10:00", "2026-12-09T09:00"],
  ] as const)("%s, asked at %s: %s", (choice, now, expected) => {
    expect(remindAt(choice, now, weekdays)).toBe(expected);
  });

  it("a day off that was named is the next working day", () => {
    expect(remindOn("2026-12-05", weekdays)).toBe("2026-12-07T09:00");
    expect(remindOn("2026-12-08", weekdays)).toBe("2026-12-08T09:00");
  });
});

describe("不属本单位职责", () => {
  const claimed = said("not_mine", "2026-12-02");

  it("spares every step until it is decided; declined, they are said again; accepted, never", () => {
    const code = (...more: ReminderResponse[]) => handedBack(held(claimed, ...more))?.code ?? null;
    expect(code()).toBe("not-mine-pending");
    expect(code(said("not_mine_declined", "2026-12-03", { id: 2 }))).toBeNull();
    expect(code(said("not_mine_accepted", "2026-12-03", { id: 2 }))).toBe("not-mine-accepted");
    expect(code(said("not_mine_declined", "2026-12-03", { id: 2 }), said("not_mine", "2026-12-04", { id: 3 }))).toBe(
      "not-mine-pending",
    );
  });
});
