// What every escalation store does: knows who was asked and told, keeps stops once, resumes them, with audit rows.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createReminderStore } from "../../src/adapters/db/reminder-store.ts";
import { createEscalationStore } from "../../src/adapters/db/reminders/escalation-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { EscalationStore } from "../../src/app/reminders/escalation/escalation-store.ts";
import type { DigestKind, PlannedReminder } from "../../src/domain/reminders/digest.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeEscalationStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: EscalationStore;
  let occurrenceId: number;
  let taskId: number;
  let unitId: number;
  let contactId: number;

  beforeEach(async () => {
    database = await makeDatabase();
    store = createEscalationStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const { tasks } = await registerStore.load();
    taskId = tasks[0]?.id ?? 0;
    unitId = tasks[0]?.assignments[0]?.unitId ?? 0;
    await createUnitStore(database.prisma).saveContact({
      unitId,
      slackUser: "U1",
      name: "甲",
      role: "primary",
      by: "U9",
    });
    const dates = { opensOn: "2026-11-02", dueDate: "2026-12-09", supportingDueDate: "2026-12-02" };
    await registerStore.saveOccurrences([
      { taskId, kind: "due", period: "2026", ...dates, originalDueDate: "2026-12-09" },
    ]);
    const { occurrences, units } = await registerStore.load();
    occurrenceId = occurrences[0]?.id ?? 0;
    contactId = units.get(unitId)?.contacts[0]?.id ?? 0;
  });
  afterEach(() => database.close());

  async function digest(
    date: string,
    slackUser: string,
    reminder: Partial<PlannedReminder>,
    kind: DigestKind = "contact",
  ) {
    const plain = { occurrenceId, taskId, unitId, contactId, role: "lead", step: 0, dueDate: "2026-12-09" } as const;
    const one = { key: `${date}:${slackUser}`, reason: { code: "due-today" }, ...plain, ...reminder } as const;
    const planned = { key: `digest:${date}:${slackUser}`, slackUser, kind, date, reminders: [one] };
    const [id] = await createReminderStore(database, async (_tx, ids) => ids.length).savePlan([planned]);
    if (id === undefined) throw new Error("nothing was planned");
    return id;
  }

  it("tells on which days a unit was asked itself, and which rungs were told", async () => {
    await digest("2026-12-09", "U1", {});
    await digest("2026-12-10", "U1", { step: 1 });
    await digest("2026-12-11", "U2", { level: 1, key: "L1" });
    await digest("2026-12-16", "US", { level: 4, key: "L4", contactId: null }, "secretary");
    const said = (await store.said([occurrenceId])).map(({ level, on }) => [level, on]);
    expect(said).toEqual([
      [0, "2026-12-09"],
      [0, "2026-12-10"],
      [1, "2026-12-11"],
      [4, "2026-12-16"],
    ]);
    expect(await store.said([occurrenceId + 1])).toEqual([]);
    expect((await store.said([occurrenceId]))[0]).toEqual({
      occurrenceId,
      unitId,
      role: "lead",
      level: 0,
      on: "2026-12-09",
    });
  });

  it("does not count what never arrived, nor what the secretary got for want of a contact", async () => {
    const failed = await digest("2026-12-09", "U1", {});
    const cancelled = await digest("2026-12-10", "U1", {});
    await database.prisma.digest.update({ where: { id: failed }, data: { state: "failed" } });
    await database.prisma.digest.update({ where: { id: cancelled }, data: { state: "cancelled" } });
    await digest("2026-12-11", "US", { contactId: null }, "secretary");
    expect(await store.said([occurrenceId])).toEqual([]);
  });

  it("tells the last sign a unit gave", async () => {
    const base = { occurrenceId, unitId, slackUser: "U1" };
    await database.prisma.reminderResponse.createMany({
      data: [
        { ...base, kind: "seen", respondedOn: "2026-12-03", sourceKey: "a" },
        { ...base, kind: "later", respondedOn: "2026-12-10", sourceKey: "b" },
      ],
    });
    expect(await store.signs([occurrenceId])).toEqual([{ occurrenceId, unitId, on: "2026-12-10" }]);
    expect(await store.signs([occurrenceId + 1])).toEqual([]);
  });

  it("keeps a stop once, from however many sides, and resumes it; both stand in the audit", async () => {
    const target = { occurrenceId, unitId };
    const stopped = await Promise.all([1, 2, 3].map(() => store.stop([target], { reason: "已电话说明", by: "US" })));
    expect(stopped.sort()).toEqual([0, 0, 1]);
    expect(await store.stops()).toEqual([{ ...target, reason: "已电话说明" }]);
    expect(await store.resume([target], { by: "US" })).toBe(1);
    expect(await store.resume([target], { by: "US" })).toBe(0);
    expect(await store.stops()).toEqual([]);
    expect(await store.stop([target], { reason: "另行安排", by: "US" })).toBe(1);
    expect(await store.stops()).toEqual([{ ...target, reason: "另行安排" }]);
    const audit = await database.prisma.auditEvent.findMany({ where: { action: { startsWith: "escalation" } } });
    expect(audit.map(({ actor, action }) => [actor, action])).toEqual([
      ["US", "escalation.stop"],
      ["US", "escalation.resume"],
      ["US", "escalation.stop"],
    ]);
  });
}
