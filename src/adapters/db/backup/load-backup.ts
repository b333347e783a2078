// Puts a backup into a database, in one transaction: tables as they were when it was made, its rows, then the newer migrations.
import { Refusal } from "../../../errors.ts";
import { applyOnce, lockMigrations, type Migration, readMigrations } from "../migrate.ts";
import type { Session } from "../session.ts";
import { claimWaitingDigests, moveSequences, recordRestore } from "./after-restore.ts";
import type { BackupHeader } from "./format.ts";
import { type Intake, intakeOf } from "./insert-rows.ts";
import { readBackup } from "./read-backup.ts";
import { putForeignKeysBack, rebuildSchema, takeForeignKeysOff } from "./rebuild-schema.ts";
import { quoted, readHistory, readTables } from "./tables.ts";

export interface RestoreSummary {
  readonly rows: number;
  readonly takenAt: Date;
}

/** Tables that fill by themselves as soon as a bot runs. */
const FILLED_BY_RUNNING: ReadonlySet<string> = new Set(["Tick", "InboxDelivery"]);

/**
 * Replaces what Lianxi has in the database. Throws `register-not-empty` where there is something and `replace` is false,
 * `backup-newer`, `backup-foreign` and `backup-damaged`. Everything is undone by what it throws.
 */
export async function loadBackup(
  session: Session,
  file: string,
  options: { readonly replace: boolean; readonly now: Date },
): Promise<RestoreSummary> {
  await lockMigrations(session);
  const migrations = readMigrations();
  if (!options.replace && (await holdsAnything(session))) throw new Refusal("register-not-empty");
  const unknown = (await readHistory(session)).find((name) => !migrations.some((known) => known.name === name));
  if (unknown !== undefined) throw new Refusal("database-newer", { migration: unknown });

  const header = await checkBackup(file, migrations);
  await rebuildSchema(session, migrations, header.schema);
  const foreignKeys = await takeForeignKeysOff(session);
  const rows = await insertAll(session, file);
  await putForeignKeysBack(session, foreignKeys, file);
  for (const migration of migrations) await applyOnce(session, migration);

  await moveSequences(session);
  // Its jobs are those of other rows. The queue makes its tables anew, and the sweep over the digests fills them.
  await session.script(`DROP SCHEMA IF EXISTS "pgboss" CASCADE`);
  const takenAt = new Date(header.takenAt);
  await claimWaitingDigests(session, takenAt);
  await recordRestore(session, { takenAt: header.takenAt, schema: header.schema, rows }, options.now);
  return { rows, takenAt };
}

/** Reads the file to its end before anything is touched, and returns what it says of itself. */
async function checkBackup(file: string, migrations: readonly Migration[]): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind !== "header") continue;
    header = part.header;
    if (!migrations.some(({ name }) => name === part.header.schema)) throw new Refusal("backup-newer", { file });
  }
  if (header === null) throw new Refusal("backup-damaged", { file });
  return header;
}

async function insertAll(session: Session, file: string): Promise<number> {
  const tables = await readTables(session);
  let rows = 0;
  let intake: Intake | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind === "table") {
      await intake?.flush();
      intake = intakeOf(session, file, tables, part.table);
    } else if (part.kind === "row") {
      await intake?.add(part.text);
      rows += 1;
    }
  }
  await intake?.flush();
  return rows;
}

/** True where somebody worked with the database. */
export async function holdsAnything(session: Session): Promise<boolean> {
  for (const { name } of await readTables(session)) {
    if (FILLED_BY_RUNNING.has(name)) continue;
    const rows = await session.rows(`SELECT 1 AS one FROM ${quoted(name)} LIMIT 1`);
    if (rows.length > 0) return true;
  }
  return false;
}
