// What the calendar does not know and what its files say wrongly, told in few lines.
import { expect, it } from "vitest";
import type { CalendarRemark } from "../../src/domain/calendar.ts";
import { sayCalendarRemarks, sayUnannounced } from "../../src/text/calendar-words.ts";
import { weekdays } from "../support/facts.ts";

it("names the years nobody has announced, and says nothing where all are", () => {
  const calendar = { ...weekdays, isOfficial: (year: number) => year < 2027 };
  expect(sayUnannounced(calendar, "2026-11-22")).toMatch(/^2027 年放假安排尚未公布/);
  expect(sayUnannounced(calendar, "2026-11-22", "2028-01-05")).toMatch(/^2027、2028 年/);
  expect(sayUnannounced(calendar, "2026-03-01")).toBeNull();
});

const remark = (kind: CalendarRemark["kind"], line: number): CalendarRemark => ({
  file: "calendar.txt",
  kind,
  line,
  text: "2026-11-20 休",
  ...(kind === "contradicted" ? { earlier: 1 } : {}),
});

it("says a remark with its line; many of days gone by are one", () => {
  expect(sayCalendarRemarks([remark("unreadable", 2), remark("contradicted", 3), remark("past", 4)])).toEqual([
    "calendar.txt 第 2 行无法读取，未采用：2026-11-20 休",
    "calendar.txt 第 3 行与第 1 行矛盾，以第 3 行为准：2026-11-20 休",
    "calendar.txt 第 4 行的日期已过，仍计入逾期天数的推算：2026-11-20 休",
  ]);
  expect(sayCalendarRemarks([remark("past", 4), remark("past", 5)])).toEqual([
    "calendar.txt 有 2 行日期已过，仍计入逾期天数的推算",
  ]);
  expect(sayCalendarRemarks([])).toEqual([]);
});

it("tells five and counts the others", () => {
  const said = sayCalendarRemarks(Array.from({ length: 9 }, (_, i) => remark("unreadable", i + 1)));
  expect(said).toHaveLength(6);
  expect(said.at(-1)).toBe("calendar.txt 另有 4 处待核对");
});
