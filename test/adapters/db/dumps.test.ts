// Dumps of the embedded database: one a day, made while the bot works, and one before every change of the schema.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { restoreFolder } from "../../../src/adapters/db/backup/restore.ts";
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { dumpFile, forgetOldDumps, listDumps } from "../../../src/adapters/db/dumps/dump-folder.ts";
import { dumpBeforeUpdate, takeDailyDump } from "../../../src/adapters/db/dumps/take-dump.ts";
import { migrate, readMigrations } from "../../../src/adapters/db/migrate.ts";
import { createUnitStore } from "../../../src/adapters/db/unit-store.ts";
import { findBrokenAudit } from "../../support/audit.ts";
import { copyTemplate } from "../../support/database.ts";

const MONDAY = new Date("2026-11-23T00:40:00Z");
const hours = (count: number) => new Date(MONDAY.getTime() + count * 3_600_000);

it("a daily dump is taken while others write, once a day, and can be restored", { timeout: 300_000 }, async () => {
  const folder = await copyTemplate();
  const database = await openDatabase({ folder });
  const units = createUnitStore(database.prisma);
  const create = (name: string) => units.create({ name, key: name, kind: "single" }, "U9");
  await create("市教育局");
  const writing = (async () => {
    for (let n = 0; n < 20; n += 1) await create(`第${n}局`);
  })();
  const file = await takeDailyDump(database, MONDAY, 0);
  await writing;
  expect(file).toContain("dumps/lianxi-20261123T004000Z-daily.jsonl.gz");
  expect(await takeDailyDump(database, hours(23))).toBeNull();
  expect(listDumps(folder)).toMatchObject([{ kind: "daily", takenAt: MONDAY }]);
  expect(readdirSync(folder).filter((name) => name.startsWith("database"))).toEqual(["database"]);
  await database.close();

  const elsewhere = mkdtempSync(path.join(inject("runFolder"), "dump-"));
  await restoreFolder(elsewhere, file ?? "", { replace: false, now: MONDAY });
  const restored = await openDatabase({ folder: elsewhere });
  const names = await restored.prisma.unit.findMany({ select: { name: true } });
  expect(names).toContainEqual({ name: "市教育局" });
  expect(await findBrokenAudit(restored.prisma)).toBeNull();
  await restored.close();
  rmSync(folder, { recursive: true });
});

it("what an earlier version left is dumped before it is migrated; a new folder and a current one are not", async () => {
  const folder = mkdtempSync(path.join(inject("runFolder"), "update-"));
  const database = await openDatabase({ folder });
  expect(await dumpBeforeUpdate(database, MONDAY)).toBeNull();
  const [first] = readMigrations();
  const migrations = mkdtempSync(path.join(inject("runFolder"), "migrations-"));
  mkdirSync(path.join(migrations, first?.name ?? ""));
  writeFileSync(path.join(migrations, first?.name ?? "", "migration.sql"), first?.sql ?? "");
  await migrate(database, migrations);
  expect(await dumpBeforeUpdate(database, MONDAY)).toContain("lianxi-20261123T004000Z-update.jsonl.gz");
  await migrate(database);
  expect(await dumpBeforeUpdate(database, hours(1))).toBeNull();
  expect(listDumps(folder)).toMatchObject([{ kind: "update", takenAt: MONDAY }]);
  await database.close();
});

it("fourteen of each kind are kept, the newest", () => {
  const folder = mkdtempSync(path.join(inject("runFolder"), "kept-"));
  for (let day = 0; day < 20; day += 1) writeFileSync(dumpFile(folder, "daily", hours(day * 24)), "");
  writeFileSync(dumpFile(folder, "update", MONDAY), "");
  writeFileSync(path.join(folder, "dumps", "mine.jsonl.gz"), "");
  forgetOldDumps(folder);
  const daily = listDumps(folder).filter((dump) => dump.kind === "daily");
  expect(daily.map((dump) => dump.takenAt)).toEqual(Array.from({ length: 14 }, (_, n) => hours((19 - n) * 24)));
  expect(listDumps(folder)).toHaveLength(15);
  expect(readdirSync(path.join(folder, "dumps"))).toContain("mine.jsonl.gz");
});
