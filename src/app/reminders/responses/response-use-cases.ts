// What people can say to a reminder short of a report, as the listeners see it.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Later, LocalTime } from "../../../domain/reminders/responses.ts";
import type { Actor } from "../../ports.ts";
import type { Followed } from "../follow-changes.ts";

/** What is said. `on`: a day that was named. */
export type Said =
  | { readonly kind: "seen" }
  | { readonly kind: "later"; readonly when: Later | { readonly on: IsoDate } }
  | { readonly kind: "not_mine"; readonly reason: string };

/** What it is said to: a line of a digest, a task by its number, or the digest whose thread it stands in. */
export type SaidTo =
  | { readonly occurrenceId: number; readonly unitId: number }
  | { readonly taskRef: string }
  | { readonly thread: { readonly channel: string; readonly ts: string }; readonly taskRef: string | null };

export interface Responded {
  readonly kind: Said["kind"];
  readonly tasks: readonly { readonly taskId: number; readonly taskName: string; readonly title: string }[];
  readonly unitName: string;
  /** later: when. */
  readonly remindAt: LocalTime | null;
  /** Digest messages that show the tasks and must be redrawn. */
  readonly digestIds: readonly number[];
}

export interface ResponseUseCases {
  /** Throws `nothing-asked`, `not-your-task`, `closed-task`, `unknown-task`, `ambiguous-task`, `already-claimed`, `past-date` or `missing-argument`. */
  respond(input: { said: Said; to: SaidTo; by: Actor; sourceKey: string }): Promise<Responded>;
  /** Secretary only: what becomes of a claim 不属本单位职责. A decision may be changed by another one. */
  decideNotMine(input: {
    responseId: number;
    accept: boolean;
    by: Actor;
    sourceKey: string;
  }): Promise<{ readonly digestIds: readonly number[] }>;
  /** After a contact, members or a merge has changed: frees what was said to the former contact, and finds the messages to redraw. */
  followUnits(units: readonly (number | string)[]): Promise<Followed>;
  /** After dates have moved: the messages to redraw, and how many people see them. */
  followDates(taskIds?: readonly number[]): Promise<Followed>;
  /** Plans what cannot wait for tomorrow's digest; every minute. */
  planFurther(): Promise<number>;
}
