// The statutory calendar: announced years, make-up workdays, years nobody has announced, and the office's own file.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { createChineseCalendar } from "../../../src/adapters/calendar/chinese-calendar.ts";
import { Refusal } from "../../../src/errors.ts";

const TODAY = "2026-11-22";

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
  const NOTICE = "2027-02-05 休\n2027-02-08 休\n2027-02-09 休\n2027-10-01 休";

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

  test.each([
    [NOTICE, true],
    ["2027-10-01 休", false],
    ["2027-02-05 休\n2027-02-08 休\n2027-02-09 休", false],
    ["2027-02-06 休\n2027-02-07 休\n2027-02-13 休\n2027-10-01 休", false], // weekends alone
  ])("makes a year official once it has its Spring Festival and its National Day: %j %s", (file, official) => {
    expect(createChineseCalendar(file).isOfficial(2027)).toBe(official);
  });

  test("takes a day away from an announced year: it is still announced", () => {
    expect(createChineseCalendar("2026-02-17 班").isOfficial(2026)).toBe(true);
  });

  test.each([
    ["2027-02-06 休\n2027-2-7 休", 2, "2027-2-7 休"],
    ["2027-02-30 休", 1, "2027-02-30 休"],
    ["2027-02-06 放假", 1, "2027-02-06 放假"],
    ["2027-02-06", 1, "2027-02-06"],
    ["休 2027-02-06", 1, "休 2027-02-06"],
    ["2027-02-06 休 补休", 1, "2027-02-06 休 补休"],
    ["<script>\n2027-02-06 休", 1, "<script>"],
  ])("passes over what it cannot read in %j, and says where", (file, line, text) => {
    const calendar = createChineseCalendar(`${file}\n2027-02-09 休`);
    expect(calendar.remarks?.(TODAY)).toEqual([{ file: "calendar.txt", kind: "unreadable", line, text }]);
    expect(calendar.isWorkingDay("2027-02-09")).toBe(false);
  });

  test("a line said twice is told; of two that contradict each other the later one holds, and is told", () => {
    const calendar = createChineseCalendar("2027-02-08 休\n2027-02-09 休\n2027-02-08 休\n2027-02-09 班");
    expect(calendar.remarks?.(TODAY)).toEqual([
      { file: "calendar.txt", kind: "repeated", line: 3, text: "2027-02-08 休", earlier: 1 },
      { file: "calendar.txt", kind: "contradicted", line: 4, text: "2027-02-09 班", earlier: 2 },
    ]);
    expect(calendar.isWorkingDay("2027-02-09")).toBe(true);
  });

  test("a day gone by holds, and is told", () => {
    const calendar = createChineseCalendar("2026-11-20 休\n2026-11-23 休");
    expect(calendar.remarks?.(TODAY)).toEqual([{ file: "calendar.txt", kind: "past", line: 1, text: "2026-11-20 休" }]);
    expect(calendar.isWorkingDay("2026-11-20")).toBe(false);
  });

  test("what is some other kind of file is refused", () => {
    expect(() => createChineseCalendar("甲,乙,丙\n".repeat(101))).toThrowError(
      new Refusal("calendar-file-unreadable", { file: "calendar.txt" }),
    );
  });
});

/** Nothing in the library may make us believe in a year that is not there, nor in a stray day. */
test("every year of the library is announced in full or not at all", () => {
  const calendar = createChineseCalendar();
  const years = Array.from({ length: 60 }, (_, i) => 1990 + i).filter((year) => calendar.isOfficial(year));
  expect(years).toEqual(Array.from({ length: 2026 - 2004 + 1 }, (_, i) => 2004 + i));
});
