// The two apps as processes of their own: Lianxi as `npm start` runs it, and the bare peer.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET } from "../test/support/fake-slack.ts";
import { freePort } from "../test/support/free-port.ts";

export type AppName = "lianxi" | "bare";

export const APPS: readonly AppName[] = ["lianxi", "bare"];

const ROOT = path.resolve(import.meta.dirname, "..");
const SCRIPTS: Readonly<Record<AppName, string>> = { lianxi: "src/main.ts", bare: "bench/bare-app.ts" };

export const SECRETARY = "U0SECRETARY";

export interface RunningApp {
  readonly name: AppName;
  readonly port: number;
  /** When it was spawned, on the clock of `performance.now()`. */
  readonly startedAt: number;
  /** Resident memory now and at its highest, in megabytes; null where the system does not tell. */
  memory(): { now: number; peak: number } | null;
  /** Throws what the app wrote to standard error if it has ended by itself. */
  assertAlive(): void;
  stop(): Promise<void>;
}

/** Both apps get the same things; what else stands in this process's environment does not reach them. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: FAKE_BOT_TOKEN,
    SLACK_SIGNING_SECRET: FAKE_SIGNING_SECRET,
    LIANXI_DATA: folder,
    LIANXI_SECRETARIES: SECRETARY,
    BARE_DATA: path.join(folder, "bare"),
  };
}

/** Spawns the app on `folder` and returns at once; it is not ready yet. */
export async function spawnApp(
  name: AppName,
  folder: string,
  apiUrl: string,
  more: NodeJS.ProcessEnv = {},
): Promise<RunningApp> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [SCRIPTS[name]], {
    cwd: ROOT,
    env: { ...environmentOf(folder), SLACK_API_URL: apiUrl, PORT: String(port), ...more },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  return {
    name,
    port,
    startedAt,
    memory: () => memoryOf(child),
    assertAlive: () => {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${errors}`);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, "close");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** The operator's terminal, on the same folder while the bot does not run. */
export async function runTerminal(folder: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ["src/cli.ts", ...args], { cwd: ROOT, env: environmentOf(folder) });
}

function memoryOf(child: ChildProcess): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
    return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
  } catch {
    return null; // no /proc: not Linux
  }
}
