import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  announcedUntil,
  daysAnnounced,
  daysBetween,
  endOfMonth,
  isIsoDate,
  weekdayOf,
  workingDayOnOrBefore,
  workingDaysBetween,
  yearsUnannounced,
} from "../../src/domain/calendar.ts";
import { weekdays } from "../support/facts.ts";

describe("calendar dates", () => {
  it("are counted as the calendar does, over centuries", () => {
    for (let day = Temporal.PlainDate.from("1899-12-25"); day.year < 2101; day = day.add({ days: 17 })) {
      const date = day.toString();
      expect(weekdayOf(date)).toBe(day.dayOfWeek);
      expect(addDays(date, 17)).toBe(day.add({ days: 17 }).toString());
      expect(addDays(date, -400)).toBe(day.subtract({ days: 400 }).toString());
      expect(daysBetween("2000-02-29", date)).toBe(Temporal.PlainDate.from("2000-02-29").until(day).days);
    }
  });
  it("throws for what is no date", () => {
    for (const text of ["", "tomorrow", "2026-13-01"]) expect(() => addDays(text, 1)).toThrow(RangeError);
  });

  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s %i day(s) on is %s", (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  it.each([
    [2026, 2, "2026-02-28"],
    [2028, 2, "2028-02-29"],
    [2022, 10, "2022-10-31"],
  ])("%i-%i ends on %s", (year, month, expected) => expect(endOfMonth(year, month)).toBe(expected));

  it.each([
    ["2026-11-22", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["明天", false],
  ])("%s is a date: %s", (text, expected) => expect(isIsoDate(text)).toBe(expected));
});

describe("working days, Monday to Friday", () => {
  it.each([
    ["2026-11-23", -1, "2026-11-20"], // Monday back to Friday
    ["2026-11-22", 0, "2026-11-20"], // a Sunday counts from the Friday before
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-12-23", -10, "2026-12-09"],
  ])("%s %i working day(s) on is %s", (date, count, expected) =>
    expect(addWorkingDays(date, count, weekdays)).toBe(expected),
  );

  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2026-11-20", "2026-11-23", 1],
    ["2026-11-23", "2026-11-20", -1],
    ["2026-11-20", "2026-11-22", 0], // due on Sunday: Friday is the last working day
    ["2026-11-23", "2026-11-22", -1], // due on Sunday: overdue on Monday
    ["2026-12-02", "2026-12-09", 5],
  ])("from %s to %s are %i", (from, to, expected) => expect(workingDaysBetween(from, to, weekdays)).toBe(expected));

  it("moves a Sunday back to Friday", () => expect(workingDayOnOrBefore("2026-11-22", weekdays)).toBe("2026-11-20"));
});

describe("what is announced", () => {
  const known = (...years: number[]) => ({ ...weekdays, isOfficial: (year: number) => years.includes(year) });

  it.each([
    ["2026-07-01", undefined, []], // half a year on is still 2026
    ["2026-11-22", undefined, [2027]],
    ["2026-11-22", "2026-12-23", []],
    ["2026-11-22", "2028-02-01", [2027, 2028]],
    ["2027-01-04", undefined, [2027]],
    ["2025-03-01", "2025-03-02", [2025]],
  ] as const)("from %s to %s: unannounced %j", (from, to, years) => {
    expect(yearsUnannounced(known(2026), from, to)).toEqual(years);
  });

  it.each([
    ["2026-11-22", [2026], 2026, 39],
    ["2026-12-31", [2026], 2026, 0],
    ["2026-12-31", [2026, 2027], 2027, 365],
    ["2026-11-22", [2026, 2028], 2026, 39],
    ["2027-01-04", [2026], 2026, 0],
  ] as const)("on %s with %j: until the end of %i, %i days", (today, years, until, days) => {
    expect(announcedUntil(known(...years), today)).toBe(until);
    expect(daysAnnounced(known(...years), today)).toBe(days);
  });
});
