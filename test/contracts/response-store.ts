// What every store of responses does: one row per click, the newest of each kind, and whose reminders are whose.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createReminderStore } from "../../src/adapters/db/reminder-store.ts";
import { createPostedStore } from "../../src/adapters/db/reminders/posted-store.ts";
import { createResponseStore } from "../../src/adapters/db/reminders/response-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { NewResponse, PostedStore, ResponseStore } from "../../src/app/reminders/responses/response-store.ts";
import type { PlannedReminder } from "../../src/domain/reminders/digest.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

const NOW = new Date("2026-12-02T01:00:00Z");

interface Scene {
  readonly database: Database;
  readonly occurrence: { id: number; taskId: number };
  readonly unitId: number;
}

async function aScene(database: Database): Promise<Scene> {
  const registerStore = createRegisterStore(database);
  const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
  await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
  const { tasks } = await registerStore.load();
  const taskId = tasks[0]?.id ?? 0;
  const dates = { opensOn: "2026-11-02", dueDate: "2026-12-09", supportingDueDate: "2026-12-02" };
  await registerStore.saveOccurrences([
    { taskId, kind: "due", period: "2026", ...dates, originalDueDate: "2026-12-09" },
  ]);
  const { occurrences } = await registerStore.load();
  return {
    database,
    occurrence: { id: occurrences[0]?.id ?? 0, taskId },
    unitId: tasks[0]?.assignments[0]?.unitId ?? 0,
  };
}

export function describeResponseStore(makeDatabase: MakeDatabase): void {
  let scene: Scene;
  let store: ResponseStore;
  beforeEach(async () => {
    scene = await aScene(await makeDatabase());
    store = createResponseStore(scene.database.prisma);
  });
  afterEach(() => scene.database.close());

  const said = (sourceKey: string, more: Partial<NewResponse> = {}): NewResponse => ({
    occurrenceId: scene.occurrence.id,
    unitId: scene.unitId,
    slackUser: "U1",
    kind: "seen",
    remindAt: null,
    reason: null,
    on: "2026-12-02",
    sourceKey,
    ...more,
  });

  it("keeps a response as it was said, with its audit row", async () => {
    const stored = await store.append(said("c1", { kind: "later", remindAt: "2026-12-02T15:00" }));
    expect(stored).toMatchObject({ taskId: scene.occurrence.taskId, kind: "later", remindAt: "2026-12-02T15:00" });
    expect(await store.find(stored?.id ?? 0)).toEqual(stored);
    expect(await store.find(999_999)).toBeNull();
    const audit = await scene.database.prisma.auditEvent.findMany({ where: { action: "reminder.response" } });
    expect(audit).toMatchObject([{ actor: "U1", subject: `task:${scene.occurrence.taskId}` }]);
  });

  it("one effect per click, also from ten sides at once", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => store.append(said("c1"))));
    expect(all.filter((one) => one !== null)).toHaveLength(1);
    expect(await scene.database.prisma.reminderResponse.count()).toBe(1);
    expect(await scene.database.prisma.auditEvent.count({ where: { action: "reminder.response" } })).toBe(1);
  });

  it("gives the newest of each kind", async () => {
    await store.append(said("c1"));
    await store.append(said("c2", { on: "2026-12-03" }));
    await store.append(said("c3", { kind: "later", remindAt: "2026-12-04T09:00" }));
    expect((await store.newest()).map((one) => [one.kind, one.on])).toEqual([
      ["seen", "2026-12-03"],
      ["later", "2026-12-02"],
    ]);
    await scene.database.prisma.task.updateMany({ data: { state: "closed" } });
    expect(await store.newest()).toEqual([]);
  });

  it("what waits for its decision is not said again; after the decision it may be", async () => {
    const claim = { kind: "not_mine", reason: "应由市教育局办理" } as const;
    expect(await store.append(said("c1", claim))).not.toBeNull();
    expect(await store.append(said("c2", claim))).toBeNull();
    await store.append(said("c3", { kind: "not_mine_declined", slackUser: "US" }));
    expect(await store.append(said("c4", claim))).not.toBeNull();
  });

  it("a unit accepts a task once, whoever of it presses; handed back with consent it is not accepted any more", async () => {
    const accepted = (sourceKey: string, slackUser: string) =>
      store.append(said(sourceKey, { kind: "accepted", slackUser }));
    const both = await Promise.all([accepted("c1", "U1"), accepted("c2", "U2")]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    const claim = await store.append(said("c3", { kind: "not_mine", reason: "应由市教育局办理" }));
    expect(await accepted("c4", "U1")).toMatchObject({ kind: "accepted" });
    expect(await store.append(said("c5", { kind: "not_mine", reason: "应由市教育局办理" }))).not.toBeNull();
    await store.append(said("c6", { kind: "not_mine_accepted", slackUser: "US" }));
    expect(await accepted("c7", "U1")).toBeNull();
    expect(claim).not.toBeNull();
  });

  it("of two secretaries who decide at once the first decides, the second is told what holds", async () => {
    const claim = await store.append(said("c1", { kind: "not_mine", reason: "应由市教育局办理" }));
    const on = claim?.id ?? 0;
    const decide = (sourceKey: string, kind: "not_mine_accepted" | "not_mine_declined", upon = on) =>
      store.decide(upon, said(sourceKey, { kind, slackUser: sourceKey }));
    const [one, other] = await Promise.all([decide("d1", "not_mine_accepted"), decide("d2", "not_mine_declined")]);
    expect([one.stored, other.stored].filter(Boolean)).toHaveLength(1);
    const first = one.stored ? one.newest : other.newest;
    expect(one.newest).toEqual(first);
    expect(other.newest).toEqual(first);
    // The same click once more is the decision itself; a change of mind names the decision it changes.
    expect(await decide(first.slackUser, "not_mine_accepted")).toEqual({ stored: true, newest: first });
    expect((await decide("d3", "not_mine_declined", first.id)).stored).toBe(true);
    expect(await scene.database.prisma.auditEvent.count({ where: { action: "reminder.response" } })).toBe(3);
  });

  it("a claim that its unit took back is not decided", async () => {
    const claim = await store.append(said("c1", { kind: "not_mine", reason: "应由市教育局办理" }));
    await store.append(said("c2", { kind: "accepted" }));
    const late = await store.decide(claim?.id ?? 0, said("d1", { kind: "not_mine_accepted", slackUser: "US" }));
    expect(late).toMatchObject({ stored: false, newest: { kind: "accepted" } });
  });
}

export function describePostedStore(makeDatabase: MakeDatabase): void {
  let scene: Scene;
  let store: PostedStore;
  let contactId: number;
  beforeEach(async () => {
    scene = await aScene(await makeDatabase());
    store = createPostedStore(scene.database.prisma);
    const { unitId } = scene;
    const units = createUnitStore(scene.database.prisma);
    await units.saveContact({ unitId, slackUser: "U1", name: "甲", role: "primary", by: "US" });
    contactId = (await scene.database.prisma.contact.findFirstOrThrow()).id;
  });
  afterEach(() => scene.database.close());

  const reminders = () => createReminderStore(scene.database, async (_tx, ids) => ids.length);
  const aReminder = (key: string): PlannedReminder => ({
    key,
    occurrenceId: scene.occurrence.id,
    taskId: scene.occurrence.taskId,
    unitId: scene.unitId,
    contactId,
    role: "lead",
    step: -5,
    dueDate: "2026-12-09",
    reason: { code: "due-in", params: { days: 5 } },
  });
  const plan = async (slackUser: string, date: string, key: string) => {
    const digest = { key: `digest:${slackUser}:${date}`, slackUser, kind: "contact", date } as const;
    const [id = 0] = await reminders().savePlan([{ ...digest, reminders: [aReminder(key)] }]);
    return id;
  };
  const send = (id: number) =>
    scene.database.prisma.digest.update({
      where: { id },
      data: { state: "sent", slackChannel: "D1", slackTs: `${id}`, sentAt: NOW },
    });

  it("finds the sent digests that show a task or remind a unit, the newest first", async () => {
    const ids = [await plan("U1", "2026-12-01", "r1"), await plan("U2", "2026-12-02", "r2")];
    await plan("U3", "2026-12-02", "r3");
    for (const id of ids) await send(id);
    const taskIds = [scene.occurrence.taskId];
    expect((await store.showing({ taskIds }, "2026-12-01")).map((one) => one.slackUser)).toEqual(["U2", "U1"]);
    expect((await store.showing({ taskIds }, "2026-12-02")).map((one) => one.digestId)).toEqual([ids[1]]);
    expect(await store.showing({ unitIds: [scene.unitId] }, "2026-12-01")).toHaveLength(2);
    expect(await store.showing({ unitIds: [] }, "2026-12-01")).toEqual([]);
  });

  it("what went to somebody who has handed over counts as unsaid, once; the rest stays", async () => {
    const first = await plan("U1", "2026-12-01", "r1");
    await send(first);
    const second = await plan("U1", "2026-12-02", "r2");
    await plan("U2", "2026-12-02", "r3");
    expect(await store.freeKeys(scene.unitId, ["U2"])).toBe(2);
    expect(await reminders().plannedKeys([scene.occurrence.id])).toEqual(
      new Set([`r1:was-for:U1:${first}`, `r2:was-for:U1:${second}`, "r3"]),
    );
    expect(await store.freeKeys(scene.unitId, ["U2"])).toBe(0);
    expect(await scene.database.prisma.auditEvent.count({ where: { action: "reminders.free" } })).toBe(1);
  });
}
