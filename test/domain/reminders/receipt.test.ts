// Receipt (签收): who has taken a task on in the unit's name. Given … when … then.
import { describe, expect, it } from "vitest";
import { viewDigest } from "../../../src/domain/reminders/digest-view.ts";
import { digestFacts } from "../../../src/domain/reminders/drawing/digest-facts.ts";
import { planFurther } from "../../../src/domain/reminders/further.ts";
import { type PlanFacts, planReminders } from "../../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { receiptOf, receiptsOf } from "../../../src/domain/reminders/receipt.ts";
import { indexResponses, type ReminderResponse, responsesOf } from "../../../src/domain/reminders/responses.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { anOccurrence, anUpdate, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

type Kind = ReminderResponse["kind"];

/** Responses to task 21 of unit 1, in this order. */
const saidInTurn = (kinds: readonly Kind[], more: Partial<ReminderResponse> = {}): ReminderResponse[] =>
  kinds.map((kind, i) => ({
    id: i + 1,
    occurrenceId: 11,
    taskId: 21,
    unitId: 1,
    slackUser: `U${i + 1}`,
    kind,
    remindAt: null,
    reason: kind.startsWith("not_mine") ? "应由市财政局办理" : null,
    on: "2026-12-02",
    ...more,
  }));

const heldAfter = (kinds: readonly Kind[]) => responsesOf(indexResponses(saidInTurn(kinds)), 21, 1);

describe("given what a unit said, in this order, its receipt is", () => {
  it.each<[kinds: Kind[], update: StatusUpdate | null, expected: string | null]>([
    [[], null, null],
    [["accepted"], null, "accepted U1"],
    [["later"], null, null],
    [["seen"], null, "accepted U1"],
    [[], anUpdate(21, 1), "accepted U1"],
    [["not_mine"], null, "declined"],
    [["accepted", "not_mine"], null, "declined"],
    [["not_mine", "accepted"], null, "accepted U2"],
    [["not_mine", "not_mine_accepted"], null, "handed-back"],
    [["not_mine", "not_mine_declined"], null, null],
    [["seen", "not_mine", "not_mine_declined"], null, null],
    [["not_mine", "not_mine_declined", "accepted"], null, "accepted U3"],
    [["not_mine", "not_mine_declined"], anUpdate(21, 1, { on: "2026-12-01" }), null],
    [["not_mine", "not_mine_declined"], anUpdate(21, 1, { on: "2026-12-02" }), "accepted U1"],
    [["accepted", "assigned"], null, null],
    [["not_mine", "not_mine_accepted", "assigned"], null, null],
    [["assigned", "accepted"], null, "accepted U2"],
  ])("%j and an update %o: %s", (kinds, update, expected) => {
    const receipt = receiptOf(heldAfter(kinds), update);
    expect(receipt && (receipt.kind === "accepted" ? `accepted ${receipt.by}` : receipt.kind)).toBe(expected);
  });
});

describe("the receipts of a task", () => {
  it("are counted unit by unit, groups member by member, with the missing and the declined named", () => {
    const units = [
      aUnitWithContact(1, "市教育局"),
      aUnitWithContact(2, "市财政局"),
      aUnit(3, "各县区人民政府", { kind: "group", memberIds: [4, 5] }),
      aUnitWithContact(4, "甲县人民政府"),
      aUnitWithContact(5, "乙县人民政府"),
    ];
    const task = aTask(21, [1], [2, 3]);
    const responses = indexResponses([...saidInTurn(["not_mine"]), ...saidInTurn(["accepted"], { id: 7, unitId: 4 })]);
    const register = aRegister({ units, tasks: [task], latestUpdates: [anUpdate(21, 2)] });
    expect(receiptsOf(task, register, responses)).toEqual({
      accepted: 2,
      total: 4,
      missing: ["乙县人民政府"],
      declined: [{ unit: "市教育局", reason: "应由市财政局办理", on: "2026-12-02", agreed: false }],
    });
  });
});

const [primary] = aUnitWithContact(1, "市教育局").contacts;
const deputy = { id: 11, unitId: 1, slackUser: "UD", name: "张三", role: "deputy" } as const;
const education = aUnit(1, "市教育局", { contacts: primary ? [primary, deputy] : [] });
const finance = aUnitWithContact(2, "市财政局");

const facts = (responses: readonly ReminderResponse[], more: Partial<PlanFacts> = {}): PlanFacts => ({
  register: aRegister({
    units: [education, finance],
    tasks: [aTask(21, [1])],
    occurrences: [anOccurrence(11, 21)],
  }),
  today: "2026-12-02",
  calendar: weekdays,
  policy: reminderPolicy,
  plannedKeys: new Set(),
  digestedUsers: new Set(),
  secretaries: ["US", "UT"],
  responses: indexResponses(responses),
  ...more,
});

describe("a digest of two contacts of one unit", () => {
  const view = (reader: string, responses: readonly ReminderResponse[], updates: readonly StatusUpdate[] = []) =>
    viewDigest({
      digest: { id: 1, kind: "contact", date: "2026-12-02", slackUser: reader },
      reminders: [
        {
          occurrenceId: 11,
          taskId: 21,
          unitId: 1,
          role: "lead",
          dueDate: "2026-12-09",
          reason: { code: "report-due-in", params: { days: 5 } },
        },
      ],
      facts: digestFacts({
        register: { ...facts([]).register, latestUpdates: updates },
        today: "2026-12-02",
        calendar: weekdays,
        responses: indexResponses(responses),
      }),
    }).lines[0];

  it("asks for receipt until one of them has accepted, and names that one to the other", () => {
    expect(view("U1", [])?.receipt).toBe("asked");
    const accepted = saidInTurn(["accepted"], { slackUser: "UD" });
    expect(view("U1", accepted)?.receipt).toEqual({ name: "张三", isReader: false, on: "2026-12-02" });
    expect(view("UD", accepted)?.receipt).toEqual({ name: null, isReader: true, on: "2026-12-02" });
    expect(view("U1", saidInTurn(["accepted"], { on: "2026-12-01" }))?.receipt).toBeUndefined();
  });

  it("closes for both once one has reported, with a word who", () => {
    const report = [anUpdate(21, 1, { author: "UD", on: "2026-12-02" })];
    expect(view("U1", [], report)).toMatchObject({ answered: true, answeredBy: { name: "张三", on: "2026-12-02" } });
    expect(view("UD", [], report)?.answeredBy).toBeUndefined();
  });

  it("and names who has said that it is another unit's", () => {
    const claimed = saidInTurn(["not_mine"], { slackUser: "UD" });
    expect(view("U1", claimed)).toMatchObject({ response: { kind: "not_mine" }, respondedBy: { name: "张三" } });
    expect(view("U1", claimed)?.receipt).toBeUndefined();
  });
});

describe("a claim 不属本单位职责", () => {
  const further = (more: Partial<PlanFacts> = {}) =>
    planFurther({ ...facts(saidInTurn(["not_mine"]), more), now: "2026-12-02T10:00", dayIsPlanned: true });

  it("goes to every secretary as a card of their own, once", () => {
    const cards = further();
    expect(cards.map((card) => card.slackUser)).toEqual(["US", "UT"]);
    const keys = cards.flatMap((card) => card.reminders.map((one) => one.key));
    expect(new Set(keys).size).toBe(2);
    expect(further({ plannedKeys: new Set(keys) })).toEqual([]);
    expect(further({ plannedKeys: new Set(keys.slice(0, 1)) }).map((card) => card.slackUser)).toEqual(["UT"]);
  });

  it("that went to the first secretary before there were several cards is not told again", () => {
    expect(further({ plannedKeys: new Set(["11:1:response:1"]) })).toEqual([]);
  });
});

describe("a task that was given to another unit", () => {
  const given = saidInTurn(["assigned"], { unitId: 2 });
  const register = { ...facts([]).register, tasks: [aTask(21, [2])] };
  const ofToday = (more: Partial<PlanFacts> = {}) =>
    planFurther({ ...facts(given, { register, ...more }), now: "2026-12-02T10:00", dayIsPlanned: true });
  const keysOf = (digests: ReturnType<typeof planFurther>) => digests.flatMap((d) => d.reminders.map((r) => r.key));

  it("is told to it the same day; nothing is said to the former unit", () => {
    const [digest, ...others] = ofToday();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({ slackUser: "U2", reminders: [{ reason: { code: "task-assigned" } }] });
    expect(ofToday({ plannedKeys: new Set(keysOf([digest ?? expect.fail()])) })).toEqual([]);
  });

  it("the steps that had come by then are not said once more the next day, the next one is", () => {
    const plannedKeys = new Set(keysOf(ofToday()));
    const planned = (today: string) =>
      planReminders(facts(given, { register, today, plannedKeys })).digests.flatMap((d) => d.reminders);
    expect(planned("2026-12-03")).toEqual([]);
    expect(planned("2026-12-04")).toMatchObject([{ unitId: 2, step: -3 }]);
  });

  it("where nobody could be told on the day, the next digest says it", () => {
    const [digest] = planReminders(facts(given, { register, today: "2026-12-03" })).digests;
    expect(digest).toMatchObject({ slackUser: "U2", reminders: [{ key: "11:2:response:1" }] });
    const accepted = [...given, ...saidInTurn(["accepted"], { id: 9, unitId: 2 })];
    expect(planReminders(facts(accepted, { register, today: "2026-12-03" })).digests).toEqual([]);
  });
});
