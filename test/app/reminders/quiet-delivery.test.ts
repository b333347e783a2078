// Quiet hours: what waits for its turn into the evening goes out when they end, once.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import { deliverDigest } from "../../../src/app/reminders/deliver-digest.ts";
import type { Messenger } from "../../../src/app/reminders/messenger.ts";
import { planDay } from "../../../src/app/reminders/plan-day.ts";
import { changePolicy } from "../../../src/app/reminders/policy/change-policy.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { openTestDatabase } from "../../support/database.ts";
import { weekdays } from "../../support/facts.ts";
import { seedSmallRegister } from "../../support/small-register.ts";

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await seedSmallRegister(database);
});
afterEach(() => database.close());

it("a digest is kept back in quiet hours, is put on the queue when they are over, and is then sent", async () => {
  const enqueued: number[] = [];
  const posted: string[] = [];
  let now = new Date("2026-11-23T12:00:00+08:00");
  const messenger: Messenger = {
    takeTurn: async () => ({ kind: "turn", end: () => undefined }),
    postDigest: async (slackUser, _view, _key, begin) => {
      await begin?.();
      posted.push(slackUser);
      return { kind: "posted", channel: `D-${slackUser}`, ts: "1.1" };
    },
    updateDigest: async () => undefined,
    findByKey: async () => null,
  };
  const ports = {
    ...storesOn(database, async (_tx, ids) => enqueued.push(...ids)),
    clock: { now: () => now, today: () => "2026-11-23", timeZone: "Asia/Shanghai" },
    calendar: weekdays,
    secretaries: ["US"],
    messenger,
  };
  await changePolicy(ports, { change: { kind: "quiet-hours", hours: { from: "12:00", to: "13:30" } }, by: "US" });
  await planDay(ports, { date: "2026-11-23", dryRun: false });
  const [first = 0] = enqueued.splice(0);

  expect(await deliverDigest(ports, first)).toBeNull();
  expect(await deliverDigest(ports, first)).toBeNull();
  expect(posted).toEqual([]);
  expect(await database.prisma.digest.findUniqueOrThrow({ where: { id: first } })).toMatchObject({
    state: "pending",
    attempts: 0,
    notBefore: new Date("2026-11-23T13:30:00+08:00"),
  });

  now = new Date("2026-11-23T13:29:59+08:00");
  await ports.reminderStore.enqueuePending(now);
  expect(enqueued).not.toContain(first);
  now = new Date("2026-11-23T13:30:00+08:00");
  await ports.reminderStore.enqueuePending(now);
  expect(enqueued).toContain(first);
  expect(await deliverDigest(ports, first)).toMatchObject({ outcome: "posted" });
  expect(await deliverDigest(ports, first)).toBeNull();
  expect(posted).toHaveLength(1);
});
