// What every reminder store does: each reminder planned once, each digest claimed by one sender, nothing lost.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createReminderStore } from "../../src/adapters/db/reminder-store.ts";
import type { EnqueueDigests } from "../../src/adapters/db/reminders/digest-claims.ts";
import type { ReminderStore } from "../../src/app/reminders/reminder-store.ts";
import type { PlannedDigest, PlannedReminder } from "../../src/domain/reminders/digest.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

const NOW = new Date("2026-12-01T01:00:00Z");
const LATER = new Date("2026-12-01T01:05:00Z");

export function describeReminderStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: ReminderStore;
  let enqueued: number[];
  let occurrence: { id: number; taskId: number };
  let unitId: number;

  const enqueue: EnqueueDigests = async (_tx, digestIds) => {
    enqueued.push(...digestIds);
    return digestIds.length;
  };

  beforeEach(async () => {
    database = await makeDatabase();
    enqueued = [];
    store = createReminderStore(database, enqueue);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const { tasks } = await registerStore.load();
    const taskId = tasks[0]?.id ?? 0;
    unitId = tasks[0]?.assignments[0]?.unitId ?? 0;
    const dates = {
      opensOn: "2026-11-02",
      dueDate: "2026-12-09",
      supportingDueDate: "2026-12-02",
      originalDueDate: "2026-12-09",
    };
    await registerStore.saveOccurrences([{ taskId, kind: "due", period: "2026", ...dates }]);
    const { occurrences } = await registerStore.load();
    occurrence = { id: occurrences[0]?.id ?? 0, taskId };
  });
  afterEach(() => database.close());

  function aReminder(key: string): PlannedReminder {
    return {
      key,
      occurrenceId: occurrence.id,
      taskId: occurrence.taskId,
      unitId,
      contactId: null,
      role: "lead",
      step: -5,
      dueDate: "2026-12-09",
      reason: { code: "due-in", params: { days: 5 } },
    };
  }

  function aDigest(key: string, reminderKeys: readonly string[]): PlannedDigest {
    return { key, slackUser: key, kind: "contact", date: "2026-12-02", reminders: reminderKeys.map(aReminder) };
  }

  async function aSavedDigest(): Promise<number> {
    const [id] = await store.savePlan([aDigest("U1", ["r1"])]);
    if (id === undefined) throw new Error("nothing was planned");
    return id;
  }

  it("stores a plan, its reminders and its jobs", async () => {
    const ids = await store.savePlan([aDigest("U1", ["r1", "r2"]), aDigest("U2", ["r3"])]);
    expect(ids).toHaveLength(2);
    expect(enqueued).toEqual(ids);
    expect(await store.plannedKeys([occurrence.id, 999_999])).toEqual(new Set(["r1", "r2", "r3"]));
    expect(await store.plannedKeys([])).toEqual(new Set());
    expect(await store.digestedUsers("2026-12-02")).toEqual(new Set(["U1", "U2"]));
    expect(await store.digestedUsers("2026-12-03")).toEqual(new Set());
    expect(await store.find(ids[0] ?? 0)).toEqual({
      digest: expect.objectContaining({ key: "U1", state: "pending", attempts: 0, claimId: null, channel: null }),
      reminders: [
        expect.objectContaining({ key: "r1", taskId: occurrence.taskId, step: -5, reason: aReminder("r1").reason }),
        expect.objectContaining({ key: "r2" }),
      ],
    });
    expect(await store.find(999_999)).toBeNull();
  });

  it("the same plan a second time changes nothing", async () => {
    await aSavedDigest();
    expect(await store.savePlan([aDigest("U1", ["r1"])])).toEqual([]);
    expect(enqueued).toHaveLength(1);
  });

  it("leaves out reminders that were said, and the digest that has nothing else to say", async () => {
    await aSavedDigest();
    const ids = await store.savePlan([
      aDigest("U2", ["r1", "r2"]),
      aDigest("U3", ["r1"]),
      aDigest("U4", ["r2"]),
      aDigest("U5", []),
    ]);
    expect(ids).toHaveLength(1);
    expect((await store.find(ids[0] ?? 0))?.reminders.map((reminder) => reminder.key)).toEqual(["r2"]);
  });

  it("a reminder for somebody who has a digest already waits for the next plan", async () => {
    await aSavedDigest();
    expect(await store.savePlan([aDigest("U1", ["r2"])])).toEqual([]);
    expect(await store.plannedKeys([occurrence.id])).toEqual(new Set(["r1"]));
    expect(await store.savePlan([aDigest("U1 next day", ["r2"])])).toHaveLength(1);
  });

  it("a digest with nothing left to say is cancelled by its claim, and goes nowhere afterwards", async () => {
    const id = await aSavedDigest();
    expect(await store.cancel(id, "c1")).toBe(false);
    await store.claim(id, "c1", NOW);
    expect(await store.cancel(id, "c2")).toBe(false);
    expect(await store.cancel(id, "c1")).toBe(true);
    expect((await store.find(id))?.digest.state).toBe("cancelled");
    expect(await store.claim(id, "c3", LATER)).toBe(false);
    expect(await store.enqueuePending(LATER)).toBe(0);
    expect(await store.staleSending(LATER)).toEqual([]);
  });

  it("finds the sent digests that show any of several tasks, each once, the newest first", async () => {
    const ids = await store.savePlan([aDigest("U1", ["r1", "r2"]), aDigest("U2", ["r3"]), aDigest("U3", ["r4"])]);
    for (const id of ids.slice(0, 2)) {
      await store.claim(id, `c${id}`, NOW);
      await store.markSent(id, `c${id}`, { channel: "D1", ts: String(id) }, NOW);
    }
    const [first, second] = ids;
    expect(await store.sentWithAny([occurrence.taskId, 999_999], 10)).toEqual([second, first]);
    expect(await store.sentWithAny([occurrence.taskId], 1)).toEqual([second]);
    expect(await store.sentWithAny([], 10)).toEqual([]);
    expect(await store.sentWithTask(occurrence.taskId, 10)).toEqual([second, first]);
  });

  it("planned from twenty sides at once, each reminder stands in one digest", async () => {
    const plan = [aDigest("U1", ["r1", "r2"]), aDigest("U2", ["r3"])];
    const saved = await Promise.all(Array.from({ length: 20 }, () => store.savePlan(plan)));
    expect(saved.flat()).toHaveLength(2);
    expect(await database.prisma.reminder.count()).toBe(3);
    expect(enqueued).toHaveLength(2);
  });

  it("a plan whose jobs cannot be enqueued is not stored", async () => {
    const broken = createReminderStore(database, () => Promise.reject(new Error("no queue")));
    await expect(broken.savePlan([aDigest("U1", ["r1"])])).rejects.toThrow("no queue");
    expect(await store.plannedKeys([occurrence.id])).toEqual(new Set());
    expect(await database.prisma.auditEvent.count({ where: { action: "digests.plan" } })).toBe(0);
  });

  it("one of twenty claimers gets the digest", async () => {
    const id = await aSavedDigest();
    const claims = Array.from({ length: 20 }, (_, n) => store.claim(id, `claim${n}`, NOW));
    const won = (await Promise.all(claims)).flatMap((got, n) => (got ? [`claim${n}`] : []));
    expect(won).toHaveLength(1);
    expect((await store.find(id))?.digest).toMatchObject({
      state: "sending",
      claimId: won[0],
      claimedAt: NOW,
      attempts: 1,
    });
  });

  it("a late writer with an old claim changes nothing", async () => {
    const id = await aSavedDigest();
    await store.claim(id, "old", NOW);
    expect(await store.release(id, "old", LATER, "429")).toBe(true);
    expect(await store.claim(id, "too early", NOW)).toBe(false);
    expect(await store.claim(id, "new", LATER)).toBe(true);
    expect(await store.markSent(id, "old", { channel: "D1", ts: "1" }, LATER)).toBe(false);
    expect(await store.release(id, "old", LATER, "again")).toBe(false);
    expect(await store.markFailed(id, "old", "gone")).toBe(false);
    expect(await store.markSent(id, "new", { channel: "D1", ts: "1.5" }, LATER)).toBe(true);
    expect(await store.markSent(id, "new", { channel: "D1", ts: "2" }, LATER)).toBe(false);
    const found = await store.findByMessage("D1", "1.5");
    expect(found?.digest).toMatchObject({ id, state: "sent", channel: "D1", ts: "1.5", attempts: 2 });
    expect(await store.findByMessage("D1", "9")).toBeNull();
  });

  it("a digest that failed for good is not claimed again", async () => {
    const id = await aSavedDigest();
    await store.claim(id, "one", NOW);
    expect(await store.markFailed(id, "one", "user_disabled")).toBe(true);
    expect(await store.claim(id, "two", LATER)).toBe(false);
    expect(await store.enqueuePending(LATER)).toBe(0);
  });

  it("finds what was claimed long ago, and enqueues what is pending and may go", async () => {
    const [a, b] = await store.savePlan([aDigest("U1", ["r1"]), aDigest("U2", ["r2"])]);
    await store.claim(a ?? 0, "claim", NOW);
    expect(await store.staleSending(NOW)).toEqual([]);
    expect((await store.staleSending(LATER)).map((digest) => digest.id)).toEqual([a]);
    enqueued = [];
    expect(await store.enqueuePending(NOW)).toBe(1);
    expect(enqueued).toEqual([b]);
    await store.release(a ?? 0, "claim", LATER, "not found");
    expect(await store.enqueuePending(NOW)).toBe(1);
    expect(await store.enqueuePending(LATER)).toBe(2);
  });

  it("finds the sent digests that show a task, newest first", async () => {
    const ids = await store.savePlan(["U1", "U2", "U3"].map((user) => aDigest(user, [`r${user}`])));
    for (const id of ids.slice(0, 2)) {
      await store.claim(id, "c", NOW);
      await store.markSent(id, "c", { channel: "D", ts: String(id) }, NOW);
    }
    expect(await store.sentWithTask(occurrence.taskId, 5)).toEqual([ids[1], ids[0]]);
    expect(await store.sentWithTask(occurrence.taskId, 1)).toEqual([ids[1]]);
    expect(await store.sentWithTask(occurrence.taskId + 1, 5)).toEqual([]);
  });
}
