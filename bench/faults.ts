// `npm run faults`: reminders through crashes, outages and a Slack that fails, beside a control that works like Netflix
// Dispatch's rule. Options: --reminders N (in all), --seeds N, --kills N (in all), --deliveries N (to the bot), --seed N (this one alone), --too-late
// (messages land after the settle time: the one exception), --json. Ends with 1 where anything is lost or doubled.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { InboundResult } from "../test/support/faults/inbound.ts";
import { CRASH_POINTS, INBOUND_POINTS } from "../test/support/faults/kills.ts";
import type { SeedResult } from "../test/support/faults/run-seed.ts";
import { createPostgresDatabase, findPostgres, stopPostgres } from "../test/support/postgres.ts";
import { type FaultsReport, faultsText } from "./faults-report.ts";
import type { FaultsWork } from "./faults-worker.ts";

const { values } = parseArgs({
  options: {
    reminders: { type: "string", default: "10000" },
    seeds: { type: "string", default: "20" },
    seed: { type: "string" },
    kills: { type: "string", default: "1000" },
    deliveries: { type: "string", default: "5000" },
    "too-late": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

/** Two cores: one for each half of the seeds. */
const WORKERS = 2;
/** A seed with fewer has too few digests to die in so many ways. */
const FEWEST_REMINDERS = 1_500;
/** Asks of one unit on one day of a step: five tasks it leads and five it supports, not on the same day. */
const ASKS_OF_A_UNIT = 5;
/** Kills among the deliveries, in all, where there are 5,000 of them. */
const INBOUND_KILLS = 300 / 5_000;
/** A part of the kills that are planned for meets no passing. */
const MARGIN = 1.4;

type WorkerMessage = { readonly out: SeedResult } | { readonly in: InboundResult };

function runWorker(work: FaultsWork, onResult: (message: WorkerMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, "faults-worker.ts"), { workerData: work });
    worker.on("message", onResult);
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}

async function run(root: string): Promise<FaultsReport> {
  // Seeds of this run, unless one is named: given again, they make the same run.
  const first = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  const count = values.seed === undefined ? Number(values.seeds) : 1;
  const seeds = Array.from({ length: count }, (_, n) => first + n);
  const reminders = Math.max(FEWEST_REMINDERS, Math.ceil(Number(values.reminders) / Number(values.seeds)));
  const killsPerPoint = Math.ceil((MARGIN * Number(values.kills)) / Number(values.seeds) / CRASH_POINTS.length);
  const units = Math.max(10, Math.ceil(reminders / ASKS_OF_A_UNIT / 8));
  const onPostgres = findPostgres() !== null;
  const results: SeedResult[] = [];
  const inbound: InboundResult[] = [];
  const workers = Math.min(WORKERS, seeds.length);
  const deliveries = Math.ceil(Number(values.deliveries) / workers);
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const work: FaultsWork = {
        databaseUrl: onPostgres ? await createPostgresDatabase(root) : null,
        seeds: seeds.filter((_seed, n) => n % WORKERS === worker),
        units,
        reminders,
        killsPerPoint,
        tooLate: values["too-late"],
        inbound: {
          deliveries,
          killsPerPoint: Math.ceil((MARGIN * INBOUND_KILLS * deliveries) / INBOUND_POINTS.length),
        },
      };
      await runWorker(work, (message) => {
        if ("in" in message) {
          inbound.push(message.in);
          console.error(`inbound: ${message.in.lost} lost, ${message.in.doubled} doubled`);
          return;
        }
        results.push(message.out);
        const { seed, lost, doubled, took } = message.out;
        console.error(`seed ${seed}: ${lost} lost, ${doubled} doubled, ${(took / 1000).toFixed(0)} s`);
      });
    }),
  );
  return {
    database: onPostgres ? "PostgreSQL" : "PGlite",
    results: results.sort((a, b) => a.seed - b.seed),
    inbound,
    seconds: (performance.now() - begin) / 1000,
  };
}

const root = await mkdtemp(path.join(tmpdir(), "lianxi-faults-"));
try {
  const report = await run(root);
  console.log(values.json ? JSON.stringify(report, null, 2) : faultsText(report));
  if ([...report.results, ...report.inbound].some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
} finally {
  stopPostgres(root);
  await rm(root, { recursive: true, force: true });
}
