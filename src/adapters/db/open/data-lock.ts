// One process per data folder: two that open the same embedded database destroy it.
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../../../errors.ts";

export interface DataLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** Clock ticks since boot at which the process started: tells a reused pid apart. Null where the system has no /proc. */
  readonly startedAt: string | null;
  /** Whose pids these are: containers that share a folder each have a pid 1. Null where the system has no /proc. */
  readonly pidNamespace: string | null;
}

const BEAT_MS = 5_000;
/** A holder whose pid cannot be looked up from here counts as dead after this long without a beat. */
const SILENT_MS = 60_000;

/**
 * Takes the lock of `folder`, which is created. Lock files are numbered and the highest number holds: a taker whose
 * predecessor is dead creates the next number, which only one can, so nobody ever removes a lock that lives.
 * Throws `Refusal("data-folder-in-use", { folder, pid })` while the holder is alive.
 */
export async function takeDataLock(folder: string): Promise<DataLock> {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const last = highestNumber(folder);
    if (last > 0) {
      const holder = await readHolder(lockFile(folder, last));
      if (holder !== null && isAlive(holder, lockFile(folder, last))) {
        throw new Refusal("data-folder-in-use", { folder, pid: holder.pid });
      }
    }
    const mine = lockFile(folder, last + 1);
    if (!createExclusively(mine, JSON.stringify(thisProcess()))) continue;
    // Somebody may have gone further while this process slept between reading and creating.
    if (highestNumber(folder) > last + 1) {
      rmSync(mine, { force: true });
      continue;
    }
    for (let number = 1; number <= last; number += 1) rmSync(lockFile(folder, number), { force: true });
    return holdLock(mine);
  }
}

function holdLock(file: string): DataLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A beat that fails is one beat less; the folder's own writes will tell what is wrong.
    utimes(file, now, now, () => undefined);
  }, BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      // Emptied, not removed: a number that was used is never used again while others may be looking at it.
      writeFileSync(file, "released");
    },
  };
}

function lockFile(folder: string, number: number): string {
  return path.join(folder, `lock-${number}`);
}

function highestNumber(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(/^lock-(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

function createExclusively(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Null for a lock that was released, or whose writer died before it had written anything. */
async function readHolder(file: string): Promise<Holder | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = readIfThere(file);
    if (text === null || text === "released") return null;
    try {
      return JSON.parse(text) as Holder;
    } catch {
      // Between creating a file and writing it lies a moment.
      await wait(50);
    }
  }
  return null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function thisProcess(): Holder {
  return { pid: process.pid, startedAt: startOf(process.pid), pidNamespace: pidNamespace() };
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.pidNamespace !== pidNamespace()) {
    const beat = statSync(file, { throwIfNoEntry: false });
    return beat !== undefined && Date.now() - beat.mtimeMs < SILENT_MS;
  }
  if (!isRunning(holder.pid)) return false;
  return holder.startedAt === null || holder.startedAt === startOf(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/PID/stat. The second field is the program's name in brackets and may hold spaces. */
function startOf(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

function pidNamespace(): string | null {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return null;
  }
}
