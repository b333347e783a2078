// Migrations: in order, once, all or nothing, and recorded so that Prisma's own tool agrees.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { diagnoseHistory, MIGRATIONS_FOLDER } from "../../../prisma/schema-engine.ts";
import { type Database, openDatabase } from "../../../src/adapters/db/client.ts";
import { migrate } from "../../../src/adapters/db/migrate.ts";
import { Refusal } from "../../../src/errors.ts";
import { describeOnPostgres, type MakeDatabase, openTestDatabase, openTestPostgres } from "../../support/database.ts";
import { createPostgresDatabase } from "../../support/postgres.ts";
import { startProcess } from "../../support/processes.ts";

/** The project's migrations and one more. */
function withMigration(name: string, sql: string): string {
  const folder = mkdtempSync(path.join(inject("runFolder"), "migrations-"));
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
  return folder;
}

// Each on a database of its own: what is changed here is the schema.
describe("migrating on PGlite", () => describeMigrating(openTestDatabase));
describeOnPostgres("migrating", () => describeMigrating(openTestPostgres));

function describeMigrating(makeDatabase: MakeDatabase): void {
  let database: Database;
  beforeEach(async () => {
    database = await makeDatabase();
  });
  afterEach(() => database.close());

  it("a second time changes nothing", async () => {
    expect(await migrate(database)).toEqual([]);
  });

  it("applies what is new, with several statements and the words of the office", async () => {
    const folder = withMigration(
      "99990101000000_more",
      `CREATE TABLE "More" (a text); INSERT INTO "More" VALUES ('联席; $1');`,
    );
    expect(await migrate(database, folder)).toEqual(["99990101000000_more"]);
    expect(await database.prisma.$queryRaw`SELECT a FROM "More"`).toEqual([{ a: "联席; $1" }]);
    expect(await migrate(database, folder)).toEqual([]);
  });

  it("a migration that fails in the middle leaves nothing and is tried again", async () => {
    const name = "99990101000000_more";
    await expect(migrate(database, withMigration(name, `CREATE TABLE "More" (a text); SELECT 1/0;`))).rejects.toThrow();
    expect(await migrate(database, withMigration(name, `CREATE TABLE "More" (a text);`))).toEqual([name]);
  });

  it("refuses a migration that was applied in another form, or begun by another tool and not finished", async () => {
    const name = "99990101000000_more";
    await migrate(database, withMigration(name, "SELECT 1;"));
    const changed = migrate(database, withMigration(name, "SELECT 2;"));
    await expect(changed).rejects.toEqual(new Refusal("migration-changed", { migration: name }));

    await database.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${name}`;
    const unfinished = migrate(database, withMigration(name, "SELECT 1;"));
    await expect(unfinished).rejects.toEqual(new Refusal("migration-unfinished", { migration: name }));
  });
}

it("Prisma's own engine finds the history in order", async () => {
  const database = await openTestDatabase();
  if (database.pglite === null) throw new Error("not PGlite");
  expect(await diagnoseHistory(database.pglite)).toEqual({
    hasMigrationsTable: true,
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
  });
  await database.close();
});

describeOnPostgres("migrating from several processes", () => {
  it("at once applies each migration once", async () => {
    const databaseUrl = await createPostgresDatabase(inject("runFolder"));
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ databaseUrl })));
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied.flat().sort()).toEqual(
      readdirSync(MIGRATIONS_FOLDER)
        .filter((name) => /^\d/.test(name))
        .sort(),
    );
    await Promise.all(databases.map((database) => database.close()));
  });

  it("is finished by the next one when the first is killed in the middle", async () => {
    const databaseUrl = await createPostgresDatabase(inject("runFolder"));
    const name = "99990101000000_more";
    const folder = withMigration(name, `CREATE TABLE "More" (a text); SELECT pg_sleep(2);`);
    const first = startProcess("migrate-slowly.ts", databaseUrl, folder);
    await first.waitForLines(1);
    const database = await openDatabase({ databaseUrl });
    const sleepers = () =>
      database.prisma.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
    while ((await sleepers()).length === 0) await wait(20);
    await first.kill();
    expect(await migrate(database, folder)).toEqual([name]);
    await database.close();
  });
});
