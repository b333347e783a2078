// Missed ticks and the next one, over weekends, holidays and the turn of the year.
import { expect, it } from "vitest";
import { createChineseCalendar } from "../../../../src/adapters/calendar/chinese-calendar.ts";
import { missedDays, nextTickDay } from "../../../../src/domain/reminders/overview/ticks.ts";

const calendar = createChineseCalendar();

it.each([
  ["2026-11-23", ["2026-11-20"], "2026-11-20", []],
  ["2026-11-23", ["2026-11-18"], "2026-11-18", ["2026-11-20", "2026-11-19"]],
  ["2026-11-23", [], null, []], // it was never there
  ["2026-11-23", [], "2026-11-23", []], // its first day
  ["2026-10-09", ["2026-09-30"], "2026-09-01", ["2026-10-08", "2026-09-29", "2026-09-28"]], // the week of the National Day
  ["2026-10-12", ["2026-10-09", "2026-10-08"], "2026-10-08", ["2026-10-10"]], // a make-up Saturday
] as const)("on %s, planned %j, first %s: missed %j", (today, planned, first, missed) => {
  expect(missedDays({ planned: new Set(planned), first, today, calendar })).toEqual(missed);
});

it("looks two weeks back and no further", () => {
  const missed = missedDays({ planned: new Set(), first: "2026-01-05", today: "2026-11-23", calendar });
  expect([missed.at(0), missed.at(-1), missed.length]).toEqual(["2026-11-20", "2026-11-09", 10]);
});

it.each([
  ["2026-11-23", false, "2026-11-23"],
  ["2026-11-23", true, "2026-11-24"],
  ["2026-11-27", true, "2026-11-30"],
  ["2026-09-30", true, "2026-10-08"],
  ["2026-10-09", true, "2026-10-10"],
  ["2026-11-28", false, "2026-11-30"],
] as const)("on %s (ran: %s) the next one is %s", (today, ranToday, next) => {
  expect(nextTickDay({ today, ranToday, calendar })).toBe(next);
});
