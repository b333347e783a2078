// What every evidence store does: a file once by its hash, counted with the confirmed reply it came with, given out unchanged.
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createEvidenceStore } from "../../src/adapters/db/evidence-store.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import type { EvidenceStore } from "../../src/app/status/evidence/evidence-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeEvidenceStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: EvidenceStore;
  let taskId: number;
  let unitId: number;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createEvidenceStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const [task] = (await registerStore.load()).tasks;
    taskId = task?.id ?? 0;
    unitId = task?.assignments[0]?.unitId ?? 0;
  });
  afterEach(() => database.close());

  const propose = async (sourceKey: string) => {
    const data = { sourceKey, author: "U1", taskId, reading: {}, text: "已完成", proposedOn: "2026-11-20" };
    return (await database.prisma.proposal.create({ data })).id;
  };
  const confirm = (proposalId: number) =>
    database.prisma.statusUpdate.create({
      data: {
        taskId,
        unitId,
        author: "U1",
        status: "done",
        quantities: [],
        text: "已完成",
        reportedOn: "2026-11-20",
        sourceKey: `proposal:${proposalId}`,
        proposalId,
      },
    });
  const file = (fileName: string, bytes: Uint8Array) => ({
    fileName,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  const report = file("验收报告.pdf", new Uint8Array([0, 1, 254, 255, 0x27]));

  it("counts with the reply once it is confirmed, and comes back byte by byte", async () => {
    const proposalId = await propose("a");
    await store.attach({ proposalIds: [proposalId], files: [report], by: "U1" });
    expect(await store.count(taskId)).toBe(0);
    expect(await store.load(taskId, 5)).toEqual([]);
    await confirm(proposalId);
    expect(await store.count(taskId)).toBe(1);
    const [loaded] = await store.load(taskId, 5);
    expect(loaded?.fileName).toBe("验收报告.pdf");
    expect([...(loaded?.bytes ?? [])]).toEqual([...report.bytes]);
  });

  it("the same delivery twice attaches once; the same file in two replies is kept once", async () => {
    const [first, second] = [await propose("a"), await propose("b")];
    await store.attach({ proposalIds: [first, second], files: [report], by: "U1" });
    await store.attach({ proposalIds: [first], files: [report], by: "U1" });
    await confirm(first);
    await confirm(second);
    expect(await store.count(taskId)).toBe(2);
    expect(await store.load(taskId, 5)).toHaveLength(1);
    expect(await database.prisma.evidenceFile.count()).toBe(1);
    expect(await database.prisma.auditEvent.count({ where: { action: "evidence.attach" } })).toBe(1);
  });

  it("gives out the newest few, and none that was changed", async () => {
    const proposalId = await propose("a");
    const files = [1, 2, 3].map((n) => file(`${n}.pdf`, new Uint8Array([n])));
    await store.attach({ proposalIds: [proposalId], files, by: "U1" });
    await confirm(proposalId);
    expect((await store.load(taskId, 2)).map((one) => one.fileName)).toEqual(["3.pdf", "2.pdf"]);
    await database.prisma.evidenceFile.updateMany({ data: { bytes: new Uint8Array([9]) } });
    await expect(store.load(taskId, 2)).rejects.toThrow("not what was stored");
  });
}
