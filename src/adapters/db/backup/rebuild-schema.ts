// The tables of Lianxi as they were at some migration, empty, to be filled by a backup.
import { Refusal } from "../../../errors.ts";
import { applyOnce, createHistory, type Migration } from "../migrate.ts";
import type { Session } from "../session.ts";
import { quoted } from "./tables.ts";

/** Drops what Lianxi has in the database and creates it anew, up to the migration `last`. */
export async function rebuildSchema(session: Session, migrations: readonly Migration[], last: string): Promise<void> {
  await dropTables(session, migrations);
  await createHistory(session);
  for (const migration of migrations) {
    await applyOnce(session, migration);
    if (migration.name === last) return;
  }
}

/** Only what a migration of Lianxi created: others may have tables in the same database. */
async function dropTables(session: Session, migrations: readonly Migration[]): Promise<void> {
  const created = (kind: string) => migrations.flatMap(({ sql }) => namesAfter(`CREATE ${kind}`, sql));
  for (const name of created("TABLE")) await session.script(`DROP TABLE IF EXISTS ${quoted(name)} CASCADE`);
  for (const name of created("TYPE")) await session.script(`DROP TYPE IF EXISTS ${quoted(name)} CASCADE`);
  const functions = await session.rows<{ signature: string }>(
    `SELECT oid::regprocedure::text AS signature FROM pg_proc
     WHERE pronamespace = current_schema()::regnamespace AND proname = ANY(string_to_array($1, ','))`,
    [...created("FUNCTION"), ...created("OR REPLACE FUNCTION")].join(","),
  );
  for (const { signature } of functions) await session.script(`DROP FUNCTION ${signature} CASCADE`);
  await session.script(`DROP TABLE IF EXISTS "_prisma_migrations"`);
}

function namesAfter(words: string, sql: string): string[] {
  return [...sql.matchAll(new RegExp(`^${words} "(\\w+)"`, "gm"))].flatMap(([, name]) => name ?? []);
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Rows come table by table, and some point at rows of their own table: the keys are checked when all are in. */
export async function takeForeignKeysOff(session: Session): Promise<readonly ForeignKey[]> {
  const keys = await session.rows<ForeignKey>(
    `SELECT c.relname AS "table", k.conname AS "name", pg_get_constraintdef(k.oid) AS "definition"
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of keys)
    await session.script(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  return keys;
}

/** Throws `backup-damaged` where a row points at one that is not there. */
export async function putForeignKeysBack(session: Session, keys: readonly ForeignKey[], file: string): Promise<void> {
  try {
    for (const { table, name, definition } of keys)
      await session.script(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  } catch (error) {
    throw new Refusal("backup-damaged", { file, why: String(error) });
  }
}
