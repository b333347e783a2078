// Another region's list of days off: its holidays, its weekend, its make-up days.
import { describe, expect, test } from "vitest";
import { createRegionCalendar } from "../../../src/adapters/calendar/region-calendar.ts";

const TODAY = "2026-11-22";

const LIST = `# 2027
周末：周五、周六
2027-01-01 元旦
2027-12-25
2027-01-09 补班 # a Saturday
2026-12-25 圣诞节`;

describe("a region's calendar", () => {
  const calendar = createRegionCalendar(LIST, "holidays.txt");

  test.each([
    ["2027-01-01", false],
    ["2027-12-25", false],
    ["2027-01-09", true],
    ["2027-01-08", false], // Friday
    ["2027-01-10", true], // Sunday
    ["2026-10-01", true], // no holiday here
    ["2026-02-28", false], // mainland China's make-up Saturday is none here
  ])("%s is a working day: %s", (date, working) => expect(calendar.isWorkingDay(date)).toBe(working));

  test("covers the years it has days off for, no others", () => {
    expect([2025, 2026, 2027, 2028].map((year) => calendar.isOfficial(year))).toEqual([false, true, true, false]);
    expect(calendar.remarks?.(TODAY)).toEqual([]);
  });

  test("has Saturday and Sunday off where it does not say", () => {
    const plain = createRegionCalendar("2027-01-01", "holidays.txt");
    expect(["2027-01-08", "2027-01-09", "2027-01-10"].map((day) => plain.isWorkingDay(day))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ["weekend fri sat", "2027-01-10", true],
    ["Weekend: Sunday", "2027-01-09", true],
    ["周末 无", "2027-01-09", true],
    ["周末 星期日", "2027-01-10", false],
  ])("%s", (line, date, working) => {
    expect(createRegionCalendar(line, "holidays.txt").isWorkingDay(date)).toBe(working);
  });

  test.each(["周末 一二三", "周末", "weekend mon tue wed thu fri sat sun", "2027-02-30", "Weihnachten 25.12."])(
    "passes over %j and says so",
    (line) => {
      const calendar = createRegionCalendar(`2027-01-01\n${line}`, "list.txt");
      expect(calendar.remarks?.(TODAY)).toEqual([{ file: "list.txt", kind: "unreadable", line: 2, text: line }]);
      expect(calendar.isWorkingDay("2027-01-09")).toBe(false);
    },
  );

  test("the office's own file wins over it", () => {
    const own = createRegionCalendar(LIST, "holidays.txt", "2027-01-01 班\n2027-01-03 休");
    expect(["2027-01-01", "2027-01-03"].map((day) => own.isWorkingDay(day))).toEqual([true, false]);
  });
});
