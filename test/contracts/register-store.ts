// What every register store does: documents with their units once, occurrences that move until a decision changes them.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { RegisterStore } from "../../src/app/ports.ts";
import type { NewUpdate } from "../../src/app/status/status-store.ts";
import type { Occurrence } from "../../src/domain/register/deadline.ts";
import { unitIdsOf } from "../../src/domain/register/task.ts";
import type { Status } from "../../src/domain/status/status.ts";
import { Refusal } from "../../src/errors.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";

export function describeRegisterStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: RegisterStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createRegisterStore(database);
  });
  afterEach(() => database.close());

  const save = (draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"], ["市教育局"])]), sha256 = draft.shortTitle) =>
    store.saveDocument({ draft, sha256, fileName: "分工.docx", by: "U9" });

  const unitNamed = async (name: string) => {
    const unit = [...(await store.load()).units.values()].find((candidate) => candidate.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit;
  };

  function anOccurrence(taskId: number, more: Partial<Occurrence> = {}): Omit<Occurrence, "id" | "changes"> {
    return {
      taskId,
      kind: "report",
      period: "meeting:1",
      opensOn: "2026-11-02",
      dueDate: "2026-12-09",
      supportingDueDate: "2026-12-02",
      originalDueDate: "2026-12-09",
      ...more,
    };
  }

  let updates = 0;
  function anUpdate(taskId: number, unitId: number, more: Partial<NewUpdate> = {}): NewUpdate {
    updates += 1;
    return {
      taskId,
      unitId,
      author: "U1",
      status: "on_track",
      percent: null,
      quantities: [{ value: 156, unit: "个" }],
      needsCoordination: false,
      text: "推进中",
      permalink: null,
      reportedOn: "2026-11-20",
      sourceKey: `update:${updates}`,
      proposalId: null,
      requests: [],
      ...more,
    };
  }

  it("an empty register is empty", async () => {
    const register = await store.load();
    expect(register.tasks).toEqual([]);
    expect(register.units.size).toBe(0);
    expect(await store.loadTasksOf("U1")).toEqual([]);
  });

  it("gives back what a document said, in its order", async () => {
    const deadline = { kind: "annual", due: null, everyMonths: null, day: 5, month: 6, text: "每年6月5日前" } as const;
    const target = { comparator: ">=", value: 0.1, unit: "%", period: null, scope: "each", text: "0.1%以上" } as const;
    const tasks = [
      aDraftTask("2", ["市教育局", "市财政局"], [], { section: "一、人才", deadlines: [deadline], targets: [target] }),
      aDraftTask("1", ["市财政局"]),
    ];
    const summary = await save({
      ...aDraft("责任分工", tasks),
      standingTopics: ["专题"],
      validUntil: "2028-06-30",
      number: "1号",
    });
    expect(summary).toMatchObject({ tasks: 2, unitsCreated: 2 });

    const register = await store.load();
    expect(register.documents[0]).toMatchObject({
      shortTitle: "责任分工",
      standingTopics: ["专题"],
      validUntil: "2028-06-30",
      number: "1号",
    });
    expect(register.tasks.map((task) => task.ref)).toEqual(["2", "1"]);
    const [first] = register.tasks;
    expect(first).toMatchObject({ section: "一、人才", state: "open", deadlines: [deadline], targets: [target] });
    expect(first && unitIdsOf(first, "lead").map((id) => register.units.get(id)?.name)).toEqual([
      "市教育局",
      "市财政局",
    ]);
    expect(await store.findDocumentBySha("责任分工")).toEqual(register.documents[0]);
    expect(await store.findDocumentBySha("other")).toBeNull();
  });

  it("a unit met again by its key is the same unit, and its new spelling an alias", async () => {
    await save();
    const second = aDraft("行动计划", [aDraftTask("1", ["财政局", "市财政局"], ["市人社局"])]);
    expect(await save(second)).toMatchObject({ unitsCreated: 1 });
    const register = await store.load();
    expect(register.units.size).toBe(3);
    expect((await unitNamed("市财政局")).aliases).toEqual(["财政局"]);
    expect(register.tasks[1] && unitIdsOf(register.tasks[1], "lead")).toEqual([(await unitNamed("市财政局")).id]);
  });

  it("a unit met by an alias that the secretary gave is the same unit", async () => {
    await save();
    const alias = mention("市人力资源和社会保障局");
    await createUnitStore(database.prisma).addAlias((await unitNamed("市教育局")).id, alias, "U9");
    expect(await save(aDraft("行动计划", [aDraftTask("1", [alias.name])]))).toMatchObject({ unitsCreated: 0 });
  });

  it("refuses a file that is in the register, also when it comes twice at once", async () => {
    const refusal = new Refusal("already-imported", { title: "关于责任分工的通知" });
    const results = await Promise.allSettled([save(), save(), save()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))).toEqual([
      refusal,
      refusal,
    ]);
    await expect(save()).rejects.toEqual(refusal);
    expect((await store.load()).documents).toHaveLength(1);
  });

  it("a document that fails leaves nothing behind", async () => {
    const twice = aDraft("责任分工", [aDraftTask("1", ["市财政局"]), aDraftTask("1", ["市财政局"])]);
    await expect(save(twice)).rejects.toThrow();
    expect(await store.load()).toMatchObject({ documents: [], tasks: [] });
    expect((await store.load()).units.size).toBe(0);
  });

  it("two documents at once share the units they both name", async () => {
    const documents = ["甲", "乙", "丙"].map((title) => aDraft(title, [aDraftTask("1", ["市财政局"], ["市教育局"])]));
    await Promise.all(documents.map((draft) => save(draft)));
    expect((await store.load()).units.size).toBe(2);
  });

  it("stores occurrences once, and moves them while nobody has decided otherwise", async () => {
    await save();
    const taskId = (await store.load()).tasks[0]?.id ?? 0;
    expect(await store.saveOccurrences([anOccurrence(taskId), anOccurrence(taskId)])).toBe(1);
    expect(await store.saveOccurrences([anOccurrence(taskId)])).toBe(0);
    expect(await store.saveOccurrences([])).toBe(0);

    const later = { dueDate: "2026-12-16", supportingDueDate: "2026-12-09", originalDueDate: "2026-12-16" };
    expect(await store.saveOccurrences([anOccurrence(taskId, later), anOccurrence(taskId, { kind: "due" })])).toBe(2);
    const moved = (await store.load()).occurrences.find((occurrence) => occurrence.kind === "report");
    expect(moved).toMatchObject({ dueDate: "2026-12-16", originalDueDate: "2026-12-09", changes: 0 });

    await database.prisma.occurrence.updateMany({ where: { kind: "report" }, data: { changes: 1 } });
    expect(await store.saveOccurrences([anOccurrence(taskId)])).toBe(0);
    await database.prisma.occurrence.updateMany({ where: { kind: "due" }, data: { state: "closed" } });
    expect(await store.saveOccurrences([anOccurrence(taskId, { ...later, kind: "due" })])).toBe(0);
    expect((await store.load()).occurrences.map((occurrence) => occurrence.kind)).toEqual(["report"]);
  });

  it("the newest figures of each unit stand in the register for each thing counted, though later reports have none", async () => {
    await save();
    const statusStore = createStatusStore(database.prisma);
    const task = (await store.load()).tasks[0];
    if (task === undefined) throw new Error("no task");
    const [lead = 0] = unitIdsOf(task, "lead");
    const [supporting = 0] = unitIdsOf(task, "supporting");
    const report = (unitId: number, reportedOn: string, quantities: NewUpdate["quantities"]) =>
      statusStore.append(anUpdate(task.id, unitId, { reportedOn, quantities }));
    const people = { value: 4200, unit: "人" };
    await report(lead, "2026-09-01", [{ value: 120, unit: "个" }, people]);
    await report(lead, "2026-10-01", [{ value: 150, unit: "个" }]);
    await report(lead, "2026-11-01", []);
    await report(supporting, "2026-11-02", [{ value: 140, unit: "个" }]);
    const { figures } = await store.load();
    expect(figures.map(({ unitId, on, quantities }) => ({ unitId, on, quantities }))).toEqual([
      { unitId: lead, on: "2026-10-01", quantities: [{ value: 150, unit: "个" }] },
      { unitId: lead, on: "2026-09-01", quantities: [{ value: 120, unit: "个" }, people] },
      { unitId: supporting, on: "2026-11-02", quantities: [{ value: 140, unit: "个" }] },
    ]);
  });

  it("the newest update of each unit stands in the register, all of them in the history", async () => {
    await save();
    const statusStore = createStatusStore(database.prisma);
    const task = (await store.load()).tasks[0];
    if (task === undefined) throw new Error("no task");
    const [unitId] = unitIdsOf(task, "lead");
    for (const percent of [30, 60]) {
      await statusStore.append(
        anUpdate(task.id, unitId ?? 0, {
          percent,
          requests: percent === 60 ? [{ kind: "extension", reason: "雨季", proposedDate: "2027-01-15" }] : [],
        }),
      );
    }
    const register = await store.load();
    expect(register.latestUpdates).toEqual([
      expect.objectContaining({ percent: 60, on: "2026-11-20", quantities: [{ value: 156, unit: "个" }] }),
    ]);
    expect(register.requests).toEqual([expect.objectContaining({ kind: "extension", state: "pending" })]);
    const history = await store.loadHistory(task.id);
    expect(history.updates.map((update) => update.percent)).toEqual([60, 30]);
    expect(history.requests).toEqual(register.requests);
  });

  it("what meetings decided on a task, and the agendas it stood on, are in its history, the newest meeting first", async () => {
    await save();
    const taskId = (await store.load()).tasks[0]?.id ?? 0;
    for (const date of ["2025-12-09", "2026-06-17"]) {
      const dates = { date, cutOff: date, supportingCutOff: date, createdBy: "U9" };
      const { id: meetingId } = await database.prisma.meeting.create({ data: dates });
      const item = {
        meetingId,
        section: "lead-reports",
        position: 1,
        topic: `汇报 ${date}`,
        attending: [],
        reasons: [],
      };
      await database.prisma.agendaItem.create({ data: { ...item, taskId, minutes: 5 } });
      await database.prisma.decision.create({
        data: { meetingId, text: `议定 ${date}`, taskId, dueDate: "2026-09-30" },
      });
    }
    const { decisions, agendas } = await store.loadHistory(taskId);
    expect(decisions).toEqual([
      { date: "2026-06-17", text: "议定 2026-06-17", dueDate: "2026-09-30" },
      { date: "2025-12-09", text: "议定 2025-12-09", dueDate: "2026-09-30" },
    ]);
    expect(agendas.map((one) => one.topic)).toEqual(["汇报 2026-06-17", "汇报 2025-12-09"]);
  });

  it("a contact sees the tasks of the own unit and of its groups", async () => {
    const units = createUnitStore(database.prisma);
    const counties = mention("各县区人民政府", { kind: "group" });
    const tasks = [
      aDraftTask("1", ["市财政局"], [], { supporting: [counties] }),
      aDraftTask("2", ["甲县人民政府"], [], { supporting: [counties] }),
      aDraftTask("3", ["市教育局"]),
    ];
    await save(aDraft("责任分工", tasks));
    await save(aDraft("行动计划", [aDraftTask("1", ["市教育局"])]));
    const group = await unitNamed("各县区人民政府");
    const county = await unitNamed("甲县人民政府");
    await units.saveContact({ unitId: county.id, slackUser: "U1", name: "甲", role: "primary", by: "U9" });
    expect((await store.loadTasksOf("U1")).map((row) => row.ref)).toEqual(["2"]);

    await units.setMembers(group.id, [county.id], "2026-11-01", "U9");
    const taskOne = (await store.load()).tasks[0];
    await store.saveOccurrences([
      anOccurrence(taskOne?.id ?? 0),
      anOccurrence(taskOne?.id ?? 0, { kind: "due", dueDate: "2026-12-31", supportingDueDate: "2026-12-31" }),
    ]);
    const rows = await store.loadTasksOf("U1");
    expect(rows).toEqual([
      {
        taskId: taskOne?.id,
        documentShortTitle: "责任分工",
        ref: "1",
        refIsShared: true,
        title: "事项1",
        role: "supporting",
        unitName: "甲县人民政府",
        dueDate: "2026-12-02",
        status: null,
        percent: null,
        reportedOn: null,
      },
      expect.objectContaining({ ref: "2", role: "lead", refIsShared: false, dueDate: null }),
    ]);

    await units.setMembers(group.id, [], "2026-11-10", "U9");
    await database.prisma.task.updateMany({ where: { ref: "2" }, data: { state: "closed" } });
    expect(await store.loadTasksOf("U1")).toEqual([]);
    expect(await store.loadTasksOf("U1' OR '1'='1")).toEqual([]);
  });

  it("what a unit has answered is no longer what it is asked for next", async () => {
    await save();
    const task = (await store.load()).tasks[0];
    if (task === undefined) throw new Error("no task");
    const [leadId = 0] = unitIdsOf(task, "lead");
    const [supportingId = 0] = unitIdsOf(task, "supporting");
    const units = createUnitStore(database.prisma);
    await units.saveContact({ unitId: leadId, slackUser: "U1", name: "甲", role: "primary", by: "U9" });
    await units.saveContact({ unitId: supportingId, slackUser: "U2", name: "乙", role: "primary", by: "U9" });
    await store.saveOccurrences([
      anOccurrence(task.id, { kind: "due", period: "2026-12-31", dueDate: "2026-12-31" }),
      anOccurrence(task.id, { period: "meeting:2", opensOn: "2027-05-04", dueDate: "2027-06-09" }),
      anOccurrence(task.id),
    ]);
    const dueDateOf = async (slackUser: string) => (await store.loadTasksOf(slackUser))[0]?.dueDate;
    const report = (unitId: number, status: Status, reportedOn: string) =>
      createStatusStore(database.prisma).append(anUpdate(task.id, unitId, { status, reportedOn, percent: 62.5 }));

    expect(await dueDateOf("U1")).toBe("2026-12-09");
    await report(leadId, "on_track", "2026-11-01"); // the day before the meeting began to ask
    expect(await dueDateOf("U1")).toBe("2026-12-09");
    await report(leadId, "on_track", "2026-11-02");
    expect(await dueDateOf("U1")).toBe("2026-12-31");
    await report(leadId, "done", "2026-12-20");
    expect(await dueDateOf("U1")).toBe("2027-06-09");
    await report(leadId, "on_track", "2026-12-21"); // done, then not: only the newest counts
    expect(await dueDateOf("U1")).toBe("2026-12-31");
    await report(leadId, "done", "2027-05-04");
    expect(await dueDateOf("U1")).toBeNull();
    const [row] = await store.loadTasksOf("U1");
    expect(row).toMatchObject({ status: "done", percent: 62.5, reportedOn: "2027-05-04" });
    expect(await dueDateOf("U2")).toBe("2026-12-02"); // the other unit has answered nothing
  });
}
