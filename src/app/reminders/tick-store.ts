// The port to the ticks: who plans a day, when, and how it went. One process plans at a time; a dead one is taken over.
import type { IsoDate } from "../../domain/calendar.ts";

/** day: the daily tick, once a day when it succeeds · start: the bot came up · again: somebody asked for it. */
export type TickOccasion = "day" | "start" | "again";

export interface Tick {
  /** Date, occasion and something random; it stands in the digests and in every log line from here to the message. */
  readonly id: string;
  readonly date: IsoDate;
  readonly startedAt: Date;
  /** Null while it runs, and for ever when its process died. */
  readonly finishedAt: Date | null;
  readonly digests: number;
  readonly skipped: number;
  readonly error: string | null;
}

export interface TickStore {
  /**
   * Claims the planning of `date` and returns the tick's id. Null while another tick of that date runs: for `TAKEOVER_MS`
   * after its start, then it counts as dead. The daily tick waits as long after a failure too, and is null once it succeeded.
   */
  begin(input: { date: IsoDate; occasion: TickOccasion; now: Date }): Promise<string | null>;
  finish(id: string, counts: { digests: number; skipped: number }, now: Date): Promise<void>;
  fail(id: string, error: string, now: Date): Promise<void>;
  /** The newest first. */
  newest(limit: number): Promise<readonly Tick[]>;
}

/** Planning takes seconds. Where it takes longer after all, two plan at once: the keys of what they plan are the same. */
export const TAKEOVER_MS = 60_000;
