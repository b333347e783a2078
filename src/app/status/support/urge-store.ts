// The port to urges: who asked which silent units, when, and how each was reached.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { PlannedDigest } from "../../../domain/reminders/digest.ts";
import type { Urge } from "../../../domain/reminders/support/urge.ts";

export interface UrgeStore {
  /**
   * Stores the urge with its messages and their jobs, in one transaction, with an audit row. A person who has had the day's further message
   * gets no other: their units' way becomes `digest`. Null, and nothing is stored, where the task was urged that day.
   */
  save(urge: Omit<Urge, "id">, digests: readonly PlannedDigest[]): Promise<Urge | null>;
  /** The newest of a task. */
  newest(taskId: number): Promise<Urge | null>;
  /** Of open tasks, from that day on, oldest first. */
  since(day: IsoDate): Promise<readonly Urge[]>;
}
