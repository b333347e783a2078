// Brings a database to the schema: applies prisma/migrations in order and records them as Prisma's own `migrate deploy` does.
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../errors.ts";
import type { Database } from "./client.ts";
import { inSession, type Session } from "./session.ts";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hex: what Prisma compares. */
  readonly checksum: string;
}

const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

/** The lock that `prisma migrate` takes on PostgreSQL: whoever comes second waits and then finds the work done. */
const MIGRATION_LOCK = 72_707_369;
const TRANSACTION = { maxWait: 60_000, timeout: 600_000 };

// As Prisma's schema engine creates it.
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies what is missing, each migration in a transaction of its own together with its record, and returns the names
 * applied. Throws `Refusal("migration-changed", { migration })` where an applied file has changed since, and
 * `Refusal("migration-unfinished", { migration })` where another tool left one half done.
 */
export async function migrate(
  database: Pick<Database, "prisma" | "pglite">,
  folder: string = MIGRATIONS_FOLDER,
): Promise<readonly string[]> {
  await inLockedTransaction(database, createHistory);
  const applied: string[] = [];
  for (const migration of readMigrations(folder)) {
    if (await inLockedTransaction(database, (session) => applyOnce(session, migration))) applied.push(migration.name);
  }
  return applied;
}

/** The table that says which migrations were applied. */
export async function createHistory(session: Session): Promise<void> {
  await session.script(HISTORY_TABLE);
}

/** False where it was applied before. */
export async function applyOnce(session: Session, migration: Migration): Promise<boolean> {
  const [known] = await session.rows<{ checksum: string; finished: boolean }>(
    `SELECT checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations"
     WHERE migration_name = $1 AND rolled_back_at IS NULL`,
    migration.name,
  );
  if (known?.finished === false) throw new Refusal("migration-unfinished", { migration: migration.name });
  if (known !== undefined) {
    if (known.checksum !== migration.checksum) throw new Refusal("migration-changed", { migration: migration.name });
    return false;
  }
  await session.script(migration.sql);
  await session.rows(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1) RETURNING id`,
    randomUUID(),
    migration.checksum,
    migration.name,
  );
  return true;
}

/** In the order in which they are applied. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

function inLockedTransaction<T>(
  database: Pick<Database, "prisma" | "pglite">,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return inSession(database, TRANSACTION, async (session) => {
    await lockMigrations(session);
    return work(session);
  });
}

/** Until the end of the transaction nobody else migrates or restores. */
export async function lockMigrations(session: Session): Promise<void> {
  await session.script(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
}
