// How soon a slash command is acknowledged while a tick delivers, against a bare Bolt app asked in turns.
import { setTimeout as sleep } from "node:timers/promises";
import { type RunningApp, SECRETARY, spawnApp } from "../apps.ts";
import { firstAnswer } from "../cold-start.ts";
import { BenchSlack } from "../slack.ts";
import { type Percentiles, percentilesOf } from "../statistics.ts";
import { openOffice, planDigests } from "./office.ts";

/** Commands of one app before it is the other's turn. */
const BATCH = 10;

/** Between an answer and the next command: people, not a flood. Milliseconds. */
const PAUSE = 5;

export interface Acknowledgements {
  /** Milliseconds. */
  readonly lianxi: Percentiles;
  readonly bare: Percentiles;
  /** How many commands each app was asked, while so many digests went out. */
  readonly asked: number;
  readonly delivered: number;
}

/** The bot runs on PostgreSQL as an office would; asking ends when all digests are out. */
export async function acknowledgements(
  root: string,
  load: { digests: number; requests: number },
): Promise<Acknowledgements> {
  const people = Array.from({ length: 300 }, (_, i) => `U${i + 1}`);
  const slack = await BenchSlack.start([SECRETARY, ...people]);
  const office = await openOffice(root);
  const { databaseUrl } = office.database;
  const apps: RunningApp[] = [];
  try {
    const lianxi = await spawnApp("lianxi", root, slack.apiUrl, { DATABASE_URL: databaseUrl ?? "" });
    apps.push(lianxi);
    const bare = await spawnApp("bare", root, slack.apiUrl);
    apps.push(bare);
    for (const app of apps) await firstAnswer(app, slack, SECRETARY);

    const where = { tickId: "load", state: "sent" as const };
    const sent = () => office.database.prisma.digest.count({ where });
    const acks = { lianxi: [] as number[], bare: [] as number[] };
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format(
      new Date(),
    );
    await planDigests(office, load.digests, today, "load");
    while ((await sent()) === 0) await sleep(20);
    for (let asked = 0; asked < load.requests && (await sent()) < load.digests; asked += BATCH) {
      for (const app of [lianxi, bare]) {
        for (let i = 0; i < BATCH; i += 1) {
          const { ack } = await slack.command(app.port, "我的", people[(asked + i) % people.length] ?? "");
          acks[app.name].push(ack);
          await sleep(PAUSE);
        }
      }
    }
    const figures = { lianxi: percentilesOf(acks.lianxi), bare: percentilesOf(acks.bare) };
    return { ...figures, asked: acks.lianxi.length, delivered: await sent() };
  } finally {
    for (const app of apps) await app.stop();
    await office.close();
    await slack.stop();
  }
}
