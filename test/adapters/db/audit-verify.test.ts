// What an auditor sees: rows that were changed, taken out, put in or cut off, with and without a key.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { findAuditKeys } from "../../../src/adapters/db/audit/key.ts";
import { createAuditTrail } from "../../../src/adapters/db/audit/verify.ts";
import { appendAudit, appendAudits, hashAudit, sealAudits, writeInTurn } from "../../../src/adapters/db/audit.ts";
import type { Database } from "../../../src/adapters/db/client.ts";
import type { AuditEvent } from "../../../src/generated/prisma/client.ts";
import { describeOnDatabases } from "../../support/database.ts";

const GIVEN = "a-key-of-the-office-1";

describeOnDatabases("audit verify", (makeDatabase) => {
  let database: Database;
  let folder: string;
  beforeEach(async () => {
    database = await makeDatabase();
    folder = mkdtempSync(path.join(inject("runFolder"), "audit-"));
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = async (...subjects: readonly string[]) => {
    for (const subject of subjects) {
      await writeInTurn(database.prisma, (tx) =>
        appendAudit(tx, { actor: "U1", action: "test", subject, before: { 甲: 1 }, after: [null, "乙"] }),
      );
    }
  };
  const seal = async (...given: readonly string[]) =>
    sealAudits(database.prisma, await findAuditKeys(database.prisma, folder, given));
  const verify = (head: string | null = null) => createAuditTrail(database).verify(head);
  const newest = () => createAuditTrail(database).newest();
  const rows = () => database.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
  const row = async (n: number): Promise<AuditEvent> => (await rows()).at(n) ?? expect.fail();
  const remove = async (n: number) => database.prisma.auditEvent.delete({ where: { id: (await row(n)).id } });
  const fault = async () => (await verify()).fault;

  it("the newest row is another one after every change, and none at first", async () => {
    expect(await newest()).toBe(0);
    await write("甲");
    const first = await newest();
    await write("乙");
    expect(await newest()).toBeGreaterThan(first);
    expect(await newest()).toBe((await row(-1)).id);
  });

  it("an empty trail fits, and has no head", async () => {
    expect(await verify()).toEqual({ rows: 0, sealed: 0, restores: [], head: null, fault: null, missing: null });
  });

  it("fits over many pages of rows", async () => {
    await writeInTurn(database.prisma, async (tx) => {
      await appendAudits(
        tx,
        Array.from({ length: 2_100 }, (_, i) => ({ actor: "U1", action: "test", subject: `s:${i}` })),
      );
    });
    expect(await verify()).toMatchObject({ rows: 2_100, fault: null });
  });

  for (const sealed of [false, true]) {
    const how = sealed ? "sealed" : "unsealed";

    it(`names the first ${how} row that was changed`, async () => {
      if (sealed) await seal();
      await write("a", "b", "c");
      const { id, at } = await row(1);
      for (const data of [{ actor: "U2" }, { subject: "x" }, { after: ["乙"] }, { at: new Date(0) }]) {
        const before = await row(1);
        await database.prisma.auditEvent.update({ where: { id }, data });
        expect(await fault()).toMatchObject({ id, kind: "changed" });
        const { actor, subject } = before;
        await database.prisma.auditEvent.update({ where: { id }, data: { actor, subject, at, after: [null, "乙"] } });
        expect(await fault()).toBeNull();
      }
    });

    it(`names the ${how} row after one that was taken out`, async () => {
      if (sealed) await seal();
      await write("a", "b", "c");
      const { id } = await row(2);
      await remove(1);
      expect(await fault()).toMatchObject({ id, kind: "unlinked" });
    });

    it(`names the ${how} row that is first now`, async () => {
      if (sealed) await seal();
      await write("a", "b");
      await remove(0);
      expect(await fault()).toMatchObject({ id: (await row(0)).id, kind: "unlinked" });
    });

    it(`sees ${how} rows cut off at the end by a head that was noted`, async () => {
      if (sealed) await seal();
      await write("a", "b", "c");
      const { head } = await verify();
      expect(head?.id).toBe((await row(2)).id);
      expect(await createAuditTrail(database).head()).toEqual(head);
      await remove(2);
      expect(await verify()).toMatchObject({ rows: 2, fault: null, missing: null });
      expect(await verify(head?.hash)).toMatchObject({ fault: null, missing: head?.hash });
      // Rows written since do not hide it; a head that is still there is no longer the last.
      const earlier = (await verify()).head?.hash ?? null;
      await write("d");
      expect(await verify(head?.hash ?? null)).toMatchObject({ missing: head?.hash });
      expect(await verify(earlier)).toMatchObject({ rows: 3, missing: null });
    });

    it(`names what was put in among ${how} rows`, async () => {
      if (sealed) await seal();
      await write("a", "b");
      const [first, second] = await rows();
      if (!first || !second) expect.fail();
      // As carefully as can be done without the key: linked to both neighbours.
      const { id, ...copied } = second;
      const put = { ...copied, before: {}, after: {}, subject: "put in", previousHash: first.hash };
      const hash = hashAudit(first.hash, put);
      await database.prisma.auditEvent.update({ where: { id }, data: { id: id + 10, previousHash: hash } });
      await database.prisma.auditEvent.create({ data: { ...put, hash, id } });
      expect(await fault()).toMatchObject(sealed ? { id, kind: "unsealed" } : { id: id + 10, kind: "changed" });
    });
  }

  it("old rows go by their old rule, and must be as they were when the key was made", async () => {
    await write("a", "b");
    await seal();
    await write("c");
    expect(await verify()).toMatchObject({ rows: 3, sealed: 1, fault: null, missing: null });
    const anchor = await row(1);
    // The whole trail written anew without the key: every row fits, but not what was noted.
    await database.prisma.auditEvent.deleteMany();
    const { id, ...copied } = anchor;
    const forged = { ...copied, before: {}, after: {}, actor: "U9", previousHash: "0".repeat(64) };
    await database.prisma.auditEvent.create({ data: { ...forged, id, hash: hashAudit(forged.previousHash, forged) } });
    expect(await verify()).toMatchObject({ fault: null, missing: anchor.hash });
  });

  it("a row sealed with a key that is not at hand is told from one that was changed", async () => {
    await seal(GIVEN);
    await write("a");
    await seal("another-key-of-the-office");
    expect(await fault()).toMatchObject({ kind: "unknown-key" });
    // Keys may follow each other: the first seals, all check.
    await seal("another-key-of-the-office", GIVEN);
    await write("b");
    expect(await verify()).toMatchObject({ rows: 2, sealed: 2, fault: null });
  });

  it("the key is made once, for its owner alone, and read again", async () => {
    await seal();
    const file = path.join(folder, "audit.key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, "utf8");
    await write("a");
    await seal();
    await write("b");
    expect(readFileSync(file, "utf8")).toBe(made);
    expect(await verify()).toMatchObject({ sealed: 2, fault: null });
    // A key in the environment takes over; what the file sealed is still checked.
    await seal(GIVEN);
    await write("c");
    expect(await verify()).toMatchObject({ sealed: 3, fault: null });
  });

  it("two that start at once share one key", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => findAuditKeys(database.prisma, folder, [])));
    expect(one?.writing).toEqual(other?.writing);
  });

  it("a key file that cannot be read stops the start: a new key would hide what is wrong", async () => {
    writeFileSync(path.join(folder, "audit.key"), "{}");
    await expect(seal()).rejects.toMatchObject({ code: "audit-key-unreadable" });
  });
});
