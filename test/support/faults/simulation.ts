// Virtual time: hours pass in milliseconds. The clock moves to the next instant when nobody has work left at this one.

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Turns of the event loop without anything new before an instant counts as over. */
const QUIET_TURNS = 3;

export class Simulation {
  #now: number;
  #working = 0;
  /** Counts everything that happens, so that a turn in which something happened is told from a quiet one. */
  #events = 0;
  #rested: (() => void) | null = null;
  readonly #timers: Timer[] = [];

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** Resolves when that many virtual milliseconds have passed. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.at(this.#now + milliseconds, resolve));
  }

  /** Runs `event` at that instant; at once where it has passed. Instants that are equal keep their order. */
  at(instant: number, event: () => void): void {
    this.#events += 1;
    let place = this.#timers.length;
    while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > instant) place -= 1;
    this.#timers.splice(place, 0, { at: instant, run: event });
  }

  /** Real work (a database's answer) that takes no virtual time: the clock waits for it. */
  async work<T>(task: () => Promise<T>): Promise<T> {
    this.#working += 1;
    this.#events += 1;
    try {
      return await task();
    } finally {
      this.#working -= 1;
      this.#events += 1;
      if (this.#working === 0) this.#rested?.();
    }
  }

  /** As a machine that was asleep: what was due in between happens at its waking. */
  jumpTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }

  /** Lets time pass until `done`, which is asked after every instant. */
  async runUntil(done: () => boolean): Promise<void> {
    for (;;) {
      await this.#quiet();
      if (done()) return;
      const next = this.#timers.shift();
      if (next === undefined) throw new Error("nothing is left to happen");
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
  }

  async #quiet(): Promise<void> {
    let seen = this.#events;
    for (let turns = 0; turns < QUIET_TURNS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#working > 0) await new Promise<void>((resolve) => this.#whenRested(resolve));
      if (this.#events === seen) turns += 1;
      else turns = 0;
      seen = this.#events;
    }
  }

  #whenRested(resolve: () => void): void {
    this.#rested = () => {
      this.#rested = null;
      resolve();
    };
  }
}
