// 提醒 状态 on real stores: what it says after a tick, a failure, an answer, and days without a tick.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { showReminderStatus } from "../../src/app/reminders/status/show-reminder-status.ts";
import { tickDay } from "../../src/app/reminders/tick-day.ts";
import { storesOn } from "../../src/composition/stores.ts";
import type { IsoDate } from "../../src/domain/calendar.ts";
import { openTestDatabase } from "../support/database.ts";
import { weekdays } from "../support/facts.ts";
import { seedSmallRegister } from "../support/small-register.ts";

const DAY = "2026-11-23";

describe("the status of the reminders", () => {
  let database: Database;
  let now: Date;
  const clock = { now: () => now, today: (): IsoDate => now.toISOString().slice(0, 10), timeZone: "UTC" };
  const ports = () => ({
    ...storesOn(database, async () => 0, clock.today),
    clock,
    calendar: { ...weekdays, isOfficial: (year: number) => year === 2026 },
    secretaries: ["US"],
  });
  const status = (date: IsoDate = clock.today()) => showReminderStatus(ports(), { date, by: "US" });
  const tick = () => tickDay(ports(), { date: clock.today(), occasion: "day" });
  const at = (text: string) => {
    now = new Date(`${text}Z`);
  };

  beforeEach(async () => {
    at(`${DAY}T08:00:00`);
    database = await openTestDatabase();
    await seedSmallRegister(database);
  });
  afterEach(() => database.close());

  it("before the tick: what it will plan; after it: what it planned", async () => {
    const before = await status();
    expect(before.report.planned).toBe(0);
    expect(before.plan?.digests).toHaveLength(2);
    expect(before.ticks).toEqual({ last: null, missed: [], overdueToday: false, next: DAY });
    expect(before.unannounced).toEqual([2027]);

    at(`${DAY}T09:00:10`);
    await tick();
    const after = await status();
    expect(after.report).toMatchObject({ planned: 2, sent: 0, waiting: 2, asked: 3, answered: 0 });
    expect(after.report.rows.map((row) => row.problem)).toEqual(["queued", "queued"]);
    expect(after.plan?.digests).toEqual([]);
    expect(after.ticks).toMatchObject({ last: { digests: 2, error: null }, next: "2026-11-24" });
  });

  it("says that today's tick has not come once its time is past", async () => {
    at(`${DAY}T09:04:00`);
    expect((await status()).ticks.overdueToday).toBe(false);
    at(`${DAY}T09:05:00`);
    expect((await status()).ticks.overdueToday).toBe(true);
    at("2026-11-22T12:00:00"); // a Sunday
    expect((await status()).ticks.overdueToday).toBe(false);
  });

  it("says which working days had none", async () => {
    await tick();
    at("2026-11-27T09:00:10");
    await tick();
    expect((await status()).ticks.missed).toEqual(["2026-11-26", "2026-11-25", "2026-11-24"]);
    expect((await status(DAY)).ticks).toMatchObject({ last: { date: DAY }, missed: [] });
  });

  it("tells what failed, what waits and what was answered", async () => {
    await tick();
    const [one, two] = await database.prisma.digest.findMany({ orderBy: { id: "asc" }, include: { reminders: true } });
    await database.prisma.digest.update({
      where: { id: one?.id ?? 0 },
      data: { state: "failed", lastError: "user_disabled", attempts: 1 },
    });
    const notBefore = new Date(now.getTime() + 30_000);
    const late = { lastError: "ratelimited", attempts: 2, notBefore };
    await database.prisma.digest.update({ where: { id: two?.id ?? 0 }, data: late });
    const { report } = await status();
    expect(report).toMatchObject({ planned: 2, waiting: 1, failed: 1 });
    expect(report.rows.map((row) => [row.problem, row.attempts])).toEqual([
      ["gone", 1],
      ["rate-limited", 2],
    ]);
    expect(report.rows[1]?.notBefore).toEqual(notBefore);

    const [reminder] = two?.reminders ?? [];
    const occurrence = await database.prisma.occurrence.findFirstOrThrow({
      where: { id: reminder?.occurrenceId ?? 0 },
    });
    await ports().statusStore.append({
      ...{ taskId: occurrence.taskId, unitId: reminder?.unitId ?? 0, author: two?.slackUser ?? "", text: "推进中" },
      ...{ status: "on_track", percent: null, quantities: [], needsCoordination: false, permalink: null },
      ...{ reportedOn: DAY, sourceKey: "x", proposalId: null, requests: [] },
    });
    await database.prisma.digest.update({ where: { id: two?.id ?? 0 }, data: { state: "sent", sentAt: now } });
    expect((await status()).report).toMatchObject({ sent: 1, seen: 1, answered: 1, asked: 3 });
  });

  it("a day gone by has no plan; what is late from it stands on today's page", async () => {
    await tick();
    at("2026-11-24T08:00:00");
    expect(await status(DAY)).toMatchObject({ plan: null, report: { planned: 2, waiting: 2 } });
    const today = await status();
    expect(today.report.planned).toBe(0);
    expect(today.late.map((row) => row.date)).toEqual([DAY, DAY]);
  });

  it("is the secretary's", async () => {
    await expect(showReminderStatus(ports(), { date: DAY, by: "UE" })).rejects.toThrow("not-secretary");
  });
});
