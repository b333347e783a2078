// What a restore refuses, and that nothing is changed then; and backups of an older schema, of damaged and foreign folders.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { restoreFolder, restoreServer } from "../../../src/adapters/db/backup/restore.ts";
import { writeBackup } from "../../../src/adapters/db/backup/write-backup.ts";
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { migrate, readMigrations } from "../../../src/adapters/db/migrate.ts";
import { createUnitStore } from "../../../src/adapters/db/unit-store.ts";
import { copyTemplate, describeOnPostgres } from "../../support/database.ts";
import { createPostgresDatabase } from "../../support/postgres.ts";

const NOW = new Date("2026-12-01T01:00:00Z");

let good: string;
const inFolder = (name: string) => path.join(mkdtempSync(path.join(inject("runFolder"), "backup-")), name);

async function withUnit(folder: string, name: string): Promise<void> {
  const database = await openDatabase({ folder });
  await createUnitStore(database.prisma).create({ name, key: name, kind: "single" }, "U9");
  await database.close();
}

async function unitsIn(folder: string): Promise<string[]> {
  const database = await openDatabase({ folder });
  const units = await database.prisma.unit.findMany({ select: { name: true } });
  await database.close();
  return units.map(({ name }) => name);
}

/** A backup like the good one but for its lines. */
function changed(change: (lines: string[]) => string[]): string {
  const file = inFolder("changed.jsonl.gz");
  const lines = gunzipSync(readFileSync(good)).toString("utf8").trimEnd().split("\n");
  writeFileSync(file, gzipSync(`${change(lines).join("\n")}\n`));
  return file;
}

beforeAll(async () => {
  const folder = await copyTemplate();
  await withUnit(folder, "市教育局");
  const database = await openDatabase({ folder });
  good = inFolder("good.jsonl.gz");
  await writeBackup(database, good, NOW);
  await database.close();
});

describe("a restore refuses", () => {
  const files: [string, string, () => string][] = [
    ["a file that is none of ours", "backup-foreign", () => import.meta.filename],
    ["a packed file that is none of ours", "backup-foreign", () => changed(() => ['{"table":"Unit"}'])],
    ["an empty file", "backup-foreign", () => changed(() => [])],
    ["a cut file", "backup-damaged", () => changed((lines) => lines.slice(0, -1))],
    ["a file cut in the middle of a byte stream", "backup-damaged", cutInTheMiddle],
    ["a row taken out", "backup-damaged", () => changed((lines) => lines.filter((line) => !line.includes("市教育局")))],
    ["a row changed", "backup-damaged", () => changed((lines) => lines.map((l) => l.replace("市教育局", "市财政局")))],
    ["something after the end", "backup-damaged", () => changed((lines) => [...lines, "[]"])],
    [
      "a newer format",
      "backup-newer",
      () => changed((lines) => lines.map((l) => l.replace('"format":1', '"format":2'))),
    ],
    ["a newer schema", "backup-newer", () => changed(ofSchema("99990101000000_later"))],
  ];
  it.each(files)("%s: %s", async (_, code, file) => {
    const folder = await copyTemplate();
    await withUnit(folder, "市卫生健康委");
    const restoring = restoreFolder(folder, file(), { replace: true, now: NOW });
    await expect(restoring).rejects.toMatchObject({ code });
    expect(await unitsIn(folder)).toEqual(["市卫生健康委"]);
    expect(readdirSync(folder).filter((name) => name.startsWith("database"))).toEqual(["database"]);
  });

  it("a register that holds anything, unless it is to be replaced; then the old one is kept", async () => {
    const folder = await copyTemplate();
    await withUnit(folder, "市卫生健康委");
    const restoring = restoreFolder(folder, good, { replace: false, now: NOW });
    await expect(restoring).rejects.toMatchObject({ code: "register-not-empty" });
    expect(await unitsIn(folder)).toEqual(["市卫生健康委"]);
    const { kept, rows } = await restoreFolder(folder, good, { replace: true, now: NOW });
    expect(await unitsIn(folder)).toEqual(["市教育局"]);
    expect(rows).toBe(2); // the unit and its audit row
    expect(existsSync(kept ?? "")).toBe(true);
  });

  it("a folder that is open", async () => {
    const folder = await copyTemplate();
    const database = await openDatabase({ folder });
    const restoring = restoreFolder(folder, good, { replace: true, now: NOW });
    await expect(restoring).rejects.toMatchObject({ code: "data-folder-in-use" });
    await database.close();
  });
});

describe("a folder that cannot be opened", () => {
  it.each([
    [
      "of another version of PostgreSQL",
      "data-folder-version",
      (data: string) => writeFileSync(`${data}/PG_VERSION`, "14\n"),
    ],
    ["without its control file", "data-folder-damaged", (data: string) => rmSync(`${data}/global/pg_control`)],
    ["with its version file gone", "data-folder-damaged", (data: string) => rmSync(`${data}/PG_VERSION`)],
  ])("%s says so (%s) and is restored from a backup", async (_, code, damage) => {
    const folder = await copyTemplate();
    damage(path.join(folder, "database"));
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code });
    await restoreFolder(folder, good, { replace: true, now: NOW });
    expect(await unitsIn(folder)).toEqual(["市教育局"]);
  });
});

it("a database that was never used has nothing to back up", async () => {
  const database = await openDatabase({ memory: true });
  await expect(writeBackup(database, inFolder("empty.jsonl.gz"), NOW)).rejects.toMatchObject({
    code: "nothing-to-back-up",
  });
  await database.close();
});

it("a backup of the first schema is brought to the newest", async () => {
  const [first] = readMigrations();
  if (first === undefined) throw new Error("no migrations");
  const migrations = mkdtempSync(path.join(inject("runFolder"), "migrations-"));
  mkdirSync(path.join(migrations, first.name));
  writeFileSync(path.join(migrations, first.name, "migration.sql"), first.sql);
  const old = await openDatabase({ memory: true });
  await migrate(old, migrations);
  await old.query(`INSERT INTO "Unit" ("name", "key", "kind") VALUES ('市教育局', '市教育局', 'single')`);
  const file = inFolder("old.jsonl.gz");
  expect(await writeBackup(old, file, NOW)).toMatchObject({ schema: first.name, rows: 1 });
  await old.close();

  const folder = mkdtempSync(path.join(inject("runFolder"), "new-"));
  await restoreFolder(folder, file, { replace: false, now: NOW });
  expect(await unitsIn(folder)).toEqual(["市教育局"]);
  const database = await openDatabase({ folder });
  expect(await migrate(database)).toEqual([]);
  await database.close();
});

describeOnPostgres("a restore on a server", () => {
  it("is refused while a bot is connected, and undone when the file turns out to be damaged", async () => {
    const databaseUrl = await createPostgresDatabase(inject("runFolder"));
    const bot = await openDatabase({ databaseUrl });
    await migrate(bot);
    await createUnitStore(bot.prisma).create({ name: "市卫生健康委", key: "市卫生健康委", kind: "single" }, "U9");
    const restore = (file: string, replace: boolean) => restoreServer(databaseUrl, file, { replace, now: NOW });
    await expect(restore(good, true)).rejects.toMatchObject({ code: "database-in-use" });
    await bot.close();
    await expect(restore(good, false)).rejects.toMatchObject({ code: "register-not-empty" });
    const cut = changed((lines) => lines.slice(0, -1));
    await expect(restore(cut, true)).rejects.toMatchObject({ code: "backup-damaged" });
    const units = async () => {
      const database = await openDatabase({ databaseUrl });
      const rows = await database.prisma.unit.findMany({ select: { name: true } });
      await database.close();
      return rows.map(({ name }) => name);
    };
    expect(await units()).toEqual(["市卫生健康委"]);
    await restore(good, true);
    expect(await units()).toEqual(["市教育局"]);
  });
});

function ofSchema(schema: string): (lines: string[]) => string[] {
  return ([head = "", ...rest]) => [JSON.stringify({ ...JSON.parse(head), schema }), ...rest];
}

function cutInTheMiddle(): string {
  const file = inFolder("cut.jsonl.gz");
  const bytes = readFileSync(good);
  writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
  return file;
}
