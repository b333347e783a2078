// A simulated process: what it does stops for ever when it is killed, without any handler of its own being run.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Duty, Kills } from "./kills.ts";
import { pointOf } from "./kills.ts";
import type { Draw } from "./random.ts";
import type { Simulation } from "./simulation.ts";

/** What surrounds every process of a run. */
export interface Surroundings {
  readonly sim: Simulation;
  readonly draw: Draw;
  readonly kills: Kills;
  /** Counts of what befell the processes. */
  readonly seen: { pauses: number; databaseErrors: number; errors: number };
}

/** In a thousand calls. `lost`: the answer of a statement that took effect does not arrive. */
const DATABASE_ERRORS = { refused: 4, lost: 4 } as const;

/** In a thousand deliveries; virtual milliseconds. Longer than any settle time. */
const PAUSES = { oneDelivery: 6, wholeProcess: 2, shortest: 70_000, longest: 240_000 } as const;

/** Between the last look at the clock and the request itself nothing can be fenced: no pause is generated there. */
const PAUSED_AFTER: ReadonlySet<string> = new Set(["claim", "beginPost"]);

const INBOUND: ReadonlySet<Duty> = new Set(["listen", "recover"]);

interface Activity {
  readonly process: SimProcess;
  readonly duty: Duty;
}

const current = new AsyncLocalStorage<Activity>();

export class SimProcess {
  readonly name: string;
  readonly #around: Surroundings;
  readonly #onDeath: () => void;
  #alive = true;
  #pausedUntil = 0;
  #calls = 0;

  constructor(name: string, around: Surroundings, onDeath: () => void) {
    this.name = name;
    this.#around = around;
    this.#onDeath = onDeath;
  }

  get alive(): boolean {
    return this.#alive;
  }

  kill(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#onDeath();
  }

  /** Starts work whose calls pass the gates of this process. What it throws is counted, as a log would. */
  async run(duty: Duty, work: () => Promise<unknown>): Promise<"done" | "failed"> {
    try {
      await current.run({ process: this, duty }, work);
      return "done";
    } catch {
      this.#around.seen.errors += 1;
      return "failed";
    }
  }

  /** Where a process may die, and a paused one stands still. `despitePause`: what is on the wire already goes on. */
  async gate(dies: boolean, despitePause = false): Promise<void> {
    const { sim } = this.#around;
    while (this.#alive && !despitePause && sim.now < this.#pausedUntil) await sim.sleep(this.#pausedUntil - sim.now);
    if (this.#alive && dies) this.kill();
    if (!this.#alive) return new Promise(() => {});
  }

  /** A port whose every call may be the last of the process; those of a database may fail too. */
  wrap<Port extends object>(port: Port, options: { readonly database: boolean }): Port {
    return new Proxy(port, {
      get: (target, method) => {
        const member: unknown = Reflect.get(target, method);
        if (typeof member !== "function" || typeof method !== "string") return member;
        return (...args: unknown[]) => this.#call(method, () => Reflect.apply(member, target, args), options.database);
      },
    });
  }

  async #call(method: string, inner: () => unknown, database: boolean): Promise<unknown> {
    const { kills, sim } = this.#around;
    const duty = current.getStore()?.duty ?? "plan";
    this.#calls += 1;
    await this.gate(kills.strikes(pointOf(duty, method, "before")));
    // An error while a listener works is told to the person, who does it again: no part of these runs.
    const fallible = database && (INBOUND.has(duty) ? method === "receive" : true);
    if (fallible) this.#mayFail("refused");
    let result: unknown;
    try {
      result = database ? await sim.work(async () => inner()) : await inner();
    } catch (error) {
      // A dead process hears of no error either: nothing of it may clean up.
      await this.gate(false, true);
      throw error;
    }
    await this.gate(kills.strikes(pointOf(duty, method, "after")));
    if (fallible) this.#mayFail("lost");
    if (duty === "deliver" && PAUSED_AFTER.has(method)) await this.#mayPause();
    return result;
  }

  /** `refused`: before the statement; `lost`: after it. */
  #mayFail(how: keyof typeof DATABASE_ERRORS): void {
    const { draw, seen } = this.#around;
    if (draw("database", how, this.name, this.#calls) >= DATABASE_ERRORS[how] / 1000) return;
    seen.databaseErrors += 1;
    throw new Error(`the connection was lost (${how})`);
  }

  async #mayPause(): Promise<void> {
    const { draw, seen, sim } = this.#around;
    const chance = draw("pause", this.name, this.#calls) * 1000;
    if (chance >= PAUSES.oneDelivery + PAUSES.wholeProcess) return;
    seen.pauses += 1;
    const length = PAUSES.shortest + (PAUSES.longest - PAUSES.shortest) * draw("length", this.name, this.#calls);
    if (chance < PAUSES.oneDelivery) await sim.sleep(length);
    else this.#pausedUntil = sim.now + length;
    await this.gate(false);
  }
}

/** Kills the current process inside its transaction, before the commit; the error it throws rolls the transaction back. */
export function mayDieBeforeCommit(kills: Kills): void {
  const activity = current.getStore();
  if (activity === undefined) return;
  const { duty } = activity;
  const point = duty === "plan" ? "planning, before commit" : duty === "deliver" ? "handing over" : "in the reconciler";
  if (!kills.strikes(point)) return;
  activity.process.kill();
  throw new Error("killed before the commit");
}

/** The process on whose behalf the code runs that asks; null outside any. */
export function currentProcess(): SimProcess | null {
  return current.getStore()?.process ?? null;
}
