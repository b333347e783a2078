// The folder of dumps beside an embedded database: one a day and one before every change of the schema, the newest of each kept.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** daily: one a calendar day · update: before a newer version's migrations. */
export type DumpKind = "daily" | "update";

export interface Dump {
  readonly file: string;
  readonly kind: DumpKind;
  readonly takenAt: Date;
}

/** Of each kind. */
const KEPT = 14;

const FOLDER = "dumps";

/** The newest first. */
export function listDumps(folder: string): readonly Dump[] {
  return namesIn(path.join(folder, FOLDER))
    .flatMap((name) => decodeName(name, path.join(folder, FOLDER)) ?? [])
    .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
}

/** Where the dump taken now goes; the folder is made. */
export function dumpFile(folder: string, kind: DumpKind, now: Date): string {
  mkdirSync(path.join(folder, FOLDER), { recursive: true });
  const time = now.toISOString().replaceAll(/[-:]/g, "").replace(/\.\d+/, "");
  return path.join(folder, FOLDER, `lianxi-${time}-${kind}.jsonl.gz`);
}

/** Removes what is older than the newest of its kind that are kept. */
export function forgetOldDumps(folder: string): void {
  for (const ofKind of Map.groupBy(listDumps(folder), (dump) => dump.kind).values()) {
    for (const { file } of ofKind.slice(KEPT)) rmSync(file, { force: true });
  }
}

function decodeName(name: string, folder: string): Dump | null {
  const found = /^lianxi-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|update)\.jsonl\.gz$/.exec(name);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, kind] = found;
  const takenAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return { file: path.join(folder, name), kind: kind === "daily" ? "daily" : "update", takenAt };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
