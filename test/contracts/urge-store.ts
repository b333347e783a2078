// What every urge store does: once a day, with its messages or not at all; and which joint replies are found.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createUrgeStore } from "../../src/adapters/db/reminders/urge-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import type { UrgeStore } from "../../src/app/status/support/urge-store.ts";
import type { PlannedDigest } from "../../src/domain/reminders/digest.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

const DAY = "2026-12-01";

export function describeUrgeStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: UrgeStore;
  let ids: { taskId: number; occurrenceId: number; lead: number; unitId: number; contactId: number };
  let enqueued: number[];
  beforeEach(async () => {
    database = await makeDatabase();
    enqueued = [];
    store = createUrgeStore(database.prisma, async (_tx, digestIds) => enqueued.push(...digestIds));
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市教育局"], ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const { tasks } = await registerStore.load();
    const taskId = tasks[0]?.id ?? 0;
    const dates = { opensOn: "2026-11-02", dueDate: "2026-12-09", supportingDueDate: "2026-12-02" };
    await registerStore.saveOccurrences([
      { taskId, kind: "due", period: "2026", ...dates, originalDueDate: "2026-12-09" },
    ]);
    const { occurrences } = await registerStore.load();
    const unitId = tasks[0]?.assignments.find((one) => one.role === "supporting")?.unitId ?? 0;
    const lead = tasks[0]?.assignments.find((one) => one.role === "lead")?.unitId ?? 0;
    const contact = await database.prisma.contact.create({ data: { unitId, slackUser: "UF", name: "联络员" } });
    ids = { taskId, occurrenceId: occurrences[0]?.id ?? 0, lead, unitId, contactId: contact.id };
  });
  afterEach(() => database.close());

  const urge = (on = DAY) => ({
    taskId: ids.taskId,
    occurrenceId: ids.occurrenceId,
    urgedBy: "UE",
    unitName: "市教育局",
    on,
    units: [{ unitId: ids.unitId, way: "now" as const }],
  });
  const message = (on = DAY): PlannedDigest => ({
    key: `digest:further:UF:${on}`,
    slackUser: "UF",
    kind: "further",
    date: on,
    reminders: [
      {
        key: `${ids.occurrenceId}:${ids.unitId}:urge:${on}`,
        occurrenceId: ids.occurrenceId,
        taskId: ids.taskId,
        unitId: ids.unitId,
        contactId: ids.contactId,
        role: "supporting",
        step: -1,
        dueDate: "2026-12-02",
        reason: { code: "urged", params: { unit: "市教育局", date: on } },
      },
    ],
  });
  const audits = () => database.prisma.auditEvent.count({ where: { action: "task.urge" } });

  it("keeps the urge with its message, its job and its audit row", async () => {
    const saved = await store.save(urge(), [message()]);
    expect(saved).toMatchObject(urge());
    expect(await store.newest(ids.taskId)).toEqual(saved);
    expect(await store.since("2026-11-20")).toEqual([saved]);
    expect(await store.since("2026-12-02")).toEqual([]);
    expect(enqueued).toHaveLength(1);
    expect([await database.prisma.reminder.count(), await audits()]).toEqual([1, 1]);
  });

  it("a task is urged once a day, also from ten sides at once", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => store.save(urge(), [message()])));
    expect(all.filter((one) => one !== null)).toHaveLength(1);
    expect([enqueued.length, await database.prisma.urge.count(), await audits()]).toEqual([1, 1, 1]);
    expect(await store.save(urge("2026-12-02"), [message("2026-12-02")])).not.toBeNull();
  });

  it("who has had the day's further message is left to the next digest", async () => {
    const other = { ...message(), reminders: message().reminders.map((one) => ({ ...one, key: "another" })) };
    await alreadySaid(other);
    const saved = await store.save(urge(), [message()]);
    expect(saved?.units).toEqual([{ unitId: ids.unitId, way: "digest" }]);
    expect(enqueued).toHaveLength(1);
  });

  async function alreadySaid(digest: PlannedDigest) {
    await store.save({ ...urge("2026-11-30"), units: [] }, [digest]);
  }

  it("without a queue nothing is stored", async () => {
    const broken = createUrgeStore(database.prisma, () => Promise.reject(new Error("no queue")));
    await expect(broken.save(urge(), [message()])).rejects.toThrow("no queue");
    expect([await database.prisma.urge.count(), await database.prisma.digest.count(), await audits()]).toEqual([
      0, 0, 0,
    ]);
  });

  it("finds the newest joint reply of a task, and not the reports after it", async () => {
    const status = createStatusStore(database.prisma);
    const report = (sourceKey: string, joint?: { covers: number[]; missing: number[] }) =>
      status.append({
        taskId: ids.taskId,
        unitId: ids.lead,
        author: "UE",
        status: "on_track",
        percent: null,
        quantities: [],
        needsCoordination: false,
        text: "推进中",
        permalink: null,
        reportedOn: DAY,
        sourceKey,
        proposalId: null,
        requests: [],
        ...(joint ? { joint } : {}),
      });
    expect(await status.newestSigned(ids.taskId)).toBeNull();
    await report("a", { covers: [], missing: [ids.unitId] });
    const signed = await report("b", { covers: [7], missing: [] });
    expect((await report("c"))?.joint).toBeUndefined();
    expect(signed?.joint).toEqual({ covers: [7], missing: [] });
    expect(await status.newestSigned(ids.taskId)).toEqual(signed);
    expect(await status.signed()).toEqual([signed]);
    await database.prisma.task.update({ where: { id: ids.taskId }, data: { state: "closed" } });
    expect(await status.signed()).toEqual([]);
    expect(await store.since("2026-01-01")).toEqual([]);
  });
}
