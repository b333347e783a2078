// The queue as pg-boss keeps it, in virtual time: jobs appear with the commit, come back after a worker's death, back off.
import { AsyncLocalStorage } from "node:async_hooks";
import type { SimProcess } from "./process.ts";
import type { Draw } from "./random.ts";
import type { Simulation } from "./simulation.ts";

export interface SimJob {
  /** A job of a later attempt is another one. */
  readonly key: string;
  readonly digestId: number;
  notBefore: number;
  owner: SimProcess | null;
  tries: number;
}

/** As in adapters/jobs/queue. Virtual milliseconds. */
const RETRY_LIMIT = 30;
const LONGEST_BACK_OFF = 120_000;
const HEARTBEAT = 10_000;
const SUPERVISION = 2_000;

export class SimQueue {
  readonly #jobs = new Map<string, SimJob>();
  readonly #sim: Simulation;
  readonly #draw: Draw;
  readonly #transaction = new AsyncLocalStorage<SimJob[]>();
  /** Called inside a transaction that enqueues, before it commits; what it throws rolls it back. */
  beforeCommit: () => void = () => undefined;

  constructor(sim: Simulation, draw: Draw) {
    this.#sim = sim;
    this.#draw = draw;
  }

  /** For the store: the digests are on the queue once the transaction around it has committed. */
  enqueue = async (digestIds: readonly number[], options: { attempt?: number; after?: Date } = {}): Promise<number> => {
    this.beforeCommit();
    const { attempt, after } = options;
    const jobs = digestIds.map((digestId): SimJob => {
      const key = attempt === undefined ? String(digestId) : `${digestId}:${attempt}`;
      return { key, digestId, notBefore: after?.getTime() ?? 0, owner: null, tries: 0 };
    });
    const fresh = jobs.filter(({ key }) => !this.#jobs.has(key));
    const staged = this.#transaction.getStore();
    if (staged === undefined) this.#add(fresh);
    else staged.push(...fresh);
    return fresh.length;
  };

  /** A store whose methods are transactions: what they enqueue counts when they return. */
  transactional<Store extends object>(store: Store): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return async (...args: unknown[]) => {
          const staged: SimJob[] = [];
          const result: unknown = await this.#transaction.run(staged, async () => Reflect.apply(member, target, args));
          this.#add(staged);
          return result;
        };
      },
    });
  }

  /** Up to `count` jobs whose time has come. */
  take(owner: SimProcess, count: number): readonly SimJob[] {
    const due = [...this.#jobs.values()].filter((job) => job.owner === null && job.notBefore <= this.#sim.now);
    const taken = due.slice(0, count);
    for (const job of taken) job.owner = owner;
    return taken;
  }

  completed(job: SimJob): void {
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key);
  }

  failed(job: SimJob): void {
    if (this.#jobs.get(job.key) === job) this.#again(job, Math.min(1000 * 2 ** job.tries, LONGEST_BACK_OFF));
  }

  /** What a dead worker held comes back after a missed heartbeat, which is looked for now and then. */
  diedWith(owner: SimProcess): void {
    for (const job of this.#jobs.values()) {
      if (job.owner !== owner) continue;
      this.#again(job, HEARTBEAT + SUPERVISION * this.#draw("heartbeat", job.digestId, job.tries));
    }
  }

  #add(jobs: readonly SimJob[]): void {
    for (const job of jobs) if (!this.#jobs.has(job.key)) this.#jobs.set(job.key, job);
  }

  #again(job: SimJob, wait: number): void {
    job.tries += 1;
    job.owner = null;
    job.notBefore = this.#sim.now + wait;
    if (job.tries > RETRY_LIMIT) this.#jobs.delete(job.key);
  }
}
