// `npm run bench:redelivery`: from kill -9 of a process that had a digest in hand to the digest's arrival through another process, on
// PostgreSQL. taken: off the queue, not claimed. claimed: claimed, its post not begun. A post that was begun may stand in Slack and
// waits for the settle time of 60 s; that is not measured here. Further argument: how many kills at each point (default 12).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../src/adapters/db/client.ts";
import { migrate } from "../src/adapters/db/migrate.ts";
import { createDigestQueue } from "../src/adapters/jobs/queue.ts";
import { createMessenger } from "../src/adapters/slack/messenger.ts";
import { deliverDigest } from "../src/app/reminders/deliver-digest.ts";
import { planDay } from "../src/app/reminders/plan-day.ts";
import { returnClaims } from "../src/app/reminders/reconcile.ts";
import { storesOn } from "../src/composition/stores.ts";
import { weekdays } from "../test/support/facts.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../test/support/fake-slack.ts";
import { testClock } from "../test/support/office.ts";
import { createPostgresDatabase, stopPostgres } from "../test/support/postgres.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../test/support/small-register.ts";
import { percentile } from "./statistics.ts";

const KILLS = Number(process.argv[2] ?? 12);
const AT_ONCE = 2;
const GOAL_SECONDS = 15;
/** As in main.ts. Milliseconds. */
const SWEEP = 3_000;
const DATE = "2026-11-23";

/** Milliseconds from the kill until both digests of the sample register have arrived. */
async function oneKill(runFolder: string, point: "taken" | "claimed"): Promise<number> {
  const slack = await FakeSlack.start();
  slack.state.users = SMALL_REGISTER_USERS;
  const databaseUrl = await createPostgresDatabase(runFolder);
  const database = await openDatabase({ databaseUrl });
  await migrate(database);
  await seedSmallRegister(database);
  const queue = createDigestQueue(database, (error) => console.error(error.message));
  await queue.start();
  const { inbox: _, ...stores } = storesOn(database, queue.enqueue);
  const messenger = createMessenger({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl, pace: 0 });
  const ports = { ...stores, clock: testClock(DATE), calendar: weekdays, secretaries: [], messenger };
  await planDay(ports, { date: DATE, dryRun: false });

  const script = path.join(import.meta.dirname, "stuck-process.ts");
  const child = spawn(process.execPath, [script, databaseUrl, slack.apiUrl, point], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let inHand = 0;
  child.stdout.on("data", (chunk) => {
    inHand += String(chunk).trim().split("\n").length;
  });
  while (inHand < 2) await sleep(20);
  await sleep(Math.random() * 6_000); // anywhere between two heartbeats
  child.kill("SIGKILL");
  await once(child, "exit");
  const killed = performance.now();
  const sweep = setInterval(() => void returnClaims(ports), SWEEP);
  await queue.work((id, stopping) => deliverDigest(ports, id, stopping));
  while (slack.state.messages.length < 2) await sleep(20);
  const took = performance.now() - killed;
  clearInterval(sweep);
  await queue.stop();
  await database.close();
  await slack.stop();
  return took;
}

const runFolder = mkdtempSync(path.join(tmpdir(), "lianxi-bench-"));
try {
  const all: number[] = [];
  for (const point of ["taken", "claimed"] as const) {
    const times: number[] = [];
    while (times.length < KILLS) {
      const lanes = Array.from({ length: Math.min(AT_ONCE, KILLS - times.length) }, () => oneKill(runFolder, point));
      times.push(...(await Promise.all(lanes)));
    }
    all.push(...times);
    print(point, times);
  }
  print("all", all);
} finally {
  stopPostgres(runFolder);
  rmSync(runFolder, { recursive: true, force: true });
}

function print(what: string, times: readonly number[]): void {
  const seconds = (percent: number) => percentile(times, percent) / 1000;
  const verdict = seconds(95) <= GOAL_SECONDS ? "as it should be" : `more than ${GOAL_SECONDS} s`;
  console.log(
    `${what}: ${times.length} kills, redelivered after p50 ${seconds(50).toFixed(1)} s, p95 ${seconds(95).toFixed(1)} s, ` +
      `worst ${seconds(100).toFixed(1)} s (p95 ${verdict})`,
  );
}
