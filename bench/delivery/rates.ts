// Digests delivered a second, and jobs that pg-boss alone works off a second, in turns on one server.
import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { deliverDigest } from "../../src/app/reminders/deliver-digest.ts";
import { sharingLoads } from "../../src/app/reminders/sharing-loads.ts";
import { weekdays } from "../../test/support/facts.ts";
import { createPostgresDatabase } from "../../test/support/postgres.ts";
import { percentile } from "../statistics.ts";
import { type BenchOffice, openOffice, planDigests } from "./office.ts";

const TODAY = "2026-11-23";

/** As many as our own queue fetches at once. */
const RAW_BATCH = 100;

export interface Rates {
  /** A second, medians of the rounds. */
  readonly delivered: number;
  readonly raw: number;
}

export async function deliveryRates(root: string, load: { digests: number; rounds: number }): Promise<Rates> {
  const office = await openOffice(root);
  const boss = new PgBoss({ connectionString: await createPostgresDatabase(root), max: 4, schedule: false });
  await boss.start();
  await boss.createQueue("raw");
  try {
    const clock = { now: () => new Date(), today: () => TODAY, timeZone: "UTC" };
    let posted = 0;
    const ports = sharingLoads({
      ...office.stores,
      clock,
      calendar: weekdays,
      secretaries: ["U0"],
      messenger: {
        takeTurn: async () => ({ kind: "turn" as const, end: () => undefined }),
        async postDigest(_user: string, _view: unknown, _key: string, begin: () => Promise<boolean>) {
          if (!(await begin())) return { kind: "unknown" as const, error: "late" };
          posted += 1;
          return { kind: "posted" as const, channel: "D1", ts: String(posted) };
        },
        updateDigest: () => Promise.reject(new Error("nothing is redrawn")),
        findByKey: () => Promise.reject(new Error("nothing is looked for")),
      },
    });
    const recorded = new Counter();
    await office.queue.work(async (id, stopping) => {
      const report = await deliverDigest(ports, id, stopping);
      if (report?.outcome === "posted") recorded.add();
    });
    const rates = { delivered: [] as number[], raw: [] as number[] };
    // The first round warms up both.
    for (let round = 0; round <= load.rounds; round += 1) {
      const delivered = await deliver(office, recorded, load.digests, `round${round}`);
      const raw = await workOff(boss, load.digests);
      console.error(`  delivered ${delivered.toFixed(0)}/s, raw ${raw.toFixed(0)}/s`);
      if (round === 0) continue;
      rates.delivered.push(delivered);
      rates.raw.push(raw);
    }
    if (posted !== load.digests * (load.rounds + 1)) throw new Error(`${posted} were posted`);
    return { delivered: percentile(rates.delivered, 50), raw: percentile(rates.raw, 50) };
  } finally {
    await boss.stop({ graceful: false });
    await office.close();
  }
}

/** From the commit of the plan until every digest is recorded as sent and its job completed. */
async function deliver(office: BenchOffice, recorded: Counter, count: number, round: string): Promise<number> {
  const all = recorded.more(count);
  await planDigests(office, count, TODAY, round);
  const begun = performance.now();
  await all;
  while ((await openJobs(office)) > 0) await sleep(5);
  const seconds = (performance.now() - begun) / 1000;
  const sent = await office.database.prisma.digest.count({ where: { tickId: round, state: "sent" } });
  if (sent !== count) throw new Error(`${sent} of ${count} are recorded as sent`);
  return count / seconds;
}

/** `depth()` is as old as pg-boss's last look. */
async function openJobs({ database }: BenchOffice): Promise<number> {
  const [row] = await database.query<{ jobs: number }>(
    "SELECT count(*)::int AS jobs FROM pgboss.job WHERE state < 'completed'",
  );
  return row?.jobs ?? 0;
}

/** The same number of jobs through a worker that does nothing with them. */
async function workOff(boss: PgBoss, count: number): Promise<number> {
  await boss.insert(
    "raw",
    Array.from({ length: count }, (_, digestId) => ({ data: { digestId } })),
  );
  const begun = performance.now();
  for (let left = count; left > 0; ) {
    const jobs = await boss.fetch("raw", { batchSize: RAW_BATCH });
    await boss.complete("raw", jobs);
    left -= jobs.length;
  }
  return (count / (performance.now() - begun)) * 1000;
}

/** Counts without asking the database, which has enough to do. */
class Counter {
  #count = 0;
  #awaited = Number.POSITIVE_INFINITY;
  #reached = () => {};

  add(): void {
    this.#count += 1;
    if (this.#count >= this.#awaited) this.#reached();
  }

  /** Resolves when so many more have been added. */
  more(count: number): Promise<void> {
    this.#awaited = this.#count + count;
    return new Promise((resolve) => {
      this.#reached = resolve;
    });
  }
}
