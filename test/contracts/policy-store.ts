// What every policy store does: keeps all versions and what held before, and lets nobody write over a change unseen.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createPolicyStore } from "../../src/adapters/db/reminders/policy-store.ts";
import type { PolicyStore } from "../../src/app/reminders/policy/policy-store.ts";
import { type ReminderPolicy, reminderPolicy } from "../../src/domain/reminders/policy.ts";
import type { MakeDatabase } from "../support/database.ts";

const NOW = new Date("2026-11-23T01:00:00Z");
const quiet: ReminderPolicy = { ...reminderPolicy, quietHours: { from: "18:00", to: "08:30" } };

export function describePolicyStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: PolicyStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createPolicyStore(database.prisma);
  });
  afterEach(() => database.close());

  const audits = () => database.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });

  it("has no version until somebody changes the policy", async () => {
    expect(await store.newest()).toBeNull();
  });

  it("gives the newest version back as it was stored, with who and when; the audit has what held before", async () => {
    const change = { previousId: null, before: reminderPolicy, after: quiet, by: "US", now: NOW };
    expect(await store.append(change)).toBe(true);
    const newest = await store.newest();
    expect(newest).toMatchObject({ policy: quiet, changedBy: "US", changedAt: NOW });
    expect(await audits()).toEqual([
      expect.objectContaining({ actor: "US", action: "policy.change", before: reminderPolicy, after: quiet }),
    ]);
  });

  it("keeps every version", async () => {
    await store.append({ previousId: null, before: reminderPolicy, after: quiet, by: "US", now: NOW });
    const previousId = (await store.newest())?.id ?? null;
    await store.append({ previousId, before: quiet, after: reminderPolicy, by: "US", now: NOW });
    expect((await store.newest())?.policy).toEqual(reminderPolicy);
    expect(await database.prisma.reminderPolicyVersion.count()).toBe(2);
  });

  it("of two who saw the same version only one is stored", async () => {
    const change = { previousId: null, before: reminderPolicy, after: quiet, now: NOW };
    const stored = await Promise.all(["U1", "U2"].map((by) => store.append({ ...change, by })));
    expect(stored.toSorted()).toEqual([false, true]);
    expect(await database.prisma.reminderPolicyVersion.count()).toBe(1);
    expect(await audits()).toHaveLength(1);
  });

  it("a rule that a stored version does not know is that of the default table", async () => {
    const { moveBeforeHoliday: _, ...older } = quiet;
    await database.prisma.reminderPolicyVersion.create({
      data: { policy: JSON.parse(JSON.stringify(older)), changedBy: "US" },
    });
    expect((await store.newest())?.policy).toEqual(quiet);
  });

  it("stores who of several leads must report, with what held before", async () => {
    const taskId = await aStoredTask(database);
    expect(await store.saveLeadRule({ taskId, rule: "first", by: "US" })).toBe(false);
    expect(await store.saveLeadRule({ taskId, rule: "each", by: "US" })).toBe(true);
    expect((await createRegisterStore(database).load()).tasks[0]?.leadRule).toBe("each");
    expect((await audits()).map((row) => [row.action, row.before, row.after])).toEqual([
      ["task.lead-rule", { leadRule: "first" }, { leadRule: "each" }],
    ]);
  });

  it("stores a task's own steps, and takes them away, unless somebody else was faster", async () => {
    const taskId = await aStoredTask(database);
    const own = { lead: { before: [-30, 0] } };
    expect(await store.saveTaskSteps({ taskId, before: null, after: own, by: "US" })).toBe(true);
    expect(await store.saveTaskSteps({ taskId, before: null, after: {}, by: "US" })).toBe(false);
    expect((await database.prisma.task.findUniqueOrThrow({ where: { id: taskId } })).reminderSteps).toEqual(own);
    expect(await store.saveTaskSteps({ taskId, before: own, after: null, by: "US" })).toBe(true);
    expect((await database.prisma.task.findUniqueOrThrow({ where: { id: taskId } })).reminderSteps).toBeNull();
    expect((await audits()).map((row) => [row.action, row.before, row.after])).toEqual([
      ["task.steps", null, own],
      ["task.steps", own, null],
    ]);
  });
}

async function aStoredTask({ prisma }: Database): Promise<number> {
  const document = await prisma.sourceDocument.create({
    data: { title: "责任分工", shortTitle: "责任分工", sha256: "a", fileName: "a.txt", importedBy: "cli" },
  });
  const words = { ref: "21", label: "21.", position: 1, title: "订单班", text: "订单班" };
  return (await prisma.task.create({ data: { documentId: document.id, ...words } })).id;
}
