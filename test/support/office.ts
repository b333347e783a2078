// An office for flow tests: real stores, real queue and the real Slack messenger, on a fake Slack server; the date is the test's.

import type { Database } from "../../src/adapters/db/client.ts";
import { createDigestQueue } from "../../src/adapters/jobs/queue.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import type { Clock } from "../../src/app/ports.ts";
import { deliverDigest } from "../../src/app/reminders/deliver-digest.ts";
import { planDay } from "../../src/app/reminders/plan-day.ts";
import { reconcile } from "../../src/app/reminders/reconcile.ts";
import { tickDay } from "../../src/app/reminders/tick-day.ts";
import { storesOn } from "../../src/composition/stores.ts";
import type { IsoDate } from "../../src/domain/calendar.ts";
import { weekdays } from "./facts.ts";
import { FAKE_BOT_TOKEN } from "./fake-slack.ts";

/** A clock whose date is set and whose time is real. */
export function testClock(date: IsoDate): Clock & { date: IsoDate } {
  return {
    date,
    now: () => new Date(),
    today() {
      return this.date;
    },
  };
}

export interface ReminderOffice {
  readonly ports: Parameters<typeof deliverDigest>[0];
  readonly unitStore: ReturnType<typeof storesOn>["unitStore"];
  readonly meetingStore: ReturnType<typeof storesOn>["meetingStore"];
  tick(date: IsoDate): Promise<number>;
  /** The daily tick as several processes may run it; its id, or null where another has it or the day is planned. */
  tickDay(date: IsoDate): Promise<string | null>;
  /** Lets the queue deliver until no digest waits. */
  deliverAll(): Promise<void>;
  /** `settleMs`: how old a claim must be; 0 is safe only while nothing is being sent. */
  reconcileNow(settleMs?: number): ReturnType<typeof reconcile>;
  stop(): Promise<void>;
}

/** Far longer than a delivery takes, so that a busy machine fails no test. */
const DELIVERY_MS = 60_000;

/** Starts as `main.ts` does, without Bolt. */
export async function openReminderOffice(
  database: Database,
  apiUrl: string,
  secretaries: readonly string[],
): Promise<ReminderOffice> {
  const queue = createDigestQueue(database, () => undefined);
  await queue.start();
  const clock = testClock("2026-11-23");
  const { unitStore, meetingStore, ...stores } = storesOn(database, queue.enqueue);
  const ports = {
    ...stores,
    clock,
    calendar: weekdays,
    secretaries,
    messenger: createMessenger({ botToken: FAKE_BOT_TOKEN, apiUrl, pace: 0 }),
  };
  let running = 0;
  await queue.work(async (id, stopping) => {
    running += 1;
    await deliverDigest(ports, id, stopping).finally(() => {
      running -= 1;
    });
  });
  return {
    ports,
    unitStore,
    meetingStore,
    async tick(date) {
      clock.date = date;
      return (await planDay(ports, { date, dryRun: false })).digests.length;
    },
    async tickDay(date) {
      clock.date = date;
      return (await tickDay(ports, { date, occasion: "day" }))?.tickId ?? null;
    },
    async deliverAll() {
      const deadline = performance.now() + DELIVERY_MS;
      const waiting = () => database.prisma.digest.count({ where: { state: "pending" } });
      while ((await waiting()) > 0 || running > 0) {
        if (performance.now() > deadline) throw new Error("digests still wait");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    reconcileNow: (settleMs = 0) => reconcile(ports, settleMs),
    stop: queue.stop,
  };
}
