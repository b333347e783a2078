// Time that stands still until somebody waits for it: it then jumps to the next waiter's instant.

export class SteppedTime {
  #now = 0;
  #waiting: { readonly at: number; readonly resolve: () => void; readonly reject: (why: unknown) => void }[] = [];

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ at: this.#now + milliseconds, resolve, reject });
      signal?.addEventListener("abort", () => reject(signal.reason));
    });
  }

  /** Runs something later; returns what takes it back. */
  readonly later = (milliseconds: number, run: () => void): (() => void) => {
    const one = { at: this.#now + milliseconds, resolve: run, reject: () => undefined };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  };

  /** Lets time pass step by step, with everything that runs in between. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    do await this.settle();
    while (this.#step(until));
    this.#now = until;
  }

  /** Lets time pass; whoever waits is woken in order. */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    while (this.#step(until));
    this.#now = until;
  }

  /** Lets everything run that does not wait for time. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets as much time pass as `work` needs. */
  async until<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    work.then(end, end);
    for (;;) {
      await this.settle();
      if (ended) return work;
      if (!this.#step(Number.POSITIVE_INFINITY)) throw new Error("nothing waits for time any more");
    }
  }

  #step(until: number): boolean {
    const at = Math.min(...this.#waiting.map((one) => one.at));
    if (at > until || at === Number.POSITIVE_INFINITY) return false;
    this.#now = Math.max(this.#now, at);
    const due = this.#waiting.filter((one) => one.at <= at);
    for (const one of due) {
      // Unless one that was woken before took it back.
      if (!this.#waiting.includes(one)) continue;
      this.#waiting = this.#waiting.filter((other) => other !== one);
      one.resolve();
    }
    return true;
  }
}
