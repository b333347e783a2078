// The calendar of coming days against the days themselves: what it foretells is what the ticks then plan, and it writes nothing.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { planDay } from "../../src/app/reminders/plan-day.ts";
import { forecastReminders } from "../../src/app/reminders/status/forecast-reminders.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { addDays } from "../../src/domain/calendar.ts";
import { openTestDatabase } from "../support/database.ts";
import { weekdays } from "../support/facts.ts";
import { testClock } from "../support/office.ts";
import { seedSmallRegister } from "../support/small-register.ts";

const FROM = "2026-11-23";
const TO = "2027-01-08";

describe("a forecast of seven weeks", () => {
  let database: Database;
  const clock = testClock(FROM);
  const portsOn = () => ({
    ...storesOn(database, async () => 0, clock.today.bind(clock)),
    clock,
    calendar: weekdays,
    secretaries: ["US"],
  });

  beforeEach(async () => {
    clock.date = FROM;
    database = await openTestDatabase();
    await seedSmallRegister(database);
  });
  afterEach(() => database.close());

  const counts = async () => [
    await database.prisma.digest.count(),
    await database.prisma.reminder.count(),
    await database.prisma.occurrence.count(),
    await database.prisma.tick.count(),
    await database.prisma.auditEvent.count(),
  ];

  it("comes true day by day where nobody answers", async () => {
    const ports = portsOn();
    const before = await counts();
    const { days } = await forecastReminders(ports, { from: FROM, to: TO, by: "US" });
    expect(await counts()).toEqual(before);

    const planned: [string, number, number][] = [];
    for (let day = FROM; day <= TO; day = addDays(day, 1)) {
      clock.date = day;
      const plan = await planDay(ports, { date: day, dryRun: false });
      await database.prisma.digest.updateMany({ where: { state: "pending" }, data: { state: "sent" } });
      const reminders = plan.digests.reduce((sum, digest) => sum + digest.reminders.length, 0);
      planned.push([day, plan.digests.length, reminders]);
    }
    expect(days.map((day) => [day.date, day.digests, day.reminders])).toEqual(planned);
    expect(days.reduce((sum, day) => sum + day.digests, 0)).toBeGreaterThan(5);
  });

  it("of days further off assumes the ones before", async () => {
    const ports = portsOn();
    const whole = await forecastReminders(ports, { from: FROM, to: TO, by: "US" });
    const late = await forecastReminders(ports, { from: "2026-12-07", to: TO, by: "US" });
    expect(late.days).toEqual(whole.days.filter((day) => day.date >= "2026-12-07"));
  });

  it("is the secretary's, forward, and of a year at most", async () => {
    const ports = portsOn();
    await expect(forecastReminders(ports, { from: FROM, to: TO, by: "UE" })).rejects.toThrow("not-secretary");
    await expect(forecastReminders(ports, { from: TO, to: FROM, by: "US" })).rejects.toThrow("bad-period");
    await expect(forecastReminders(ports, { from: FROM, to: "2028-01-01", by: "US" })).rejects.toThrow(
      "period-too-long",
    );
  });
});
