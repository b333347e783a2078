// Which of a task's dates and reports its light is made from.
import { describe, expect, it, test } from "vitest";
import type { Occurrence } from "../../../src/domain/register/deadline.ts";
import type { Task } from "../../../src/domain/register/task.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { taskLight } from "../../../src/domain/status/task-light.ts";
import { calendar, due, register, said, TODAY, task } from "../../support/meeting-facts.ts";

const plain = task("1", "建设实训基地");
const ofGroup = task("2", "新建实训中心", { lead: ["counties"] });

/** The annual occurrence of 2026. */
const thisYear = due(plain, "2026-12-31", { period: "2026", opensOn: "2026-01-01" });

function lightOf(one: Task, facts: { occurrences?: Occurrence[]; latestUpdates?: StatusUpdate[] }): string {
  const light = taskLight({ task: one, register: register({ tasks: [one], ...facts }), today: TODAY, calendar });
  return `${light.colour} ${light.reason.code}`;
}

test.each<[when: string, of: Task, facts: Parameters<typeof lightOf>[1], light: string]>([
  ["the meeting's report is missing past its cut-off", plain, {}, "red report-overdue"],
  [
    "its own date is long over, though the report came",
    plain,
    { occurrences: [due(plain, "2025-12-31")], latestUpdates: [said(plain, "education", "on_track")] },
    "red overdue",
  ],
  [
    "a fixed date was reported done whenever",
    plain,
    {
      occurrences: [due(plain, "2025-12-31")],
      latestUpdates: [said(plain, "education", "done", { on: "2025-11-01" })],
    },
    "green light-done",
  ],
  [
    "last year's done does not finish this year",
    plain,
    { occurrences: [thisYear], latestUpdates: [said(plain, "education", "done", { on: "2025-12-20" })] },
    "red report-overdue",
  ],
  [
    "one done counts for every date that was open then",
    plain,
    {
      occurrences: [due(plain, "2025-12-31"), thisYear],
      latestUpdates: [said(plain, "education", "done", { on: "2026-06-01" })],
    },
    "green light-done",
  ],
  [
    "some members of a leading group are done",
    ofGroup,
    { latestUpdates: [said(ofGroup, "north", "done"), said(ofGroup, "south", "done")] },
    "green light-on-track",
  ],
  [
    "one member of a leading group is blocked",
    ofGroup,
    { latestUpdates: [said(ofGroup, "north", "blocked"), said(ofGroup, "south", "on_track")] },
    "red light-blocked",
  ],
  ["it is closed", task("3", "三", { state: "closed" }), {}, "green task-closed"],
  ["it is withdrawn", task("4", "四", { state: "withdrawn" }), {}, "grey task-withdrawn"],
])("%s", (_when, of, facts, light) => {
  expect(lightOf(of, facts)).toBe(light);
});

describe("a light that the office has set", () => {
  const setLight = { colour: "yellow", reason: "资金尚未落实", by: "US", on: "2026-12-10" } as const;
  const lit = (one: Task, facts: { latestUpdates?: StatusUpdate[] } = {}) =>
    taskLight({ task: one, register: register({ tasks: [one], ...facts }), today: TODAY, calendar });

  it("stands before the computed one, which is said beside it", () => {
    expect(lit({ ...plain, setLight }, { latestUpdates: [said(plain, "education", "on_track")] })).toMatchObject({
      colour: "yellow",
      reason: {
        code: "light-set",
        params: { why: "资金尚未落实", was: "green" },
        instead: { code: "light-on-track" },
      },
    });
  });

  it.each([
    ["a newer report of the lead", "blocked", "red", "light-blocked"],
    ["that it is done", "done", "green", "light-done"],
  ] as const)("holds through %s; the computed one follows the report", (_, status, was, code) => {
    const latestUpdates = [said(plain, "education", status, { on: "2026-12-14" })];
    expect(lit({ ...plain, setLight }, { latestUpdates })).toMatchObject({
      colour: "yellow",
      reason: { params: { was }, instead: { code } },
    });
  });

  it.each([
    ["closed", "green", "task-closed"],
    ["withdrawn", "grey", "task-withdrawn"],
    ["superseded", "grey", "task-superseded"],
  ] as const)("ends with a task that is %s", (state, colour, code) => {
    expect(lit({ ...plain, state, setLight })).toEqual({ colour, reason: { code } });
  });

  it("without one the light is as computed", () => {
    expect(lit({ ...plain, setLight: null }).reason.code).toBe("report-overdue");
  });
});
