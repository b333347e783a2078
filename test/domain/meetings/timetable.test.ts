// The timetable of a meeting, counted back in working days: tables of dates.
import { describe, expect, test } from "vitest";
import { type IsoDate, type WorkingCalendar, weekdayOf } from "../../../src/domain/calendar.ts";
import { planTimetable } from "../../../src/domain/meetings/timetable.ts";

/** The announced days off and make-up workdays from August 2026 on; nothing is announced for 2027. */
const holidays = new Set(["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]);
const makeUp = new Set(["2026-09-20", "2026-10-10"]);
const calendar: WorkingCalendar = {
  isWorkingDay: (date: IsoDate) => makeUp.has(date) || (weekdayOf(date) <= 5 && !holidays.has(date)),
  isOfficial: (year) => year === 2026,
};

function datesOf(meetingDate: IsoDate): Record<string, IsoDate> {
  return Object.fromEntries(planTimetable(meetingDate, calendar).map(({ step, date }) => [step, date]));
}

describe("given a meeting, when its timetable is planned, then each step falls on a working day before it", () => {
  test.each([
    {
      why: "plain weeks",
      meeting: "2026-12-25",
      call: "2026-11-13",
      supporting: "2026-12-04",
      lead: "2026-12-11",
      draft: "2026-12-15",
      approval: "2026-12-18",
      notice: "2026-12-22",
    },
    {
      why: "over National Day and Mid-Autumn, with both make-up workdays",
      meeting: "2026-10-16",
      call: "2026-08-31",
      supporting: "2026-09-20",
      lead: "2026-09-28",
      draft: "2026-09-30",
      approval: "2026-10-10",
      notice: "2026-10-13",
    },
    {
      why: "on the make-up Saturday itself",
      meeting: "2026-10-10",
      call: "2026-08-24",
      supporting: "2026-09-14",
      lead: "2026-09-20",
      draft: "2026-09-22",
      approval: "2026-09-28",
      notice: "2026-09-30",
    },
    {
      why: "over the end of the year into one nobody has announced: weekends only",
      meeting: "2027-01-08",
      call: "2026-11-27",
      supporting: "2026-12-18",
      lead: "2026-12-25",
      draft: "2026-12-29",
      approval: "2027-01-01",
      notice: "2027-01-05",
    },
    {
      why: "on a Sunday: counted from the Friday before, the meeting keeps its day",
      meeting: "2026-12-27",
      call: "2026-11-13",
      supporting: "2026-12-04",
      lead: "2026-12-11",
      draft: "2026-12-15",
      approval: "2026-12-18",
      notice: "2026-12-22",
    },
  ])("$why", ({ meeting, call, supporting, lead, draft, approval, notice }) => {
    expect(datesOf(meeting)).toEqual({
      "call-for-topics": call,
      "supporting-cut-off": supporting,
      "lead-cut-off": lead,
      "draft-agenda": draft,
      approval,
      notice,
      meeting,
    });
  });

  test("the steps stand in the order in which they come", () => {
    const dates = planTimetable("2026-10-16", calendar).map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });
});
