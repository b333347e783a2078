// Reminders are few enough to be read: a year of an office with 300 contacts, day by day through the real planning.
import { describe, expect, it } from "vitest";
import { createChineseCalendar } from "../../../src/adapters/calendar/chinese-calendar.ts";
import { reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { messagesPerWeek } from "../../support/simulation/distribution.ts";
import { CONTACTS, simulatedRegister } from "../../support/simulation/register.ts";
import { simulateYear } from "../../support/simulation/year.ts";

/** The holidays and make-up workdays of 2025 as they were announced. */
const YEAR = 2025;

describe.each([1, 2])("a simulated year, seed %i", (seed) => {
  const simulated = simulateYear({
    register: simulatedRegister(seed, YEAR),
    year: YEAR,
    meetingDates: [`${YEAR}-06-18`, `${YEAR}-12-17`],
    calendar: createChineseCalendar(),
    policy: reminderPolicy,
    seed,
  });
  const quiet = messagesPerWeek(simulated, false);
  const busy = messagesPerWeek(simulated, true);

  it("is a year of an office: 300 contacts, two meetings, quiet weeks and busy ones", () => {
    expect(CONTACTS).toBe(300);
    expect([quiet.weeks > 30, busy.weeks > 10, simulated.reminders > 5_000]).toEqual([true, true, true]);
    // Of 300 people more than half hear from the bot in the weeks before a meeting.
    expect(busy.personWeeks[0]).toBeLessThan(busy.weeks * CONTACTS * 0.7);
  });

  it("nobody gets more than one digest a day", () => {
    expect(simulated.mostOnOneDay).toBe(1);
  });

  it("whoever hears anything in a quiet week hears at most twice, in the median; in a busy one too", () => {
    expect(quiet.median).toBeLessThanOrEqual(2);
    expect(busy.median).toBeLessThanOrEqual(2);
    expect(quiet.p90).toBeLessThanOrEqual(3);
  });

  it("no date is asked about for the first time when it is over, but where a lead takes its 完成 back after it", () => {
    expect(simulated.firstAsked.late).toBeLessThanOrEqual(2);
    expect(simulated.firstAsked.inTime).toBeGreaterThan(5_000);
  });
});
