// The statutory calendar: announced years, make-up workdays, years nobody has announced, and the office's own file.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { createChineseCalendar } from "../../../src/adapters/calendar/chinese-calendar.ts";
import { Refusal } from "../../../src/errors.ts";

describe("an announced year", () => {
  test.each([
    ["2026-01-01", false, "New Year"],
    ["2026-02-17", false, "Spring Festival"],
    ["2026-02-28", true, "make-up Saturday after Spring Festival"],
    ["2026-09-20", true, "make-up Sunday before National Day"],
    ["2026-09-25", false, "Mid-Autumn Friday"],
    ["2026-10-01", false, "National Day"],
    ["2026-10-07", false, "last day of the National Day week"],
    ["2026-10-08", true, "first workday after it"],
    ["2026-10-10", true, "make-up Saturday"],
    ["2026-10-11", false, "plain Sunday"],
    ["2026-12-31", true, "plain Thursday"],
  ])("%s is a working day: %s (%s)", (date, working) => {
    expect(createChineseCalendar().isWorkingDay(date)).toBe(working);
  });

  // The weekday of the library itself is a day off west of Greenwich.
  test.each(["America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati"])("holds in %s as well", (zone) => {
    const script = `
      import { createChineseCalendar } from "./src/adapters/calendar/chinese-calendar.ts";
      const dates = ["2026-10-09", "2026-10-10", "2026-10-11", "2026-10-12", "2027-02-13", "2027-02-15"];
      console.log(dates.map((date) => createChineseCalendar().isWorkingDay(date)).join());
    `;
    const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(answer.trim()).toBe("true,true,false,true,false,true");
  });
});

describe("years without an announcement", () => {
  test.each([
    [2003, false],
    [2004, true],
    [2025, true],
    [2026, true],
    [2027, false],
    [2028, false], // 1 October is a Sunday: a day off, yet not announced
  ])("%i is official: %s", (year, official) => {
    expect(createChineseCalendar().isOfficial(year)).toBe(official);
  });

  test("know weekends only", () => {
    const calendar = createChineseCalendar();
    expect(calendar.isWorkingDay("2027-10-01")).toBe(true);
    expect(calendar.isWorkingDay("2027-10-02")).toBe(false);
  });
});

describe("the office's own calendar file", () => {
  test("adds days of an unannounced year and overrules announced ones", () => {
    const calendar = createChineseCalendar(
      "\uFEFF# 2027 年春节\r\n2027-02-06 休\r\n2027-02-08 休 # 初三\r\n\r\n2027-02-14 班\n2026-10-10 休",
    );
    expect(["2027-02-08", "2027-02-14", "2026-10-10"].map((date) => calendar.isWorkingDay(date))).toEqual([
      false,
      true,
      false,
    ]);
    expect(calendar.isOfficial(2027)).toBe(false);
  });

  test("makes a year official once it has the year's National Day", () => {
    expect(createChineseCalendar("2027-10-01 休").isOfficial(2027)).toBe(true);
  });

  test.each([
    ["2027-02-06 休\n2027-2-7 休", 2, "2027-2-7 休"],
    ["2027-02-30 休", 1, "2027-02-30 休"],
    ["2027-02-06 放假", 1, "2027-02-06 放假"],
    ["2027-02-06", 1, "2027-02-06"],
    ["休 2027-02-06", 1, "休 2027-02-06"],
    ["2027-02-06 休 补休", 1, "2027-02-06 休 补休"],
  ])("refuses %j, saying where and what", (file, line, text) => {
    expect(() => createChineseCalendar(file)).toThrowError(Refusal);
    try {
      createChineseCalendar(file);
    } catch (error) {
      expect(error).toMatchObject({ code: "calendar-line-invalid", details: { line, text } });
    }
  });
});
