// Databases for tests: PGlite copied from a template (a fresh one takes seconds), and PostgreSQL where it is installed.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, inject, it } from "vitest";
import { type Database, openDatabase, wrap } from "../../src/adapters/db/client.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { copyPostgresDatabase, findPostgres, HOW_TO_GET_POSTGRES } from "./postgres.ts";

export type MakeDatabase = () => Promise<Database>;

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A migrated, empty PGlite database in a folder of its own, which `close` removes. */
export async function openTestDatabase(): Promise<Database> {
  const folder = await copyTemplate();
  const database = await openDatabase({ folder });
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A data folder with a migrated, empty database, not opened. */
export async function copyTemplate(): Promise<string> {
  const template = await theTemplate();
  const folder = mkdtempSync(path.join(inject("runFolder"), "pglite-"));
  cpSync(path.join(template, "database"), path.join(folder, "database"), { recursive: true });
  return folder;
}

/** A migrated, empty database on the PostgreSQL server of this run. */
export async function openTestPostgres(): Promise<Database> {
  const databaseUrl = await copyPostgresDatabase(inject("runFolder"), async (template) => {
    const database = await openDatabase({ databaseUrl: template });
    await migrate(database);
    await database.close();
  });
  return openDatabase({ databaseUrl });
}

/** Runs the suite on PGlite and on PostgreSQL. */
export function describeOnDatabases(name: string, suite: (makeDatabase: MakeDatabase) => void): void {
  describe(`${name} on PGlite`, () => suite(reusingOne(openTestDatabase, pgliteAgain)));
  describeOnPostgres(name, () => suite(reusingOne(openTestPostgres, postgresAgain)));
}

/** One database for the whole suite, emptied for each test: to make another takes longer than most tests. */
function reusingOne(make: MakeDatabase, again: (opened: Database) => Promise<Database>): MakeDatabase {
  let opened: Database | null = null;
  let inUse = false;
  afterAll(() => opened?.close());
  return async () => {
    if (inUse) return make();
    inUse = true;
    opened ??= await make();
    // A client of its own: what is remembered of a database hangs on it.
    const database = await again(opened);
    for (const statement of EMPTY) await database.query(statement);
    const close = async () => {
      await database.prisma.$disconnect();
      inUse = false;
    };
    return { ...database, close };
  };
}

const pgliteAgain = async ({ pglite, folder }: Database): Promise<Database> => {
  if (pglite === null) throw new Error("not PGlite");
  return wrap(pglite, folder);
};

const postgresAgain = ({ databaseUrl }: Database): Promise<Database> => {
  if (databaseUrl === null) throw new Error("not PostgreSQL");
  return openDatabase({ databaseUrl });
};

/** As the migrations leave it. Rows that may never be changed are protected by triggers. TRUNCATE takes twenty times as long. */
const EMPTY = [
  "DROP SCHEMA IF EXISTS pgboss CASCADE",
  `DO $$ DECLARE t record; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE format('DELETE FROM %I', t.tablename);
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL;
  END $$`,
];

/** Skipped, and seen to be, where PostgreSQL is missing; under CI it must be there. */
export function describeOnPostgres(name: string, suite: () => void): void {
  if (findPostgres() !== null) {
    describe(`${name} on PostgreSQL`, suite);
  } else if (process.env.CI === "true") {
    it(`${name} on PostgreSQL`, () => {
      throw new Error(HOW_TO_GET_POSTGRES);
    });
  } else {
    describe.skip(`${name} on PostgreSQL (${HOW_TO_GET_POSTGRES})`, suite);
  }
}

/** Kept between runs, as long as PGlite and the migrations stay the same. */
async function theTemplate(): Promise<string> {
  const migrations = path.join(ROOT, "prisma/migrations");
  const hash = createHash("sha256").update(
    readFileSync(path.join(ROOT, "node_modules/@electric-sql/pglite/package.json")),
  );
  for (const name of readdirSync(migrations).sort()) {
    const file = path.join(migrations, name, "migration.sql");
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  const cache = path.join(ROOT, "node_modules/.cache/lianxi");
  const template = path.join(cache, hash.digest("hex").slice(0, 16));
  if (existsSync(template)) return template;

  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(path.join(cache, "new-"));
  const database = await openDatabase({ folder: unfinished });
  await migrate(database);
  await database.close();
  try {
    renameSync(unfinished, template);
  } catch {
    // Another worker was faster.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return template;
}
