// What people can say to a reminder short of a report, as the listeners see it.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Role } from "../../../domain/register/task.ts";
import type { Later, LocalTime } from "../../../domain/reminders/responses.ts";
import type { Actor } from "../../ports.ts";
import type { Followed } from "../follow-changes.ts";

/** What is said. `on`: a day that was named. */
export type Said =
  | { readonly kind: "accepted" }
  | { readonly kind: "seen" }
  | { readonly kind: "later"; readonly when: Later | { readonly on: IsoDate } }
  | { readonly kind: "not_mine"; readonly reason: string };

/**
 * What it is said to: a line of a digest, a task by its number, the digest whose thread it stands in or whose button was
 * pressed, or all that the person was reminded of lately. By number a task is accepted for every unit the person speaks for.
 */
export type SaidTo =
  | { readonly occurrenceId: number; readonly unitId: number }
  | { readonly taskRef: string }
  | { readonly digestId: number }
  | { readonly everything: true }
  | { readonly thread: { readonly channel: string; readonly ts: string }; readonly taskRef: string | null };

export interface Responded {
  readonly kind: Said["kind"];
  readonly tasks: readonly { readonly taskId: number; readonly taskName: string; readonly title: string }[];
  readonly unitName: string;
  /** later: when. */
  readonly remindAt: LocalTime | null;
  /** A colleague of the unit who had accepted or declined the task on the same day; their word is kept, this one counts. */
  readonly colleague: {
    readonly kind: "accepted" | "not_mine";
    readonly name: string | null;
    readonly on: IsoDate;
  } | null;
  /** Digest messages that show the tasks and must be redrawn. */
  readonly digestIds: readonly number[];
}

export interface Reassigned {
  readonly taskName: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly role: Role;
  readonly reason: string;
  /** The unit that has the task now has nobody who could be told. */
  readonly toHasNoContact: boolean;
  readonly digestIds: readonly number[];
}

/** A unit says that a task is another's, and the office has not decided. */
export interface PendingClaim {
  readonly responseId: number;
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly unitName: string;
  readonly reason: string;
  readonly on: IsoDate;
}

export interface ResponseUseCases {
  /** Secretary only: the claims that wait. */
  listClaims(input: { by: Actor }): Promise<readonly PendingClaim[]>;
  /** Throws `nothing-asked`, `not-your-task`, `closed-task`, `unknown-task`, `ambiguous-task`, `already-claimed`, `nothing-to-accept`, `already-accepted`, `handed-back`, `past-date` or `missing-argument`. */
  respond(input: { said: Said; to: SaidTo; by: Actor; sourceKey: string }): Promise<Responded>;
  /**
   * Secretary only: what becomes of a claim 不属本单位职责, decided once. `responseId`: the claim, or the decision that this one
   * changes. Throws `claim-handed-over`, `claim-kept` or `claim-withdrawn` where somebody was first, and `unit-not-in-task`.
   */
  decideNotMine(input: {
    responseId: number;
    accept: boolean;
    by: Actor;
    sourceKey: string;
  }): Promise<{ readonly digestIds: readonly number[] }>;
  /** Secretary only: gives a unit's part in a task to another unit. Throws as in `reassign-task.ts`. */
  reassignTask(input: {
    ref: string;
    from: string;
    to: string;
    /** Empty: that of the unit's claim, which must then be there. */
    reason: string;
    by: Actor;
    sourceKey: string;
  }): Promise<Reassigned>;
  /** After a contact, members or a merge has changed: frees what was said to the former contact, and finds the messages to redraw. */
  followUnits(units: readonly (number | string)[]): Promise<Followed>;
  /** After dates have moved: the messages to redraw, and how many people see them. */
  followDates(taskIds?: readonly number[]): Promise<Followed>;
  /** Plans what cannot wait for tomorrow's digest; every minute. */
  planFurther(): Promise<number>;
}
