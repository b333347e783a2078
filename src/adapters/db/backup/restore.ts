// Restores a backup into a data folder or a server: what was there is untouched until the new is complete.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { Refusal } from "../../../errors.ts";
import { type Database, openDatabase, wrap } from "../client.ts";
import { createData, dataIn, openData } from "../open/data-folder.ts";
import { takeDataLock } from "../open/data-lock.ts";
import { inSession } from "../session.ts";
import { holdsAnything, loadBackup, type RestoreSummary } from "./load-backup.ts";

export interface RestoreOptions {
  /** Without it a database that holds anything is refused. */
  readonly replace: boolean;
  readonly now: Date;
}

export interface Restored extends RestoreSummary {
  /** Where the replaced database lies now; null where there was none, and on a server. */
  readonly kept: string | null;
}

const LIMITS = { maxWait: 60_000, timeout: 3_600_000 };

/**
 * Builds a new database beside the one in `folder` and puts it in its place; the old one is kept under another name. It is
 * not opened where `replace` is set: it may be damaged or of another version. Refusals as `loadBackup`, `data-folder-in-use`.
 */
export async function restoreFolder(folder: string, file: string, options: RestoreOptions): Promise<Restored> {
  mkdirSync(folder, { recursive: true });
  const lock = await takeDataLock(folder);
  try {
    const data = dataIn(folder);
    const replaces = existsSync(data);
    if (replaces && !options.replace) await refuseUnlessEmpty(data, folder);
    const restored = `${data}.restored`;
    rmSync(restored, { recursive: true, force: true });
    const summary = await loadInto(restored, folder, file, options);
    const kept = `${data}.before-${options.now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
    if (replaces) renameSync(data, kept);
    renameSync(restored, data);
    return { ...summary, kept: replaces ? kept : null };
  } finally {
    lock.release();
  }
}

/** In one transaction. Refusals as `loadBackup`, and `database-in-use` while a bot is connected. */
export async function restoreServer(databaseUrl: string, file: string, options: RestoreOptions): Promise<Restored> {
  const database = await openDatabase({ databaseUrl, patient: true });
  try {
    const [running] = await database.query<{ processes: number }>(
      `SELECT count(*)::int AS processes FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('lianxi', 'lianxi-queue')`,
    );
    const processes = running?.processes ?? 0;
    if (processes > 0) throw new Refusal("database-in-use", { processes });
    const summary = await inSession(database, LIMITS, (session) => loadBackup(session, file, options));
    return { ...summary, kept: null };
  } finally {
    await database.close();
  }
}

async function loadInto(data: string, folder: string, file: string, options: RestoreOptions): Promise<RestoreSummary> {
  try {
    await createData(data);
    const database = wrap(await openData(data, folder));
    try {
      return await inSession(database, LIMITS, (session) => loadBackup(session, file, options));
    } finally {
      await database.close();
    }
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

async function refuseUnlessEmpty(data: string, folder: string): Promise<void> {
  const database: Database = wrap(await openData(data, folder));
  try {
    if (await inSession(database, LIMITS, holdsAnything)) throw new Refusal("register-not-empty");
  } finally {
    await database.close();
  }
}
