// Takes dumps of the embedded database without keeping anybody waiting: the files are copied while no statement runs, which
// is what a killed process would leave, and another process makes the dump of the copy.
import { fork } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readHistory } from "../backup/tables.ts";
import { writeBackup } from "../backup/write-backup.ts";
import type { Database } from "../client.ts";
import { readMigrations } from "../migrate.ts";
import { dataIn } from "../open/data-folder.ts";
import { inSession } from "../session.ts";
import { dumpFile, forgetOldDumps, listDumps } from "./dump-folder.ts";

const DAY_MS = 24 * 3_600_000;
const PROCESS = fileURLToPath(new URL("./dump-process.ts", import.meta.url));

/** The day's dump, where the newest is a day old; its file, or null. Throws what went wrong in the other process. */
export async function takeDailyDump(database: Pick<Database, "pglite" | "folder">, now: Date): Promise<string | null> {
  const { pglite, folder } = database;
  if (pglite === null || folder === null) return null;
  const newest = listDumps(folder).find((dump) => dump.kind === "daily");
  if (newest !== undefined && now.getTime() - newest.takenAt.getTime() < DAY_MS) return null;
  const file = dumpFile(folder, "daily", now);
  const copy = `${dataIn(folder)}.copy`;
  try {
    await rm(copy, { recursive: true, force: true });
    await pglite.runExclusive(() => cp(dataIn(folder), copy, { recursive: true }));
    await dumpElsewhere(copy, file, now);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
  forgetOldDumps(folder);
  return file;
}

/** Before migrations that are still to be applied: the state as the earlier version left it. Its file, or null. */
export async function dumpBeforeUpdate(
  database: Pick<Database, "pglite" | "folder" | "prisma">,
  now: Date,
): Promise<string | null> {
  const { folder } = database;
  if (folder === null) return null;
  const applied = await inSession(database, { maxWait: 60_000, timeout: 60_000 }, readHistory);
  if (applied.length === 0 || readMigrations().every(({ name }) => applied.includes(name))) return null;
  const file = dumpFile(folder, "update", now);
  await writeBackup(database, file, now);
  forgetOldDumps(folder);
  return file;
}

async function dumpElsewhere(data: string, file: string, now: Date): Promise<void> {
  const child = fork(PROCESS, [data, file, now.toISOString()], { env: {}, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The dump was not made: ${errors.slice(-500)}`);
}
