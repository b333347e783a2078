// Cold start: from the start of the process to the first answer of `/lianxi 我的`.
import { setTimeout as sleep } from "node:timers/promises";
import { APPS, type AppName, type RunningApp, spawnApp } from "./apps.ts";
import type { BenchSlack } from "./slack.ts";
import { percentile } from "./statistics.ts";

/** How often a port that is still closed is tried. Milliseconds. */
const KNOCK = 10;

/** Milliseconds from the spawn of `app` to its first answer. */
export async function firstAnswer(app: RunningApp, slack: BenchSlack, user: string): Promise<number> {
  for (;;) {
    app.assertAlive();
    try {
      await slack.command(app.port, "我的", user);
      return performance.now() - app.startedAt;
    } catch (error) {
      if (!isClosedPort(error)) throw error;
      await sleep(KNOCK);
    }
  }
}

/** The median of `starts` starts of each app, which take turns, in the folder that `folderOf` gives for each. */
export async function medianStart(
  starts: number,
  slack: BenchSlack,
  user: string,
  folderOf: (start: number) => string,
): Promise<Readonly<Record<AppName, number>>> {
  const times: Record<AppName, number[]> = { lianxi: [], bare: [] };
  for (let start = 0; start < starts; start++) {
    for (const name of APPS) {
      const app = await spawnApp(name, folderOf(start), slack.apiUrl);
      try {
        times[name].push(await firstAnswer(app, slack, user));
      } finally {
        await app.stop();
      }
    }
  }
  return { lianxi: percentile(times.lianxi, 50), bare: percentile(times.bare, 50) };
}

function isClosedPort(error: unknown): boolean {
  const all = error instanceof AggregateError ? error.errors : [error];
  return all.some((one) => one instanceof Error && "code" in one && one.code === "ECONNREFUSED");
}
