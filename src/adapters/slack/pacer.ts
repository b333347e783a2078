// Who may send when: the messages of one channel a second apart, later after a 429; other channels do not wait for it.
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds on some steady clock, and a way to let them pass. */
export interface Pace {
  now(): number;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const REAL: Pace = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/** Messages on their way to Slack at once, over all channels: more would only wait for the database and for Slack's servers. */
const AT_ONCE = 20;

export interface Pacer {
  /**
   * Resolves when `channel` may take its next message, in the order of asking; the message is sent, or given up, before the
   * function it resolves to is called. `alone`: not beside another that asked for it. Rejects when `signal` is aborted while
   * it waits for the channel.
   */
  take(channel: string, options?: { alone?: boolean; signal?: AbortSignal | undefined }): Promise<() => void>;
  /** Nothing more to `channel` for that many milliseconds: whoever waits for it waits on. */
  hold(channel: string, milliseconds: number): void;
}

/** `distance`: milliseconds from one message of a channel to its next. */
export function pacer(distance: number, pace: Pace = REAL): Pacer {
  const freeFrom = new Map<string, number>();
  const lanes = new Map<string, Promise<void>>();
  const everybody = semaphore(AT_ONCE);
  const lonely = semaphore(1);

  async function untilFree(channel: string, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const missing = (freeFrom.get(channel) ?? 0) - pace.now();
      if (missing <= 0) break;
      signal?.throwIfAborted();
      await pace.wait(missing, signal);
    }
    freeFrom.set(channel, pace.now() + distance);
  }

  return {
    async take(channel, { alone = false, signal } = {}) {
      // One after another: who waits looks again after a hold, and nobody overtakes. One that gave up holds nobody back.
      const next = () => untilFree(channel, signal);
      const turn = (lanes.get(channel) ?? Promise.resolve()).then(next, next);
      lanes.set(channel, turn);
      try {
        await turn;
      } finally {
        if (lanes.get(channel) === turn) lanes.delete(channel);
      }
      const ends = alone ? [await lonely(), await everybody()] : [await everybody()];
      return () => {
        for (const end of ends) end();
      };
    },
    hold(channel, milliseconds) {
      const until = pace.now() + milliseconds;
      if (until > (freeFrom.get(channel) ?? 0)) freeFrom.set(channel, until);
    },
  };
}

/** Lets `count` in at once; each calls what it was given when it leaves. */
function semaphore(count: number): () => Promise<() => void> {
  let free = count;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
}
