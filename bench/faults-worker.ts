// Runs the seeds of `npm run faults` one after another, on a database of its own, and posts each result.
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../src/adapters/db/client.ts";
import { migrate } from "../src/adapters/db/migrate.ts";
import { runInbound } from "../test/support/faults/inbound.ts";
import { fillOffice } from "../test/support/faults/office-to-remind.ts";
import { runSeed } from "../test/support/faults/run-seed.ts";

export interface FaultsWork {
  /** Null: PGlite in memory. */
  readonly databaseUrl: string | null;
  readonly seeds: readonly number[];
  readonly units: number;
  /** For each seed. */
  readonly reminders: number;
  readonly killsPerPoint: number;
  readonly tooLate: boolean;
  readonly inbound: { readonly deliveries: number; readonly killsPerPoint: number };
}

const { databaseUrl, seeds, units, inbound, ...options }: FaultsWork = workerData;
const database = await openDatabase(databaseUrl === null ? { memory: true } : { databaseUrl });
try {
  await migrate(database);
  await fillOffice(database, units);
  for (const seed of seeds) parentPort?.postMessage({ out: await runSeed({ ...options, seed, units, database }) });
  const [seed = 0] = seeds;
  if (inbound.deliveries > 0) parentPort?.postMessage({ in: await runInbound({ ...inbound, seed, units, database }) });
} finally {
  await database.close();
}
