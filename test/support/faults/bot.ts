// A bot without Bolt, wired as main.ts does it, in virtual time: the real use cases and stores, and a death at any call.
import type { Database } from "../../../src/adapters/db/client.ts";
import { createMessenger } from "../../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../../src/app/bind-use-cases.ts";
import type { Clock, Ports } from "../../../src/app/ports.ts";
import type { storesOn } from "../../../src/composition/stores.ts";
import { weekdays } from "../facts.ts";
import { FAKE_BOT_TOKEN } from "../fake-slack.ts";
import type { Duty } from "./kills.ts";
import { SECRETARY } from "./office-to-remind.ts";
import { SimProcess, type Surroundings } from "./process.ts";
import type { SimJob, SimQueue } from "./sim-queue.ts";
import type { Simulation } from "./simulation.ts";
import { VIRTUAL_API } from "./virtual-slack.ts";

/** As in adapters/jobs. Virtual milliseconds. */
const POLL = 500;
const IN_HAND = 500;
const FETCHED_AT_ONCE = 100;
/** The bot looks every three seconds: fewer looks, the same outcome later. */
const SWEEP = 15_000;
const MINUTE = 60_000;
const OPENING_HOUR = 9;
/** Shanghai: UTC+8 all year. */
const ZONE = 8 * 3_600_000;
/** Virtual milliseconds from a death to the next start. */
const DOWNTIME = { shortest: 1_000, longest: 90_000 } as const;

export interface BotSurroundings extends Surroundings {
  readonly database: Database;
  readonly queue: SimQueue;
  /** Shared by all processes: what the register holds does not change in a run. */
  readonly stores: ReturnType<typeof storesOn>;
}

export function simulatedClock(sim: Simulation): Clock {
  return {
    now: () => new Date(sim.now),
    today: () => new Date(sim.now + ZONE).toISOString().slice(0, 10),
  };
}

/** Starts a process, and another in its place whenever it dies, until `isOver`. */
export function keepRunning(name: string, around: BotSurroundings, isOver: () => boolean, start = 1): void {
  const { sim, draw, queue } = around;
  const process = new SimProcess(`${name}.${start}`, around, () => {
    queue.diedWith(process);
    const rest = DOWNTIME.shortest + (DOWNTIME.longest - DOWNTIME.shortest) * draw("downtime", name, start);
    sim.at(sim.now + rest, () => {
      if (!isOver()) keepRunning(name, around, isOver, start + 1);
    });
  });
  runBot(process, around, isOver);
}

function runBot(process: SimProcess, around: BotSurroundings, isOver: () => boolean): void {
  const { sim, queue } = around;
  const useCases = bindUseCases(portsOf(process, around));
  const { today } = simulatedClock(sim);
  const going = () => process.alive && !isOver();

  let inHand = 0;
  const deliver = async (job: SimJob) => {
    inHand += 1;
    const how = await process.run("deliver", () => useCases.deliverDigest(job.digestId));
    inHand -= 1;
    if (how === "done") queue.completed(job);
    else queue.failed(job);
  };
  const work = async () => {
    while (going()) {
      const jobs = queue.take(process, Math.min(IN_HAND - inHand, FETCHED_AT_ONCE));
      for (const job of jobs) void deliver(job);
      await sim.sleep(POLL);
    }
  };
  const every = async (interval: number, duty: Duty, call: () => Promise<unknown>) => {
    for (;;) {
      await sim.sleep(interval - (sim.now % interval));
      if (!going()) return;
      await process.run(duty, call);
    }
  };
  // What fails while it starts ends the process, as in main.ts.
  const start = async () => {
    void work();
    if ((await process.run("reconcile", () => useCases.reconcile())) === "failed") return process.kill();
    const planned = await process.run("plan", () => useCases.tickDay({ date: today(), occasion: "start" }));
    if (planned === "failed") return process.kill();
    void every(MINUTE, "reconcile", () => useCases.reconcile());
    void every(SWEEP, "reconcile", () => useCases.returnClaims());
    void every(MINUTE, "plan", async () => {
      const hour = Math.floor(((sim.now + ZONE) / 3_600_000) % 24);
      if (hour >= OPENING_HOUR) await useCases.tickDay({ date: today(), occasion: "day" });
    });
  };
  void start();
}

export function portsOf(process: SimProcess, around: BotSurroundings): Ports {
  const { sim, stores } = around;
  const wrapped = Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [name, process.wrap(store, { database: true })]),
  ) as typeof stores;
  const messenger = createMessenger({
    botToken: FAKE_BOT_TOKEN,
    apiUrl: VIRTUAL_API,
    timeout: 0, // the simulated Slack lets its own seconds pass
    time: { now: () => sim.now, wait: (milliseconds) => sim.sleep(milliseconds) },
  });
  const used: Partial<Ports> = {
    ...wrapped,
    clock: simulatedClock(sim),
    calendar: weekdays,
    secretaries: [SECRETARY],
    messenger: process.wrap(messenger, { database: false }),
    model: null,
  };
  // Documents, people and files play no part here.
  return new Proxy(used as Ports, {
    get: (target, name) => {
      if (name in target) return Reflect.get(target, name);
      throw new Error(`${String(name)} is not used here`);
    },
  });
}
