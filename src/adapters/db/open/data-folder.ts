// The folder of the embedded database: made once and whole, of one version, and with words for what can be wrong with it.
import { existsSync, readFileSync, renameSync, rmSync, statfsSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Refusal } from "../../../errors.ts";

/** The PostgreSQL version inside PGlite. A folder of another one cannot be opened, only dumped with the old program and restored. */
const PGLITE_VERSION = "18";

/** PostgreSQL writes its journal in pieces of 16 MB; without room for two of them it gives up in the middle. */
const ROOM = 32 * 1024 * 1024;

/** The database inside a data folder. */
export function dataIn(folder: string): string {
  return path.join(folder, "database");
}

/**
 * The path of the database, which is created where there is none. Only with the folder's lock. Throws
 * `data-folder-version`, `data-folder-damaged` or `disk-full`.
 */
export async function prepareData(folder: string): Promise<string> {
  const data = dataIn(folder);
  if (!hasRoom(folder)) throw new Refusal("disk-full", { folder });
  if (!existsSync(data)) await createData(data);
  const found = versionOf(data);
  if (found === null) throw new Refusal("data-folder-damaged", { folder, why: "PG_VERSION" });
  if (found !== PGLITE_VERSION) throw new Refusal("data-folder-version", { folder, found, expected: PGLITE_VERSION });
  return data;
}

/** Opens the database at `data`. What PGlite cannot make sense of is `data-folder-damaged`, told of `folder`. */
export async function openData(data: string, folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(data);
  } catch (error) {
    throw troubleIn(folder, error instanceof Error ? error.message : String(error));
  }
}

/** What a database that gave up means: no room on the disk, else damaged files. */
export function troubleIn(folder: string, why: string): Refusal {
  return folder !== "" && !hasRoom(folder)
    ? new Refusal("disk-full", { folder })
    : new Refusal("data-folder-damaged", { folder, why });
}

/** A new database takes seconds and may be killed meanwhile: the folder gets its name only when it is complete. */
export async function createData(data: string): Promise<void> {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await PGlite.create(unfinished)).close();
  renameSync(unfinished, data);
}

function versionOf(data: string): string | null {
  try {
    return readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  } catch {
    return null;
  }
}

/** `more`: bytes that will be needed besides. */
export function hasRoom(folder: string, more = 0): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM + more;
}
