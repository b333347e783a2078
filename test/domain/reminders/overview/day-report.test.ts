// What became of a day's reminders, and why something has not arrived.
import { describe, expect, it } from "vitest";
import { type DigestFacts, reportDay } from "../../../../src/domain/reminders/overview/day-report.ts";
import { type DeliveryFacts, problemOf } from "../../../../src/domain/reminders/overview/problem.ts";
import { anUpdate, aRegister, aTask, aUnitWithContact } from "../../../support/facts.ts";

const NOW = new Date("2026-12-02T01:05:00Z");
const LATER = new Date("2026-12-02T01:06:00Z");

const facts = (more: Partial<DeliveryFacts>): DeliveryFacts => ({
  state: "pending",
  kind: "contact",
  notBefore: null,
  error: null,
  ...more,
});

describe("why a digest has not arrived", () => {
  it.each([
    [{ state: "sent" }, null],
    [{ state: "cancelled" }, null],
    [{ state: "sending" }, "uncertain"],
    [{}, "queued"],
    [{ notBefore: LATER }, "scheduled"],
    [{ notBefore: NOW }, "queued"],
    [{ notBefore: LATER, error: "ratelimited" }, "rate-limited"],
    [{ notBefore: LATER, error: "invalid_auth" }, "token"],
    [{ notBefore: LATER, error: "ECONNREFUSED" }, "unreachable"],
    [{ notBefore: LATER, error: "UND_ERR_CONNECT_TIMEOUT" }, "unreachable"],
    [{ notBefore: LATER, error: "http-500" }, "slack-trouble"],
    [{ state: "failed", error: "user_disabled" }, "gone"],
    [{ state: "failed", error: "msg_blocks_too_long" }, "rejected"],
    [{ state: "failed" }, "rejected"],
  ] as const)("%j: %s", (more, problem) => expect(problemOf(facts(more), NOW)).toBe(problem));
});

describe("the report of a day", () => {
  const register = aRegister({
    units: [aUnitWithContact(1, "市财政局"), aUnitWithContact(2, "市教育局"), aUnitWithContact(3, "市残联")],
    tasks: [aTask(21, [1]), aTask(22, [2])],
    latestUpdates: [anUpdate(21, 1, { on: "2026-12-02" }), anUpdate(22, 2, { on: "2026-12-01" })],
  });
  const digest = (id: number, unitId: number, more: Partial<DigestFacts> = {}): DigestFacts => ({
    ...facts({ state: "sent" }),
    digestId: id,
    slackUser: `U${unitId}`,
    date: "2026-12-02",
    attempts: 1,
    sentAt: NOW,
    reminders: [{ occurrenceId: 7, taskId: 21, unitId }],
    ...more,
  });
  const report = (digests: DigestFacts[], responses: { unitId: number; slackUser: string }[] = []) =>
    reportDay({ digests, responses: responses.map((r) => ({ occurrenceId: 7, ...r })), register, now: NOW });

  it("counts what was sent, answered and seen", () => {
    const asked = [
      { occurrenceId: 7, taskId: 21, unitId: 1 },
      { occurrenceId: 8, taskId: 22, unitId: 1 },
    ];
    const { rows: _, ...counts } = report(
      [digest(1, 1, { reminders: asked }), digest(2, 2), digest(3, 3)],
      [{ unitId: 2, slackUser: "U2" }],
    );
    expect(counts).toEqual({
      planned: 3,
      sent: 3,
      seen: 2,
      waiting: 0,
      failed: 0,
      cancelled: 0,
      asked: 4,
      answered: 1,
    });
  });

  it("a report from before the day is no answer; what somebody else pressed is not seen", () => {
    const { seen, answered } = report(
      [digest(1, 2, { reminders: [{ occurrenceId: 7, taskId: 22, unitId: 2 }] })],
      [{ unitId: 2, slackUser: "U9" }],
    );
    expect({ seen, answered }).toEqual({ seen: 0, answered: 0 });
  });

  it("puts first what needs somebody, then what waits, then what is unanswered", () => {
    const { rows, ...counts } = report([
      digest(1, 1),
      digest(2, 2),
      digest(3, 3, { state: "pending", notBefore: LATER, error: "ratelimited" }),
      digest(4, 3, { state: "failed", error: "user_disabled" }),
      digest(5, 3, { state: "pending", error: "invalid_auth" }),
      digest(6, 9, { state: "cancelled" }),
    ]);
    expect(rows.map((row) => [row.digestId, row.problem, row.person])).toEqual([
      [5, "token", "市残联联络员"],
      [4, "gone", "市残联联络员"],
      [3, "rate-limited", "市残联联络员"],
      [2, null, "市教育局联络员"],
      [1, null, "市财政局联络员"],
      [6, null, null],
    ]);
    expect(counts).toMatchObject({ planned: 6, sent: 2, waiting: 2, failed: 1, cancelled: 1, asked: 5, answered: 1 });
  });

  it("an empty day has nothing", () => {
    expect(report([])).toMatchObject({ planned: 0, rows: [] });
  });
});
