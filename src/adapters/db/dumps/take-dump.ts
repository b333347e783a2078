// Takes dumps of the embedded database without keeping anybody waiting: the files are copied while no statement runs, which
// is what a killed process would leave, and another process makes the dump of the copy.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../../errors.ts";
import { readHistory } from "../backup/tables.ts";
import { writeBackup } from "../backup/write-backup.ts";
import type { Database } from "../client.ts";
import { readMigrations } from "../migrate.ts";
import { dataIn, hasRoom } from "../open/data-folder.ts";
import { inSession } from "../session.ts";
import { dumpFile, forgetOldDumps, listDumps } from "./dump-folder.ts";

const DAY_MS = 24 * 3_600_000;
/** As `nice` counts: whoever waits for an answer goes first. */
const LOW = 15;
const PROCESS = fileURLToPath(new URL("./dump-process.ts", import.meta.url));

/** The day's dump, where the newest is a day old; its file, or null. Throws what went wrong in the other process. */
export async function takeDailyDump(
  database: Pick<Database, "pglite" | "folder">,
  now: Date,
  priority: number = LOW,
): Promise<string | null> {
  const { pglite, folder } = database;
  if (pglite === null || folder === null) return null;
  const newest = listDumps(folder).find((dump) => dump.kind === "daily");
  if (newest !== undefined && now.getTime() - newest.takenAt.getTime() < DAY_MS) return null;
  // The copy and the dump must not take the room that the database itself needs.
  if (!hasRoom(folder, 2 * sizeOf(dataIn(folder)))) throw new Refusal("disk-full", { folder });
  const file = dumpFile(folder, "daily", now);
  const copy = `${dataIn(folder)}.copy`;
  try {
    await rm(copy, { recursive: true, force: true });
    await pglite.runExclusive(() => cp(dataIn(folder), copy, { recursive: true }));
    await dumpElsewhere(copy, file, now, priority);
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

/** Bytes in the files below. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => {
    return sum + (statSync(path.join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

async function dumpElsewhere(data: string, file: string, now: Date, priority: number): Promise<void> {
  const child = fork(PROCESS, [data, file, now.toISOString(), String(priority)], {
    env: {},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The dump was not made: ${errors.slice(-500)}`);
}
