// Keeps the messages of one channel apart; other channels do not wait for it.
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds on some steady clock, and a way to let them pass. */
export interface Pace {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

const REAL: Pace = { now: () => performance.now(), wait: (milliseconds) => sleep(milliseconds) };

/** Waits until a channel may take its next message, `distance` milliseconds after the one before. */
export function pacer(distance: number, pace: Pace = REAL): (channel: string) => Promise<void> {
  const nextFree = new Map<string, number>();
  return async (channel) => {
    const now = pace.now();
    const turn = Math.max(now, nextFree.get(channel) ?? 0);
    nextFree.set(channel, turn + distance);
    if (turn > now) await pace.wait(turn - now);
  };
}
