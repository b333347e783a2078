// What every register store does with a unit's part in a task that is given to another unit.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import type { RegisterStore } from "../../src/app/ports.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeReassignTask(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: RegisterStore;
  let taskId: number;
  let idOf: (name: string) => number;

  beforeEach(async () => {
    database = await makeDatabase();
    store = createRegisterStore(database);
    const draft = aDraft("责任分工", [
      aDraftTask("1", ["市教育局"], ["市财政局", "市审计局"]),
      aDraftTask("2", ["市科技局"]),
    ]);
    await store.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const { tasks, units } = await store.load();
    taskId = tasks.find((task) => task.ref === "1")?.id ?? 0;
    const ids = new Map([...units.values()].map((unit) => [unit.name, unit.id]));
    idOf = (name) => ids.get(name) ?? 0;
    const dates = { opensOn: "2026-11-02", dueDate: "2026-12-09", supportingDueDate: "2026-12-02" };
    await store.saveOccurrences([{ taskId, kind: "due", period: "2026", ...dates, originalDueDate: "2026-12-09" }]);
  });
  afterEach(() => database.close());

  const reassign = (from: string, to: string, more: Partial<Parameters<RegisterStore["reassign"]>[0]> = {}) =>
    store.reassign({
      taskId,
      role: "lead",
      fromIds: [idOf(from)],
      toId: idOf(to),
      reason: "职责调整",
      on: "2026-12-02",
      by: "US",
      sourceKey: `${from}-${to}`,
      ...more,
    });
  const assigned = async () => {
    const { tasks, units } = await store.load();
    return tasks.find((task) => task.id === taskId)?.assignments.map((a) => `${a.role} ${units.get(a.unitId)?.name}`);
  };

  it("gives it in the same role and place, tells the unit, and keeps both in the audit trail", async () => {
    expect(await reassign("市财政局", "市科技局", { role: "supporting" })).toBe(true);
    expect(await assigned()).toEqual(["lead 市教育局", "supporting 市科技局", "supporting 市审计局"]);
    expect(await database.prisma.reminderResponse.findMany()).toMatchObject([
      { kind: "assigned", unitId: idOf("市科技局"), slackUser: "US", reason: "职责调整" },
    ]);
    const [event] = await database.prisma.auditEvent.findMany({ where: { action: "task.reassign" } });
    expect(event).toMatchObject({
      actor: "US",
      subject: `task:${taskId}`,
      before: { unitIds: [idOf("市财政局")] },
      after: { unitId: idOf("市科技局"), reason: "职责调整" },
    });
  });

  it("a unit that supported leads from now on, and supports no more", async () => {
    expect(await reassign("市教育局", "市财政局")).toBe(true);
    expect(await assigned()).toEqual(["lead 市财政局", "supporting 市审计局"]);
  });

  it("once per source, also from two sides at once", async () => {
    const both = await Promise.all([reassign("市教育局", "市科技局"), reassign("市教育局", "市科技局")]);
    expect(both).toEqual([true, true]);
    expect(await database.prisma.auditEvent.count({ where: { action: "task.reassign" } })).toBe(1);
  });

  it("changes nothing where the unit has no such part any more, the other has it already, or the task is closed", async () => {
    const two = await Promise.all([
      reassign("市教育局", "市科技局"),
      reassign("市教育局", "市审计局", { sourceKey: "other" }),
    ]);
    expect(two.filter(Boolean)).toHaveLength(1);
    expect(await reassign("市财政局", "市科技局", { role: "lead" })).toBe(false);
    await database.prisma.task.updateMany({ data: { state: "closed" } });
    expect(await reassign("市财政局", "市科技局", { role: "supporting", sourceKey: "third" })).toBe(false);
  });
}
