// One seed: an office is reminded day by day by processes that die, of a Slack that fails; then everything is counted.
import type { Database } from "../../../src/adapters/db/client.ts";
import { planDay } from "../../../src/app/reminders/plan-day.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { weekdays } from "../facts.ts";
import { type BotSurroundings, keepRunning, simulatedClock } from "./bot.ts";
import { type ControlVerdict, runControl } from "./control.ts";
import { Kills } from "./kills.ts";
import { forgetReminders, SECRETARY, usersOf, workingDays } from "./office-to-remind.ts";
import { mayDieBeforeCommit } from "./process.ts";
import { drawFrom } from "./random.ts";
import { SimQueue } from "./sim-queue.ts";
import { Simulation } from "./simulation.ts";
import { judge, type Verdict } from "./verdict.ts";
import { VirtualSlack } from "./virtual-slack.ts";

export interface SeedOptions {
  readonly seed: number;
  /** An office filled with so many units. */
  readonly database: Database;
  readonly units: number;
  /** The run ends with the day on which so many were planned. */
  readonly reminders: number;
  readonly killsPerPoint: number;
  /** Messages that land after the settle time: the one exception of the promise. */
  readonly tooLate?: boolean;
}

export interface SeedResult extends Verdict {
  readonly seed: number;
  readonly processes: number;
  readonly days: readonly string[];
  readonly kills: Kills["counts"];
  readonly answers: VirtualSlack["answers"];
  readonly seen: BotSurroundings["seen"];
  readonly control: ControlVerdict;
  /** Real milliseconds. */
  readonly took: number;
}

/** 09:00 in Shanghai is one in the morning in UTC; the night before ends half a minute earlier. */
const morningOf = (day: string) => Date.parse(`${day}T01:00:00Z`) - 30_000;
/** Virtual milliseconds. A day that is not settled by then goes on with the next; the last one gets a day. */
const LONGEST_DAY = 10 * 3_600_000;
/** The rates of the kills are made for a run of this size. */
const REMINDERS_FOR_THE_RATES = 3_500;
const LAST_DAY = 24 * 3_600_000;
/** How often it is asked whether all is settled, and what may still happen after that: a second copy, were there one. */
const LOOK = 20_000;
const AFTERMATH = 200_000;

export async function runSeed(options: SeedOptions): Promise<SeedResult> {
  const begin = performance.now();
  const { seed, database, units, killsPerPoint } = options;
  const days = workingDays();
  const sim = new Simulation(new Date(morningOf(days[0] ?? "")));
  const draw = drawFrom(seed);
  const kills = new Kills(draw, killsPerPoint, options.reminders / REMINDERS_FOR_THE_RATES);
  const queue = new SimQueue(sim, draw);
  queue.beforeCommit = () => mayDieBeforeCommit(kills);
  const rules = {
    secretary: SECRETARY,
    tooLate: options.tooLate ?? false,
    ahead: Math.round(60 * draw("skew") - 30),
  };
  const slack = new VirtualSlack(sim, draw, kills, rules);
  slack.state.users = usersOf(units);
  await forgetReminders(database);
  const plain = storesOn(database, (_transaction, ids, options) => queue.enqueue(ids, options));
  const stores = {
    ...plain,
    registerStore: remembering(plain.registerStore),
    reminderStore: queue.transactional(plain.reminderStore),
  };
  const seen = { pauses: 0, databaseErrors: 0, errors: 0 };
  const around: BotSurroundings = { sim, draw, kills, seen, database, queue, stores };
  const processes = 1 + Math.floor(3 * draw("processes"));
  const uninstall = slack.install();
  try {
    const expected = new Set<string>();
    let over = false;
    for (let n = 0; n < processes; n += 1) keepRunning(`p${n}`, around, () => over);
    const lived: string[] = [];
    for (const day of days) {
      sim.jumpTo(morningOf(day));
      lived.push(day);
      const plan = await planDay({ ...plain, ...world(sim) }, { date: day, dryRun: true });
      const keys = plan.digests.flatMap((digest) => digest.reminders.map((reminder) => reminder.key));
      for (const key of keys) expected.add(key);
      const last = expected.size >= options.reminders || day === days.at(-1);
      await liveThrough(around, slack, keys, last ? LAST_DAY : LONGEST_DAY);
      if (last) break;
    }
    over = true;
    return {
      seed,
      processes,
      days: lived,
      kills: kills.counts,
      answers: slack.answers,
      seen,
      ...(await judge(database, slack, expected)),
      control: await runControl({
        digests: await sentByUs(database),
        gone: new Set(slack.state.users.filter((user) => user.deleted).map((user) => user.id)),
        draw,
        kills: kills.total,
        slack: rules,
        users: usersOf(units),
      }),
      took: performance.now() - begin,
    };
  } finally {
    uninstall();
  }
}

/** What the control is to send: the same digests to the same people on the same days. */
async function sentByUs(database: Database) {
  const rows = await database.prisma.digest.findMany({
    where: { state: { in: ["sent", "failed"] }, NOT: { key: { endsWith: "undeliverable" } } },
    select: { key: true, slackUser: true, date: true, _count: { select: { reminders: true } } },
  });
  return rows.map(({ _count, ...digest }) => ({ ...digest, reminders: _count.reminders }));
}

const world = (sim: Simulation) => ({ clock: simulatedClock(sim), calendar: weekdays, secretaries: [SECRETARY] });

/** Lets a day pass until all that is due is planned and settled and nothing is on its way, `longest` at most. */
async function liveThrough(
  { sim, database }: BotSurroundings,
  slack: VirtualSlack,
  keys: readonly string[],
  longest: number,
): Promise<void> {
  const end = sim.now + longest;
  let settled = false;
  const look = async () => {
    while (!settled && sim.now < end) {
      await sim.sleep(LOOK);
      const open = await sim.work(async () => {
        const unsettled = await database.prisma.digest.count({ where: { state: { in: ["pending", "sending"] } } });
        if (unsettled > 0) return unsettled;
        return keys.length - (await database.prisma.reminder.count({ where: { key: { in: [...keys] } } }));
      });
      if (open > 0 || slack.underway > 0) continue;
      await sim.sleep(AFTERMATH);
      settled = slack.underway === 0;
    }
    settled = true;
  };
  void look();
  await sim.runUntil(() => settled);
}

/** The register is read at every delivery and changes with the occurrences only: it is kept in between. */
export function remembering<Store extends object>(store: Store): Store {
  const loaded = new Map<string, unknown>();
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        const key = JSON.stringify([name, args]);
        if (name === "load" && loaded.has(key)) return loaded.get(key);
        const result: unknown = await Reflect.apply(member, target, args);
        if (name === "load") loaded.set(key, result);
        else loaded.clear();
        return result;
      };
    },
  });
}
