// Lights as tables: what is known of a task, and the colour with its reason.
import { describe, expect, test } from "vitest";
import { type WorkingCalendar, weekdayOf } from "../../../src/domain/calendar.ts";
import { lightOf } from "../../../src/domain/status/light.ts";
import type { Status, StatusUpdate } from "../../../src/domain/status/status.ts";

const TODAY = "2026-12-09"; // a Wednesday
const LEAD = 1;
const SECOND_LEAD = 2;
const SUPPORTING = 9;

const calendar: WorkingCalendar = { isWorkingDay: (date) => weekdayOf(date) <= 5, isOfficial: () => true };

function said(status: Status, more: Partial<StatusUpdate> = {}): StatusUpdate {
  const on = "2026-11-30";
  const rest = { id: 1, taskId: 1, unitId: LEAD, author: "U1", percent: null, quantities: [], text: "" };
  return { ...rest, status, on, needsCoordination: false, ...more };
}

describe("given what is known on Wednesday 9 December, then the light and its reason are", () => {
  test.each<{
    when: string;
    dueDate: string | null;
    updates: StatusUpdate[];
    colour: string;
    code: string;
    params?: object;
  }>([
    { when: "done", dueDate: "2026-12-31", updates: [said("done")], colour: "green", code: "light-done" },
    { when: "done, though late", dueDate: "2026-11-02", updates: [said("done")], colour: "green", code: "light-done" },
    {
      when: "overdue since Friday",
      dueDate: "2026-12-04",
      updates: [said("on_track")],
      colour: "red",
      code: "overdue",
      params: { days: 3 },
    },
    { when: "overdue and silent", dueDate: "2026-12-04", updates: [], colour: "red", code: "overdue" },
    { when: "blocked", dueDate: null, updates: [said("blocked")], colour: "red", code: "light-blocked" },
    { when: "at risk", dueDate: null, updates: [said("at_risk")], colour: "yellow", code: "light-at-risk" },
    {
      when: "due in 10 working days, no report",
      dueDate: "2026-12-23",
      updates: [],
      colour: "yellow",
      code: "light-due-unreported",
      params: { days: 10 },
    },
    { when: "due today, no report", dueDate: TODAY, updates: [], colour: "yellow", code: "light-due-unreported" },
    { when: "due in 11, no report", dueDate: "2026-12-24", updates: [], colour: "grey", code: "light-no-report" },
    {
      when: "due soon at 60%",
      dueDate: "2026-12-16",
      updates: [said("on_track", { percent: 60 })],
      colour: "yellow",
      code: "light-behind",
      params: { percent: 60, days: 5 },
    },
    {
      when: "due soon at 80%",
      dueDate: "2026-12-16",
      updates: [said("on_track", { percent: 80 })],
      colour: "green",
      code: "light-on-track",
    },
    { when: "undated, no report", dueDate: null, updates: [], colour: "grey", code: "light-no-report" },
    { when: "on track", dueDate: null, updates: [said("on_track")], colour: "green", code: "light-on-track" },
    {
      when: "only a supporting unit is blocked",
      dueDate: null,
      updates: [said("blocked", { unitId: SUPPORTING })],
      colour: "grey",
      code: "light-no-report",
    },
    {
      when: "one lead blocked, the other on track later",
      dueDate: null,
      updates: [said("blocked"), said("on_track", { id: 2, unitId: SECOND_LEAD, on: "2026-12-01" })],
      colour: "red",
      code: "light-blocked",
    },
    {
      when: "one lead blocked, the other done later for both",
      dueDate: null,
      updates: [said("blocked"), said("done", { id: 2, unitId: SECOND_LEAD, on: "2026-12-01" })],
      colour: "green",
      code: "light-done",
    },
    {
      when: "done taken back by the other lead",
      dueDate: null,
      updates: [said("done"), said("on_track", { id: 2, unitId: SECOND_LEAD, on: "2026-12-01" })],
      colour: "green",
      code: "light-on-track",
    },
  ])("$when → $colour", ({ dueDate, updates, colour, code, params }) => {
    const light = lightOf({ today: TODAY, dueDate, updates, leadUnitIds: [LEAD, SECOND_LEAD], calendar });
    expect(light).toMatchObject({ colour, reason: { code, ...(params && { params }) } });
  });
});

describe("given a report is asked for by Friday 11 December, open since November", () => {
  const report = { opensOn: "2026-11-16", dueDate: "2026-12-11" };
  test.each([
    ["2026-12-09", [], "yellow", "report-due-in"],
    ["2026-12-11", [], "yellow", "report-due-today"],
    ["2026-12-15", [], "red", "report-overdue"],
    ["2026-11-16", [], "grey", "light-no-report"],
    ["2026-12-15", [said("on_track")], "green", "light-on-track"],
    ["2026-12-15", [said("on_track", { on: "2026-06-01" })], "red", "report-overdue"],
    ["2026-12-15", [said("blocked", { on: "2026-06-01" })], "red", "light-blocked"],
  ] as const)("on %s, with reports %j → %s", (today, updates, colour, code) => {
    const light = lightOf({ today, dueDate: null, updates, leadUnitIds: [LEAD], calendar, report });
    expect(light).toMatchObject({ colour, reason: { code } });
  });
});

test("a task led by a group is done only when every member says so", () => {
  const members = [1, 2, 3];
  const done = members.map((unitId) => said("done", { id: unitId, unitId }));
  const input = { today: TODAY, dueDate: null, leadUnitIds: members, mustFinish: members, calendar };
  expect(lightOf({ ...input, updates: done.slice(0, 2) }).reason.code).toBe("light-on-track");
  expect(lightOf({ ...input, updates: done }).reason.code).toBe("light-done");
});
