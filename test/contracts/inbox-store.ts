// What every inbox does: says once that a delivery is new, whatever it holds.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createInboxStore } from "../../src/adapters/db/inbox-store.ts";
import type { InboxStore } from "../../src/app/ports.ts";
import type { MakeDatabase } from "../support/database.ts";

export function describeInboxStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: InboxStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createInboxStore(database);
  });
  afterEach(() => database.close());

  it("the same delivery from ten sides at once is new once", async () => {
    const delivery = { deliveryId: "Ev1", kind: "event", payload: { text: "已完成60%" } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.receive(delivery)));
    expect(answers.filter((isNew) => isNew)).toHaveLength(1);
    expect(await store.receive({ ...delivery, deliveryId: "Ev2" })).toBe(true);
    expect(await database.prisma.inboxDelivery.count()).toBe(2);
  });

  it("stores payloads that JSON columns would refuse", async () => {
    const payloads = [undefined, null, "text", { text: "a\0b\ud800c", nested: [{ x: "\0" }] }];
    for (const [n, payload] of payloads.entries()) {
      expect(await store.receive({ deliveryId: `Ev${n}`, kind: "event", payload })).toBe(true);
    }
    const rows = await database.prisma.inboxDelivery.findMany({ orderBy: { id: "asc" } });
    expect(rows.map((row) => row.payload)).toEqual([null, null, "text", { text: "ab\ufffdc", nested: [{ x: "" }] }]);
  });

  it("finds what was received in a span and never done, oldest first", async () => {
    const from = new Date(Date.now() - 60_000);
    const to = new Date(Date.now() + 60_000);
    for (const deliveryId of ["Ev1", "Ev2", "Ev3"])
      await store.receive({ deliveryId, kind: "event", payload: { deliveryId } });
    await store.markDone("Ev2");
    expect(await store.undone({ from, to })).toEqual([
      { deliveryId: "Ev1", kind: "event", payload: { deliveryId: "Ev1" } },
      { deliveryId: "Ev3", kind: "event", payload: { deliveryId: "Ev3" } },
    ]);
    expect(await store.undone({ from: to, to: new Date(to.getTime() + 1) })).toEqual([]);
  });

  it("gives an undone delivery into one pair of hands at a time, and counts how often", async () => {
    await store.receive({ deliveryId: "Ev1", kind: "event", payload: {} });
    const now = new Date("2026-11-23T02:00:00Z");
    const at = { now, notSince: new Date(now.getTime() - 60_000) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => store.takeUp("Ev1", at)));
    expect(answers.filter((times) => times !== null)).toEqual([1]);
    const later = new Date(now.getTime() + 61_000);
    expect(await store.takeUp("Ev1", { now: later, notSince: new Date(later.getTime() - 60_000) })).toBe(2);
    await store.markDone("Ev1");
    expect(await store.takeUp("Ev1", { now: later, notSince: later })).toBeNull();
  });

  it("notes the time in UTC, and when the effect was done", async () => {
    const before = Date.now();
    await store.receive({ deliveryId: "Ev1", kind: "event", payload: {} });
    await store.markDone("Ev1");
    const row = await database.prisma.inboxDelivery.findUniqueOrThrow({ where: { deliveryId: "Ev1" } });
    // A time zone mistaken for UTC would be hours away.
    expect(Math.abs(row.receivedAt.getTime() - before)).toBeLessThan(60_000);
    expect(Math.abs((row.effectDoneAt?.getTime() ?? 0) - before)).toBeLessThan(60_000);
  });

  it("knows what was received and never done", async () => {
    const from = new Date(Date.now() - 60_000);
    const to = new Date(Date.now() + 60_000);
    for (const deliveryId of ["Ev1", "Ev2", "Ev3"])
      await store.receive({ deliveryId, kind: "message", payload: { deliveryId } });
    await store.markDone("Ev2");
    expect(await store.undone({ from, to })).toEqual([
      { deliveryId: "Ev1", kind: "message", payload: { deliveryId: "Ev1" } },
      { deliveryId: "Ev3", kind: "message", payload: { deliveryId: "Ev3" } },
    ]);
    expect(await store.undone({ from: new Date(0), to: from })).toEqual([]);
  });
}
