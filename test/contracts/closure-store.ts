// What every store of closing rules does: the newest of a task holds, else the rule for all; nothing is overwritten.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createEvidenceStore } from "../../src/adapters/db/evidence-store.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createRequestStore } from "../../src/adapters/db/request-store.ts";
import { createClosureStore } from "../../src/adapters/db/status/closure-store.ts";
import type { ClosureStore } from "../../src/app/status/closing/closure-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeClosureStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: ClosureStore;
  let taskId: number;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createClosureStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    taskId = (await registerStore.load()).tasks[0]?.id ?? 0;
  });
  afterEach(() => database.close());

  it("asks for nothing until somebody says so", async () => {
    expect(await store.rules()).toEqual({ all: false, tasks: new Map() });
    expect(await store.save({ taskId: null, evidence: false, by: "US" })).toBe(false);
    expect(await store.save({ taskId, evidence: null, by: "US" })).toBe(false);
  });

  it("keeps every rule; the newest of a task holds until it follows the rule for all again", async () => {
    expect(await store.save({ taskId: null, evidence: true, by: "US" })).toBe(true);
    expect(await store.save({ taskId, evidence: false, by: "US" })).toBe(true);
    expect(await store.rules()).toEqual({ all: true, tasks: new Map([[taskId, false]]) });
    expect(await store.save({ taskId, evidence: null, by: "US" })).toBe(true);
    expect(await store.rules()).toEqual({ all: true, tasks: new Map() });
    expect(await database.prisma.closureRule.count()).toBe(3);
    const events = await database.prisma.auditEvent.findMany({ where: { action: "closure.rule" } });
    expect(events.map(({ subject, before, after }) => [subject, before, after])).toEqual([
      ["closure-rules", { evidence: false }, { evidence: true }],
      [`task:${taskId}`, { evidence: null }, { evidence: false }],
      [`task:${taskId}`, { evidence: false }, { evidence: null }],
    ]);
  });

  it("counts what was reported since the task was last reopened", async () => {
    const report = async (text: string) => {
      const { unitId = 0 } = (await createRegisterStore(database).load()).tasks[0]?.assignments[0] ?? {};
      const { id: proposalId } = await database.prisma.proposal.create({
        data: { author: "U1", taskId, reading: {}, text, sourceKey: text, proposedOn: "2026-11-20" },
      });
      const said = { author: "U1", status: "done", quantities: [], text, reportedOn: "2026-11-20" } as const;
      const keys = { taskId, unitId, proposalId, sourceKey: text };
      await database.prisma.statusUpdate.create({ data: { ...said, ...keys, quantities: [] } });
      const files = [{ fileName: "验收单.pdf", sha256: "a", bytes: new Uint8Array([1]) }];
      await createEvidenceStore(database.prisma).attach({ proposalIds: [proposalId], files, by: "U1" });
    };
    expect(await store.evidenceFor(taskId)).toEqual({ files: 0, texts: [] });
    await report("第一次");
    expect(await store.evidenceFor(taskId)).toEqual({ files: 1, texts: ["第一次"] });
    await database.prisma.task.update({ where: { id: taskId }, data: { state: "closed" } });
    const requests = createRequestStore(database.prisma);
    await requests.reopen({ taskId, occurrences: [], reason: "验收未通过", on: "2026-12-02", by: "US" });
    expect(await store.evidenceFor(taskId)).toEqual({ files: 0, texts: [] });
    await report("第二次");
    expect(await store.evidenceFor(taskId)).toEqual({ files: 1, texts: ["第二次"] });
  });

  it("of many at once one is stored", async () => {
    const save = () => store.save({ taskId, evidence: true, by: "US" });
    expect((await Promise.all([save(), save(), save()])).filter(Boolean)).toHaveLength(1);
  });
}
