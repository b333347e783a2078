// Latency of `/lianxi 我的` on both apps, in batches that take turns, so that a slow minute of the machine meets both.
import { setTimeout as sleep } from "node:timers/promises";
import type { AppName, RunningApp } from "./apps.ts";
import type { BenchSlack, Timing } from "./slack.ts";
import { type Percentiles, percentilesOf } from "./statistics.ts";

const BATCH = 10;

/** What an app says when it has done its work; anything else ends the measurement. */
const ANSWER: Readonly<Record<AppName, RegExp>> = { lianxi: /\d+ 项/, bare: /^我的$/ };

export interface Load {
  /** How many commands are under way at a time. */
  readonly atATime: number;
  /** Milliseconds between an answer and the next command. */
  readonly pause: number;
  /** Commands to each app that are not counted, then those that are. */
  readonly warmUp: number;
  readonly requests: number;
}

export interface Latency {
  readonly ack: Percentiles;
  readonly answer: Percentiles;
}

/** `people` ask in turn. */
export async function measureLatency(
  slack: BenchSlack,
  apps: readonly [RunningApp, RunningApp],
  people: readonly string[],
  load: Load,
): Promise<Readonly<Record<AppName, Latency>>> {
  const inTurns = async (requests: number): Promise<Record<AppName, Timing[]>> => {
    const timings: Record<AppName, Timing[]> = { lianxi: [], bare: [] };
    let [first, second] = apps;
    for (let left = requests; left > 0; left -= BATCH) {
      for (const app of [first, second]) timings[app.name].push(...(await batch(app, Math.min(BATCH, left))));
      [first, second] = [second, first];
    }
    return timings;
  };

  const batch = async (app: RunningApp, size: number): Promise<Timing[]> => {
    const timings: Timing[] = [];
    let sent = 0;
    const oneAfterAnother = async () => {
      while (sent < size) {
        const answered = await slack.command(app.port, "我的", people[sent++ % people.length] ?? "");
        if (!ANSWER[app.name].test(answered.text)) throw new Error(`${app.name} answered: ${answered.text}`);
        timings.push(answered);
        if (load.pause > 0) await sleep(load.pause);
      }
    };
    await Promise.all(Array.from({ length: load.atATime }, oneAfterAnother));
    return timings;
  };

  await inTurns(load.warmUp);
  const timings = await inTurns(load.requests);
  const latencyOf = (name: AppName): Latency => ({
    ack: percentilesOf(timings[name].map(({ ack }) => ack)),
    answer: percentilesOf(timings[name].map(({ answer }) => answer)),
  });
  return { lianxi: latencyOf("lianxi"), bare: latencyOf("bare") };
}
