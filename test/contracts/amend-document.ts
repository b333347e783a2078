// What every register store does with a newer version of a document: rows stay, words change, nothing is lost.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import type { RegisterStore } from "../../src/app/ports.ts";
import type { Occurrence } from "../../src/domain/register/deadline.ts";
import type { DraftTask } from "../../src/domain/register/draft.ts";
import { type Task, unitIdsOf } from "../../src/domain/register/task.ts";
import { Refusal } from "../../src/errors.ts";
import { findBrokenAudit } from "../support/audit.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";

type Amend = Parameters<RegisterStore["amendDocument"]>[0];

export function describeAmendDocument(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: RegisterStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createRegisterStore(database);
  });
  afterEach(() => database.close());

  const by = (due: string) =>
    ({ kind: "by", due, everyMonths: null, day: null, month: null, text: `${due}前` }) as const;
  const monthly = (day: number) => ({ kind: "recurring", due: null, everyMonths: 1, day, text: "每月" }) as const;

  /** Saves a first version; its tasks by number. */
  async function first(...tasks: DraftTask[]): Promise<{ documentId: number; ids: number[] }> {
    const { documentId } = await store.saveDocument({
      draft: aDraft("责任分工", tasks),
      sha256: "first",
      fileName: "分工.docx",
      by: "U9",
    });
    return { documentId, ids: (await store.load()).tasks.map((task) => task.id) };
  }

  /** `matches`: id of the row → number in the newer version. */
  function amend(
    previousId: number,
    matches: readonly (readonly [number, string])[],
    tasks: DraftTask[],
    more: Partial<Amend> = {},
  ) {
    return store.amendDocument({
      draft: aDraft("责任分工", tasks),
      previousId,
      matches: matches.map(([taskId, ref]) => ({ taskId, ref })),
      withdrawn: [],
      sha256: "second",
      fileName: "分工（修订）.docx",
      by: "U8",
      ...more,
    });
  }

  const taskOf = async (id: number): Promise<Task> => {
    const task = (await store.load()).tasks.find((candidate) => candidate.id === id);
    if (task === undefined) throw new Error(`no task ${id}`);
    return task;
  };

  const namesOf = async (id: number, role: "lead" | "supporting") => {
    const { units } = await store.load();
    return unitIdsOf(await taskOf(id), role).map((unitId) => units.get(unitId)?.name);
  };

  const due = (taskId: number, period: string, more: Partial<Occurrence> = {}) => ({
    taskId,
    kind: "due" as const,
    period,
    opensOn: "1900-01-01",
    dueDate: period,
    supportingDueDate: period,
    originalDueDate: period,
    ...more,
  });

  it("tasks that change numbers with each other keep their rows", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市教育局"]));
    const [one = 0, two = 0] = ids;
    const stored = await amend(
      documentId,
      [
        [one, "2"],
        [two, "1"],
      ],
      [aDraftTask("1", ["市教育局"]), aDraftTask("2", ["市财政局"])],
    );
    const { tasks, documents } = await store.load();
    expect(stored).toMatchObject({ tasks: 2, unitsCreated: 0 });
    expect(tasks.map(({ id, ref }) => [id, ref])).toEqual([
      [two, "1"],
      [one, "2"],
    ]);
    expect(tasks.map((task) => task.documentId)).toEqual([stored.documentId, stored.documentId]);
    expect(documents.map((document) => document.supersedesId)).toEqual([null, documentId]);
  });

  it("a task takes the words, units, dates and targets of the newer version, and keeps the former ones beside", async () => {
    const target = {
      comparator: ">=",
      value: 200,
      unit: "个",
      period: null,
      scope: "whole",
      text: "200个以上",
    } as const;
    const { documentId, ids } = await first(
      aDraftTask("1", ["市财政局", "市教育局"], ["市民政局"], { deadlines: [by("2026-12-31")], targets: [target] }),
    );
    const [one = 0] = ids;
    const newer = aDraftTask("7", ["市人社局"], [], {
      section: "二、人才",
      title: "新的标题",
      text: "新的内容",
      deadlines: [by("2027-06-30")],
      targets: [{ ...target, value: 260, text: "260个以上" }],
    });
    expect(await amend(documentId, [[one, "7"]], [newer])).toMatchObject({ unitsCreated: 1 });

    const { ref, label, section, title, text, deadlines, targets } = newer;
    expect(await taskOf(one)).toMatchObject({ ref, label, section, title, text, deadlines, targets, state: "open" });
    expect(await namesOf(one, "lead")).toEqual(["市人社局"]);
    expect(await namesOf(one, "supporting")).toEqual([]);
    expect((await store.loadHistory(one)).versions).toEqual([
      {
        documentId,
        documentTitle: "关于责任分工的通知",
        ref: "1",
        label: "1.",
        section: null,
        title: "事项1",
        text: "第1项的内容",
        lead: ["市财政局", "市教育局"],
        supporting: ["市民政局"],
        deadlines: [by("2026-12-31")],
        targets: [target],
      },
    ]);
  });

  it("updates and requests stay with the task, whatever its number is now", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市财政局"]));
    const [one = 0, two = 0] = ids;
    const [unitId = 0] = unitIdsOf(await taskOf(one), "lead");
    await createStatusStore(database.prisma).append({
      taskId: one,
      unitId,
      author: "U1",
      status: "on_track",
      percent: 60,
      quantities: [],
      needsCoordination: false,
      text: "推进中",
      permalink: null,
      reportedOn: "2026-11-20",
      sourceKey: "update:1",
      proposalId: null,
      requests: [{ kind: "extension", reason: "雨季", proposedDate: "2027-01-15" }],
    });
    await amend(
      documentId,
      [
        [one, "2"],
        [two, "1"],
      ],
      [aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市财政局"])],
    );
    const register = await store.load();
    expect(register.latestUpdates).toEqual([expect.objectContaining({ taskId: one, percent: 60 })]);
    expect(register.requests).toEqual([expect.objectContaining({ taskId: one, proposedDate: "2027-01-15" })]);
    expect((await taskOf(one)).ref).toBe("2");
  });

  it("what the newer version leaves out is withdrawn, or superseded by the task that took it over, and owes nothing more", async () => {
    const { documentId, ids } = await first(...["1", "2", "3", "4"].map((ref) => aDraftTask(ref, ["市财政局"])));
    const [one = 0, two = 0, three = 0, four = 0] = ids;
    await store.saveOccurrences(ids.map((id) => due(id, "2026-12-31", { kind: "report", period: "meeting:1" })));
    await database.prisma.task.update({ where: { id: four }, data: { state: "closed" } });
    const withdrawn = [
      { taskId: two, mergedInto: null },
      { taskId: three, mergedInto: "5" },
      { taskId: four, mergedInto: null },
    ];
    await amend(documentId, [[one, "5"]], [aDraftTask("5", ["市财政局"]), aDraftTask("6", ["市财政局"])], {
      withdrawn,
    });

    const { tasks, occurrences } = await store.load();
    expect(tasks.map(({ ref, state }) => [ref, state])).toEqual([
      ["2", "withdrawn"],
      ["3", "superseded"],
      ["4", "closed"],
      ["5", "open"],
      ["6", "open"],
    ]);
    expect(await database.prisma.task.findUnique({ where: { id: three } })).toMatchObject({ supersededById: one });
    expect(occurrences.map((occurrence) => occurrence.taskId)).toEqual([one]);
    const audit = await database.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(audit.slice(-3).map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
      ["U8", "document.amend", expect.stringMatching(/^document:/)],
      ["U8", "task.withdraw", `task:${two}`],
      ["U8", "task.supersede", `task:${three}`],
    ]);
    expect(await findBrokenAudit(database.prisma)).toBeNull();
  });

  describe("due dates", () => {
    const openPeriods = async () => (await store.load()).occurrences.map((occurrence) => occurrence.period).sort();

    it("those that no rule gives any more are closed; reports of meetings stay", async () => {
      const { documentId, ids } = await first(
        aDraftTask("1", ["市财政局"], [], { deadlines: [by("2026-12-31"), by("2027-03-31"), monthly(28)] }),
      );
      const [one = 0] = ids;
      const report = due(one, "2026-12-09", { kind: "report", period: "meeting:1" });
      await store.saveOccurrences([due(one, "2026-12-31"), due(one, "2027-03-31"), due(one, "2026-11"), report]);
      const kept = aDraftTask("1", ["市财政局"], [], { deadlines: [by("2027-03-31"), monthly(20)] });
      await amend(documentId, [[one, "1"]], [kept]);
      expect(await openPeriods()).toEqual(["2026-11", "2027-03-31", "meeting:1"]);

      // The rule comes back with the third version, and so does its date.
      const again = aDraftTask("1", ["市财政局"], [], { deadlines: [by("2026-12-31")] });
      const secondId = (await taskOf(one)).documentId;
      await amend(secondId, [[one, "1"]], [again], { sha256: "third" });
      expect(await openPeriods()).toEqual(["2026-12-31", "meeting:1"]);
    });

    it("one that was moved by a decision keeps its date and its original one", async () => {
      const task = aDraftTask("1", ["市财政局"], [], { deadlines: [by("2026-12-31")] });
      const { documentId, ids } = await first(task);
      const [one = 0] = ids;
      await store.saveOccurrences([due(one, "2026-12-31")]);
      await database.prisma.occurrence.updateMany({ data: { dueDate: "2027-02-28", changes: 1 } });
      await amend(documentId, [[one, "1"]], [{ ...task, text: "新的内容" }]);
      expect((await store.load()).occurrences).toEqual([
        expect.objectContaining({ dueDate: "2027-02-28", originalDueDate: "2026-12-31", changes: 1 }),
      ]);
    });
  });

  it("the same file twice, also at once, changes the register once", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]));
    const [one = 0] = ids;
    const again = () => amend(documentId, [[one, "2"]], [aDraftTask("2", ["市财政局"])]);
    const results = await Promise.allSettled([again(), again(), again()]);
    const refusal = new Refusal("already-imported", { title: "关于责任分工的通知" });
    expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))).toEqual([
      refusal,
      refusal,
    ]);
    expect((await store.load()).documents).toHaveLength(2);
    expect((await store.loadHistory(one)).versions).toHaveLength(1);
  });

  it.each<[string, (ids: number[]) => { matches: [number, string][]; withdrawn?: Amend["withdrawn"] }]>([
    ["forgets a task", ([one = 0]) => ({ matches: [[one, "1"]] })],
    [
      "names a task of another document",
      ([one = 0, two = 0]) => ({
        matches: [
          [one, "1"],
          [two, "2"],
          [9_999, "3"],
        ],
      }),
    ],
  ])("a plan that %s is refused", async (_, plan) => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市财政局"]));
    const { matches } = plan(ids);
    const outcome = amend(documentId, matches, [aDraftTask("1", ["市财政局"])]);
    await expect(outcome).rejects.toEqual(new Refusal("register-changed", { title: "关于责任分工的通知" }));
  });

  it("a version that was amended meanwhile is not amended again", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]));
    const [one = 0] = ids;
    await amend(documentId, [[one, "1"]], [aDraftTask("1", ["市教育局"])]);
    const late = amend(documentId, [[one, "1"]], [aDraftTask("1", ["市民政局"])], { sha256: "third" });
    await expect(late).rejects.toMatchObject({ code: "register-changed" });
    expect(await namesOf(one, "lead")).toEqual(["市教育局"]);
  });

  it("one that fails in its last step changes nothing", async () => {
    const { documentId, ids } = await first(
      aDraftTask("1", ["市财政局"], [], { deadlines: [by("2026-12-31")] }),
      aDraftTask("2", ["市财政局"]),
    );
    const [one = 0, two = 0] = ids;
    await store.saveOccurrences([due(one, "2026-12-31")]);
    const before = await store.load();
    const twice = [aDraftTask("1", ["市教育局"]), aDraftTask("5", ["市民政局"]), aDraftTask("5", ["市民政局"])];
    const withdrawn = [{ taskId: two, mergedInto: null }];
    await expect(amend(documentId, [[one, "1"]], twice, { withdrawn })).rejects.toThrow();
    expect(await store.load()).toEqual(before);
    expect((await store.loadHistory(one)).versions).toEqual([]);
  });

  it("a number that only an earlier version has is not shared", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市财政局"]));
    const [one = 0, two = 0] = ids;
    const { units } = await store.load();
    const [unit] = units.values();
    await database.prisma.contact.create({ data: { unitId: unit?.id ?? 0, slackUser: "U1", name: "甲" } });
    const withdrawn = [{ taskId: two, mergedInto: null }];
    await amend(documentId, [[one, "2"]], [aDraftTask("2", ["市财政局"])], { withdrawn });
    expect(await store.loadTasksOf("U1")).toEqual([
      expect.objectContaining({ taskId: one, ref: "2", refIsShared: false }),
    ]);
  });

  it("a unit that the register knows by an alias is the same unit", async () => {
    const { documentId, ids } = await first(aDraftTask("1", ["市财政局"]));
    const [one = 0] = ids;
    await amend(documentId, [[one, "1"]], [aDraftTask("1", [], [], { lead: [mention("财政局")] })]);
    expect(await namesOf(one, "lead")).toEqual(["市财政局"]);
  });
}
