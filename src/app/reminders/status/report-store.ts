// The port to what became of the reminders: read only, for people who look after them.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { DigestFacts, ResponseFacts } from "../../../domain/reminders/overview/day-report.ts";
import type { Tick } from "../tick-store.ts";

export interface ReportStore {
  digestsOn(date: IsoDate): Promise<readonly DigestFacts[]>;
  /** Digests of days before `date` that are still on their way. */
  waitingBefore(date: IsoDate): Promise<readonly DigestFacts[]>;
  /** What was said to reminders of these occurrences from that day on. */
  responsesSince(date: IsoDate, occurrenceIds: readonly number[]): Promise<readonly ResponseFacts[]>;
  /** The newest tick; of a date where one is given. */
  lastTick(date?: IsoDate): Promise<Tick | null>;
  /** The dates from `since` on that a tick planned without an error, and the date of the first tick ever. */
  plannedDates(since: IsoDate): Promise<{ readonly planned: ReadonlySet<IsoDate>; readonly first: IsoDate | null }>;
  /** The figures of the moment. */
  figures(now: Date): Promise<DeliveryFigures>;
}

/** For monitoring: what a machine watches. */
export interface DeliveryFigures {
  readonly digests: Readonly<Record<DigestFacts["state"], number>>;
  /** Milliseconds since the oldest digest that may go was planned; 0 where none waits. */
  readonly oldestWaitingMs: number;
  /** Deliveries from Slack of the last day that were stored and never done. */
  readonly inboxUndone: number;
  readonly lastTickFinishedAt: Date | null;
}
