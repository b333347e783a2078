// The audit trail: one chain whoever writes, and no row can be changed, taken out or put in unseen.
import { afterEach, beforeEach, expect, it } from "vitest";
import { appendAudit, writeInTurn } from "../../../src/adapters/db/audit.ts";
import type { Database } from "../../../src/adapters/db/client.ts";
import { createUnitStore } from "../../../src/adapters/db/unit-store.ts";
import { findBrokenAudit } from "../../support/audit.ts";
import { describeOnDatabases } from "../../support/database.ts";
import { mention } from "../../support/drafts.ts";

describeOnDatabases("the audit trail", (makeDatabase) => {
  let database: Database;
  beforeEach(async () => {
    database = await makeDatabase();
  });
  afterEach(() => database.close());

  async function write(): Promise<void> {
    const store = createUnitStore(database.prisma);
    await Promise.all(["甲县", "乙县", "丙县", "丁县"].map((name) => store.create(mention(name), "U9")));
  }

  it("stays one chain when many write at once", async () => {
    await write();
    expect(await database.prisma.auditEvent.count()).toBe(4);
    expect(await findBrokenAudit(database.prisma)).toBeNull();
  });

  it("keeps its hash through the column's own form of JSON", async () => {
    const before = { z: 1, a: [{ d: "联席", c: null }], 节: 0.1, e: 1e21, n: -0, gone: undefined };
    await writeInTurn(database.prisma, (tx) =>
      appendAudit(tx, { actor: "U1", action: "test", subject: "x", before, after: "a\0\ud800" }),
    );
    expect(await findBrokenAudit(database.prisma)).toBeNull();
  });

  it("is undone together with the change", async () => {
    const failing = writeInTurn(database.prisma, async (tx) => {
      await appendAudit(tx, { actor: "U1", action: "test", subject: "x" });
      throw new Error("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await database.prisma.auditEvent.count()).toBe(0);
  });

  it("shows a row that was changed, and one that was cut out", async () => {
    await write();
    const [first, second, third] = await database.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
    if (first === undefined || second === undefined || third === undefined) throw new Error("no rows");
    await database.prisma.auditEvent.update({ where: { id: second.id }, data: { actor: "U2" } });
    expect(await findBrokenAudit(database.prisma)).toBe(second.id);
    await database.prisma.auditEvent.delete({ where: { id: second.id } });
    expect(await findBrokenAudit(database.prisma)).toBe(third.id);
  });
});
