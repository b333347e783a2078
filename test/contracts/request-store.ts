// What every request store does: one decision, with all it changes, and a way back.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createRequestStore } from "../../src/adapters/db/request-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import type { RequestStore } from "../../src/app/status/requests/request-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeRequestStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: RequestStore;
  let taskId: number;
  let unitId: number;
  let occurrenceId: number;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createRequestStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const [task] = (await registerStore.load()).tasks;
    taskId = task?.id ?? 0;
    unitId = task?.assignments[0]?.unitId ?? 0;
    const occurrence = await database.prisma.occurrence.create({
      data: {
        taskId,
        kind: "due",
        period: "2026-12-31",
        opensOn: "1900-01-01",
        dueDate: "2026-12-31",
        supportingDueDate: "2026-12-24",
        originalDueDate: "2026-12-31",
      },
    });
    occurrenceId = occurrence.id;
  });
  afterEach(() => database.close());

  async function ask(kind: "extension" | "closure"): Promise<number> {
    const data = { taskId, unitId, kind, reason: "雨季", requestedBy: "U1", requestedOn: "2026-11-20" } as const;
    return (await database.prisma.request.create({ data })).id;
  }
  const decided = { by: "U9", at: new Date("2026-11-23T01:00:00Z") };
  const extend = () =>
    ({ kind: "extend", occurrenceId, dueDate: "2027-01-29", supportingDueDate: "2027-01-22" }) as const;

  it("lists what waits, oldest first, of one task and unit too", async () => {
    const first = await ask("extension");
    const second = await ask("closure");
    expect(await store.pending()).toEqual([first, second]);
    expect(await store.pending({ taskId, unitId })).toEqual([first, second]);
    expect(await store.pending({ taskId, unitId: unitId + 1 })).toEqual([]);
    expect(await store.find(first)).toMatchObject({ state: "pending", requestedBy: "U1", decision: null });
    expect(await store.find(9_999)).toBeNull();
  });

  it("an extension moves the date, keeps the original and counts", async () => {
    const requestId = await ask("extension");
    const input = { requestId, state: "approved", text: "2027-01-29", effect: extend(), ...decided } as const;
    expect(await store.decide(input)).toEqual([]);
    expect(await database.prisma.occurrence.findUnique({ where: { id: occurrenceId } })).toMatchObject({
      dueDate: "2027-01-29",
      supportingDueDate: "2027-01-22",
      originalDueDate: "2026-12-31",
      changes: 1,
    });
    expect(await store.find(requestId)).toMatchObject({
      state: "approved",
      decision: { by: "U9", text: "2027-01-29" },
    });
  });

  it("of many decisions at once one counts", async () => {
    const requestId = await ask("extension");
    const approve = { requestId, state: "approved", text: "2027-01-29", effect: extend(), ...decided } as const;
    const sendBack = { requestId, state: "sent_back", text: "补充", effect: { kind: "none" }, ...decided } as const;
    const results = await Promise.all([store.decide(approve), store.decide(sendBack), store.decide(approve)]);
    expect(results.filter((one) => one !== null)).toEqual([[]]);
    const occurrence = await database.prisma.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } });
    expect(occurrence.changes).toBeLessThanOrEqual(1);
    expect(await database.prisma.auditEvent.count({ where: { action: { startsWith: "request." } } })).toBe(1);
  });

  it("a closure settles what else was asked of the task", async () => {
    const requestId = await ask("closure");
    const extension = await ask("extension");
    const closure = await ask("closure");
    const input = { requestId, state: "approved", text: "", effect: { kind: "close" }, ...decided } as const;
    expect(await store.decide(input)).toEqual([extension, closure]);
    expect(await store.pending()).toEqual([]);
    expect(await store.find(extension)).toMatchObject({ state: "sent_back", decision: { by: "U9", text: "" } });
    expect(await store.find(closure)).toMatchObject({ state: "approved" });
    expect(await database.prisma.auditEvent.count({ where: { action: { startsWith: "request." } } })).toBe(3);
  });

  it("a closure closes the task and its dates; reopening opens those that are given, once", async () => {
    const requestId = await ask("closure");
    const input = { requestId, state: "approved", text: "", effect: { kind: "close" }, ...decided } as const;
    expect(await store.decide(input)).toEqual([]);
    const states = async () => [
      (await database.prisma.task.findUniqueOrThrow({ where: { id: taskId } })).state,
      (await database.prisma.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })).state,
    ];
    expect(await states()).toEqual(["closed", "closed"]);
    const kept = [expect.objectContaining({ id: occurrenceId, originalDueDate: "2026-12-31", changes: 0 })];
    const registerStore = createRegisterStore(database);
    expect(await registerStore.closedDates()).toEqual(kept);
    expect((await registerStore.loadHistory(taskId)).dueDates).toEqual(kept);
    const occurrences = [{ kind: "due", period: "2026-12-31", dueDate: "2026-12-31" }] as const;
    const again = () => store.reopen({ taskId, occurrences, reason: "验收未通过", on: "2026-12-02", by: "U9" });
    expect(await again()).toBe(true);
    expect(await states()).toEqual(["open", "open"]);
    expect(await registerStore.closedDates()).toEqual([]);
    expect(await again()).toBe(false);
  });

  it("what was reported done before a reopening is marked, and the reopening stands in the task's history", async () => {
    const registerStore = createRegisterStore(database);
    const status = createStatusStore(database.prisma);
    const report = (key: string, said: "done" | "on_track") =>
      status.append({
        ...{ taskId, unitId, author: "U1", status: said, percent: null, quantities: [], needsCoordination: false },
        ...{ text: "", permalink: null, reportedOn: "2026-12-01", sourceKey: key, proposalId: null, requests: [] },
      });
    const newest = async () => (await registerStore.loadAround([taskId])).latestUpdates[0];
    await report("1", "done");
    expect((await newest())?.undone).toBeUndefined();
    const requestId = await ask("closure");
    await store.decide({ requestId, state: "approved", text: "", effect: { kind: "close" }, ...decided });
    await database.prisma.taskLight.updateMany({ where: { taskId }, data: { day: "2026-12-02" } });
    await store.reopen({ taskId, occurrences: [], reason: "验收未通过", on: "2026-12-02", by: "U9" });
    expect(await newest()).toMatchObject({ status: "done", undone: true });
    expect((await registerStore.load()).latestUpdates).toEqual([await newest()]);
    expect((await registerStore.loadHistory(taskId)).reopenings).toEqual([{ on: "2026-12-02", reason: "验收未通过" }]);
    // Its light is drawn anew.
    expect(await database.prisma.taskLight.findUnique({ where: { taskId } })).toMatchObject({ day: "" });
    await report("2", "done");
    expect((await newest())?.undone).toBeUndefined();
  });
}
