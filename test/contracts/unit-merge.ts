// What a merge of two units does to the register, and what its undoing leaves: everything as it was.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createReminderStore } from "../../src/adapters/db/reminder-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { RegisterStore } from "../../src/app/ports.ts";
import type { UnitStore } from "../../src/app/register/units/unit-store.ts";
import type { StatusStore } from "../../src/app/status/status-store.ts";
import type { Unit } from "../../src/domain/register/unit.ts";
import { nameAtTheTime } from "../../src/domain/register/unit.ts";
import { planReminders } from "../../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../../src/domain/reminders/policy.ts";
import { Refusal } from "../../src/errors.ts";
import { findBrokenAudit } from "../support/audit.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";
import { aMeeting, weekdays } from "../support/facts.ts";

export function describeUnitMerge(makeDatabase: MakeDatabase): void {
  let database: Database;
  let register: RegisterStore;
  let units: UnitStore;
  let status: StatusStore;
  beforeEach(async () => {
    database = await makeDatabase();
    register = createRegisterStore(database, () => "2026-11-23");
    units = createUnitStore(database.prisma);
    status = createStatusStore(database.prisma);
  });
  afterEach(() => database.close());

  const tourism = "市旅游局";
  const culture = "市文化和旅游局";

  async function save(name: string, tasks: Parameters<typeof aDraft>[1]): Promise<void> {
    await register.saveDocument({ draft: aDraft(name, tasks), sha256: name, fileName: `${name}.txt`, by: "U9" });
  }

  async function find(name: string): Promise<Unit> {
    const unit = [...(await register.load()).units.values()].find((one) => one.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit;
  }

  async function report(taskRef: string, unitId: number, text: string): Promise<void> {
    const taskId = (await register.load()).tasks.find((t) => t.ref === taskRef)?.id ?? 0;
    await status.append({
      taskId,
      unitId,
      author: "UT",
      status: "on_track",
      percent: null,
      quantities: [],
      needsCoordination: false,
      text,
      permalink: null,
      reportedOn: "2026-11-20",
      sourceKey: `${taskRef}/${unitId}/${text}`,
      proposalId: null,
      requests: [{ kind: "extension", reason: text, proposedDate: "2027-01-31" }],
    });
  }

  /** Who does what, by number, role and unit. */
  async function assigned(): Promise<string[]> {
    const { tasks, units: all } = await register.load();
    return tasks.flatMap((t) => t.assignments.map((a) => `${t.ref} ${a.role} ${all.get(a.unitId)?.name}`));
  }

  async function twoUnits(): Promise<[from: Unit, into: Unit]> {
    await save("责任分工", [
      aDraftTask("1", [tourism], [culture]),
      aDraftTask("2", [culture, tourism]),
      aDraftTask("3", ["市教育局"], [tourism]),
    ]);
    const [from, into] = [await find(tourism), await find(culture)];
    await units.saveContact({ unitId: from.id, slackUser: "UT", name: "旅", role: "primary", by: "U9" });
    await units.saveContact({ unitId: from.id, slackUser: "UB", name: "兼", role: "deputy", by: "U9" });
    await units.saveContact({ unitId: into.id, slackUser: "UB", name: "兼", role: "primary", by: "U9" });
    return [from, into];
  }

  it("moves tasks, people and reports over, once where both had them, and undoes it exactly", async () => {
    const [from, into] = await twoUnits();
    await report("1", from.id, "旧");
    await report("2", into.id, "中");
    await report("2", from.id, "新");
    const before = await register.load();
    const mine = await register.loadTasksOf("UT");

    await units.merge(from.id, into.id, "U9");
    expect(await assigned()).toEqual([
      "1 lead 市文化和旅游局",
      "2 lead 市文化和旅游局",
      "3 lead 市教育局",
      "3 supporting 市文化和旅游局",
    ]);
    const merged = await find(culture);
    expect(merged).toMatchObject({
      id: into.id,
      aliases: [tourism],
      absorbed: [{ id: from.id, name: tourism, intoId: into.id }],
    });
    expect(merged.contacts.map(({ unitId, slackUser, role }) => ({ unitId, slackUser, role }))).toEqual([
      { unitId: into.id, slackUser: "UB", role: "primary" },
      { unitId: into.id, slackUser: "UT", role: "primary" },
    ]);
    const after = await register.load();
    expect(after.units.has(from.id)).toBe(false);
    expect(after.latestUpdates.map(({ taskId, unitId, text }) => ({ taskId, unitId, text }))).toEqual([
      { taskId: after.tasks[0]?.id, unitId: into.id, text: "旧" },
      { taskId: after.tasks[1]?.id, unitId: into.id, text: "新" },
    ]);
    expect(new Set(after.requests.map((r) => r.unitId))).toEqual(new Set([into.id]));
    expect((await register.loadTasksOf("UT")).map((row) => [row.ref, row.role, row.unitName, row.status])).toEqual([
      ["1", "lead", culture, "on_track"],
      ["2", "lead", culture, "on_track"],
      ["3", "supporting", culture, null],
    ]);

    await units.unmerge(from.id, "U9");
    expect(await register.load()).toEqual(before);
    expect(await register.loadTasksOf("UT")).toEqual(mine);
    expect(await findBrokenAudit(database.prisma)).toBeNull();
  });

  it("history keeps who said what", async () => {
    const [from, into] = await twoUnits();
    await report("1", from.id, "旧");
    await units.merge(from.id, into.id, "U9");
    const { tasks, units: all } = await register.load();
    const { updates } = await register.loadHistory(tasks[0]?.id ?? 0);
    expect(updates.map((u) => nameAtTheTime(u.unitId, all))).toEqual([tourism]);
  });

  it("what was done since stays, and a later document's name goes back with its unit", async () => {
    const [from, into] = await twoUnits();
    await units.merge(from.id, into.id, "U9");
    await save("行动计划", [aDraftTask("31", [tourism]), aDraftTask("32", [culture])]);
    await report("1", into.id, "并后");
    expect((await assigned()).slice(-2)).toEqual([`31 lead ${culture}`, `32 lead ${culture}`]);
    expect(await units.findByKey("旅游局")).toMatchObject({ id: into.id });
    expect((await units.create(mention(tourism), "U9")).id).toBe(into.id);

    await units.unmerge(from.id, "U9");
    expect((await assigned()).slice(-2)).toEqual([`31 lead ${tourism}`, `32 lead ${culture}`]);
    expect((await register.load()).latestUpdates.map((u) => u.unitId)).toEqual([into.id]);
  });

  it("a group that held both holds one, and both again afterwards", async () => {
    const [from, into] = await twoUnits();
    const group = await units.create(mention("市各文旅部门", { kind: "group" }), "U9");
    await units.setMembers(group.id, [from.id, into.id], "2026-01-01", "U9");
    await units.merge(from.id, into.id, "U9");
    expect((await find("市各文旅部门")).memberIds).toEqual([into.id]);
    // Named again while they are one: nothing changes underneath.
    await units.setMembers(group.id, [into.id], "2026-11-01", "U9");
    await units.unmerge(from.id, "U9");
    expect((await find("市各文旅部门")).memberIds.toSorted()).toEqual([from.id, into.id].toSorted());
  });

  it("a member that was merged answers for its group, and leaves it under its new name", async () => {
    const [from, into] = await twoUnits();
    await save("行动计划", [aDraftTask("31", [], [], { lead: [mention("市各文旅部门", { kind: "group" })] })]);
    const group = await find("市各文旅部门");
    await units.setMembers(group.id, [from.id], "2026-01-01", "U9");
    await units.merge(from.id, into.id, "U9");
    expect((await register.loadTasksOf("UB")).map((row) => row.ref)).toContain("31");
    await units.setMembers(group.id, [], "2026-11-01", "U9");
    expect((await find("市各文旅部门")).memberIds).toEqual([]);
    expect((await register.loadTasksOf("UB")).map((row) => row.ref)).not.toContain("31");
  });

  it("two groups become one with the members of both", async () => {
    const [a, b, one, other] = await Promise.all(
      [
        mention("甲县"),
        mention("乙县"),
        mention("各县区", { kind: "group" }),
        mention("各区县", { kind: "group" }),
      ].map((unit) => units.create(unit, "U9")),
    );
    if (!a || !b || !one || !other) throw new Error("not created");
    await units.setMembers(one.id, [a.id], "2026-01-01", "U9");
    await units.setMembers(other.id, [b.id], "2026-01-01", "U9");
    await units.merge(other.id, one.id, "U9");
    expect((await find("各县区")).memberIds).toEqual([a.id, b.id]);
    await units.setMembers(one.id, [a.id], "2026-11-01", "U9");
    expect((await find("各县区")).memberIds).toEqual([a.id]);
  });

  it("a chain is followed to its end, and undone in either order", async () => {
    const names = ["市旅游局", "市旅游发展委", "市文化和旅游局"];
    await save(
      "责任分工",
      names.map((name, i) => aDraftTask(String(i + 1), [name])),
    );
    const [a, b, c] = await Promise.all(names.map(find));
    if (!a || !b || !c) throw new Error("not saved");
    await units.merge(a.id, b.id, "U9");
    await units.merge(b.id, c.id, "U9");
    const leads = async () => (await assigned()).map((one) => one.split(" ")[2]);
    expect(await leads()).toEqual([c.name, c.name, c.name]);
    expect((await find(c.name)).absorbed?.map((one) => [one.name, one.intoId])).toEqual([
      [a.name, b.id],
      [b.name, c.id],
    ]);

    await units.unmerge(a.id, "U9");
    expect(await leads()).toEqual([a.name, c.name, c.name]);
    await units.merge(a.id, b.id, "U9"); // b is read as c: a is merged into c
    await units.unmerge(b.id, "U9");
    expect(await leads()).toEqual([c.name, b.name, c.name]);
    await units.unmerge(a.id, "U9");
    expect(await leads()).toEqual(names);
  });

  it("the links of a chain come apart: what was merged into the middle stays with it", async () => {
    const names = ["市旅游局", "市旅游发展委", "市文化和旅游局"];
    await save(
      "责任分工",
      names.map((name, i) => aDraftTask(String(i + 1), [name])),
    );
    const [a, b, c] = await Promise.all(names.map(find));
    if (!a || !b || !c) throw new Error("not saved");
    await units.merge(a.id, b.id, "U9");
    await units.merge(b.id, c.id, "U9");
    await units.unmerge(b.id, "U9");
    expect((await assigned()).map((one) => one.split(" ")[2])).toEqual([b.name, b.name, c.name]);
  });

  it("refuses circles, a second merge, and an undo of what was not done", async () => {
    const [from, into] = await twoUnits();
    await expect(units.merge(from.id, from.id, "U9")).rejects.toEqual(new Refusal("merge-same", { unit: tourism }));
    await expect(units.unmerge(from.id, "U9")).rejects.toEqual(new Refusal("not-merged", { unit: tourism }));
    // Two clicks at once: one counts.
    const clicks = await Promise.allSettled([1, 2].map(() => units.merge(from.id, into.id, "U9")));
    expect(clicks.map((click) => click.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(units.merge(into.id, from.id, "U9")).rejects.toEqual(new Refusal("merge-same", { unit: culture }));
    await expect(units.merge(from.id, into.id, "U9")).rejects.toEqual(
      new Refusal("already-merged", { unit: tourism, into: culture }),
    );
    expect(await database.prisma.unitMerge.count()).toBe(1);
  });

  it("a name of the merged unit is taken for the other, and free for it", async () => {
    const [from, into] = await twoUnits();
    await expect(units.addAlias(into.id, mention(tourism), "U9")).rejects.toThrow("alias-taken");
    await units.merge(from.id, into.id, "U9");
    await units.addAlias(into.id, mention(tourism), "U9");
    expect((await find(culture)).aliases).toEqual([tourism]);
  });

  it("a step that the merged unit was reminded of is not repeated", async () => {
    const [from, into] = await twoUnits();
    const reminders = createReminderStore(database, async (_, ids) => ids.length);
    const today = "2026-11-23";
    const due = { opensOn: "2026-11-02", dueDate: "2026-12-09", supportingDueDate: "2026-12-02" };
    const meeting = await database.prisma.meeting.create({
      data: {
        date: aMeeting.date,
        cutOff: aMeeting.cutOff,
        supportingCutOff: aMeeting.supportingCutOff,
        createdBy: "U9",
      },
    });
    await register.saveOccurrences(
      (await register.load()).tasks.map(({ id }) => ({
        taskId: id,
        kind: "report",
        period: `meeting:${meeting.id}`,
        originalDueDate: due.dueDate,
        ...due,
      })),
    );
    const plan = async (date: string) => {
      const facts = await register.load();
      return planReminders({
        register: facts,
        today: date,
        calendar: weekdays,
        policy: reminderPolicy,
        plannedKeys: await reminders.plannedKeys(facts.occurrences.map((o) => o.id)),
        digestedUsers: new Set(),
        secretaries: ["US"],
      });
    };
    const first = await plan(today);
    const asked = first.digests.flatMap((d) => d.reminders).filter((r) => r.unitId === from.id);
    expect(asked.length).toBeGreaterThan(0);
    await reminders.savePlan(first.digests);
    await units.merge(from.id, into.id, "U9");
    const again = (await plan(today)).digests.flatMap((d) => d.reminders);
    expect(again.filter((r) => r.unitId === into.id || r.unitId === from.id)).toEqual([]);
  });
}
