// Quiet hours on the clocks of the office, also where a clock is put forward or back.
import { describe, expect, it } from "vitest";
import { quietUntil } from "../../../src/domain/reminders/quiet-hours.ts";

const night = { from: "18:00", to: "08:30" };
const noon = { from: "12:00", to: "13:30" };
const earlyHours = { from: "22:00", to: "02:30" };

describe("until when nothing goes out", () => {
  it.each([
    ["before the evening", "2026-11-23T17:59+08:00", night, null],
    ["from the first minute", "2026-11-23T18:00+08:00", night, "2026-11-24T08:30+08:00"],
    ["before midnight", "2026-11-23T23:59+08:00", night, "2026-11-24T08:30+08:00"],
    ["after midnight", "2026-11-24T00:00+08:00", night, "2026-11-24T08:30+08:00"],
    ["in the last second", "2026-11-24T08:29:59+08:00", night, "2026-11-24T08:30+08:00"],
    ["at their end", "2026-11-24T08:30+08:00", night, null],
    ["at noon", "2026-11-24T12:10+08:00", noon, "2026-11-24T13:30+08:00"],
    ["over the year's end", "2026-12-31T20:00+08:00", night, "2027-01-01T08:30+08:00"],
    ["over 29 February", "2028-02-28T20:00+08:00", night, "2028-02-29T08:30+08:00"],
    ["none set", "2026-11-24T00:00+08:00", null, null],
  ])("%s", (_name, now, hours, until) => {
    expect(quietUntil(new Date(now), "Asia/Shanghai", hours)).toEqual(until === null ? null : new Date(until));
  });

  it.each([
    // Berlin, 29 March 2026: 02:00 becomes 03:00, so that 02:30 does not come: the quiet ends after the gap.
    ["the night that loses an hour", "2026-03-29T00:30:00Z", earlyHours, "2026-03-29T01:30:00Z"],
    ["the night before it", "2026-03-28T21:30:00Z", earlyHours, "2026-03-29T01:30:00Z"],
    // 25 October 2026: 03:00 becomes 02:00, so that 02:30 comes twice: the second one ends the quiet.
    ["the hour that comes twice, first", "2026-10-25T00:15:00Z", earlyHours, "2026-10-25T01:30:00Z"],
    ["the hour that comes twice, second", "2026-10-25T01:15:00Z", earlyHours, "2026-10-25T01:30:00Z"],
    ["a long night", "2026-10-24T18:00:00Z", night, "2026-10-25T07:30:00Z"],
    ["a short night", "2026-03-28T18:00:00Z", night, "2026-03-29T06:30:00Z"],
  ])("in a zone with summer time, %s", (_name, now, hours, until) => {
    expect(quietUntil(new Date(now), "Europe/Berlin", hours)).toEqual(new Date(until));
  });
});
