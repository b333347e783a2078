// What the report store tells: the digests of a day as they stand, what waits from before, ticks, figures.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createReportStore } from "../../src/adapters/db/reminders/report-store.ts";
import type { ReportStore } from "../../src/app/reminders/status/report-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

const DAY = "2026-12-02";
const NOW = new Date("2026-12-02T01:05:00Z");
const BEFORE = new Date("2026-12-02T01:00:00Z");
const AFTER = new Date("2026-12-02T01:10:00Z");

export function describeReportStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: ReportStore;
  let asked: { occurrenceId: number; taskId: number; unitId: number };

  beforeEach(async () => {
    database = await makeDatabase();
    store = createReportStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const [task] = (await registerStore.load()).tasks;
    const taskId = task?.id ?? 0;
    const dates = { opensOn: DAY, dueDate: DAY, supportingDueDate: DAY, originalDueDate: DAY };
    const { id } = await database.prisma.occurrence.create({ data: { taskId, kind: "due", period: "1", ...dates } });
    asked = { occurrenceId: id, taskId, unitId: task?.assignments[0]?.unitId ?? 0 };
  });
  afterEach(() => database.close());

  const aDigest = (key: string, more: object = {}) =>
    database.prisma.digest.create({
      data: {
        ...{ key, slackUser: key, kind: "contact", date: DAY, createdAt: BEFORE },
        ...more,
        reminders: {
          create: {
            ...{ key: `r${key}`, occurrenceId: asked.occurrenceId, unitId: asked.unitId },
            ...{ role: "lead", step: 0, dueDate: DAY, reason: { code: "due-today" } },
          },
        },
      },
    });

  it("tells the digests of a day as they stand, with what each asked", async () => {
    await aDigest("U1", { state: "sent", sentAt: NOW, attempts: 2 });
    await aDigest("U2", { notBefore: AFTER, lastError: "ratelimited", attempts: 1 });
    await aDigest("U3", { date: "2026-12-01" });
    expect(await store.digestsOn(DAY)).toMatchObject([
      { slackUser: "U1", state: "sent", sentAt: NOW, attempts: 2, error: null, reminders: [asked] },
      { slackUser: "U2", state: "pending", notBefore: AFTER, error: "ratelimited", date: DAY },
    ]);
    expect(await store.digestsOn("2026-12-03")).toEqual([]);
  });

  it("tells what is still on its way from days before", async () => {
    await aDigest("U1", { date: "2026-12-01" });
    await aDigest("U2", { date: "2026-12-01", state: "sending" });
    await aDigest("U3", { date: "2026-12-01", state: "failed" });
    await aDigest("U4");
    expect((await store.waitingBefore(DAY)).map((digest) => digest.slackUser)).toEqual(["U1", "U2"]);
  });

  it("tells what was said to reminders from a day on", async () => {
    const said = (sourceKey: string, respondedOn: string) =>
      database.prisma.reminderResponse.create({
        data: {
          ...{ occurrenceId: asked.occurrenceId, unitId: asked.unitId, slackUser: "U1", kind: "seen" },
          ...{ respondedOn, sourceKey },
        },
      });
    await said("a", "2026-12-01");
    await said("b", DAY);
    const [response, ...others] = await store.responsesSince(DAY, [asked.occurrenceId]);
    expect(response).toEqual({ occurrenceId: asked.occurrenceId, unitId: asked.unitId, slackUser: "U1" });
    expect(others).toEqual([]);
    expect(await store.responsesSince(DAY, [])).toEqual([]);
  });

  it("tells the newest tick, and which days were planned without an error", async () => {
    expect(await store.lastTick()).toBeNull();
    expect(await store.plannedDates("2026-01-01")).toEqual({ planned: new Set(), first: null });
    const aTick = (id: string, date: string, more: object) =>
      database.prisma.tick.create({ data: { id, date, startedAt: BEFORE, ...more } });
    await aTick("1", "2026-11-02", { finishedAt: BEFORE });
    await aTick("2", "2026-11-30", { finishedAt: BEFORE });
    await aTick("3", "2026-12-01", { finishedAt: NOW, error: "no" });
    await aTick("4", DAY, { startedAt: NOW });
    expect(await store.lastTick()).toMatchObject({ id: "4", finishedAt: null });
    expect(await store.lastTick("2026-12-01")).toMatchObject({ id: "3", error: "no" });
    expect(await store.plannedDates("2026-11-20")).toEqual({ planned: new Set(["2026-11-30"]), first: "2026-11-02" });
  });

  it("counts for monitoring", async () => {
    const none = { pending: 0, sending: 0, sent: 0, failed: 0, cancelled: 0 };
    expect(await store.figures(NOW)).toEqual({
      digests: none,
      oldestWaitingMs: 0,
      inboxUndone: 0,
      lastTickFinishedAt: null,
    });
    await aDigest("U1", { state: "sent" });
    await aDigest("U2");
    await aDigest("U3", { createdAt: new Date(0), notBefore: AFTER }); // its time has not come
    await database.prisma.tick.create({ data: { id: "1", date: DAY, startedAt: BEFORE, finishedAt: NOW } });
    const delivery = { kind: "command", payload: {}, receivedAt: BEFORE };
    await database.prisma.inboxDelivery.createMany({
      data: [
        { deliveryId: "1", ...delivery },
        { deliveryId: "2", ...delivery, effectDoneAt: NOW },
      ],
    });
    expect(await store.figures(NOW)).toEqual({
      digests: { ...none, pending: 2, sent: 1 },
      oldestWaitingMs: NOW.getTime() - BEFORE.getTime(),
      inboxUndone: 1,
      lastTickFinishedAt: NOW,
    });
  });
}
