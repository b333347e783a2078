// The port to requests and their decisions.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { OccurrenceKind } from "../../../domain/register/deadline.ts";
import type { Request } from "../../../domain/status/request.ts";
import type { RequestEffect } from "../../../domain/status/request-decision.ts";
import type { Actor } from "../../ports.ts";

export interface StoredRequest extends Request {
  readonly requestedBy: Actor;
  readonly decision: { readonly by: Actor; readonly text: string } | null;
}

export interface RequestStore {
  find(requestId: number): Promise<StoredRequest | null>;
  /** Ids of the requests that wait for a decision, oldest first; of one task and unit where they are given. */
  pending(of?: { taskId: number; unitId: number }): Promise<readonly number[]>;
  /**
   * The decision with all it does, in one transaction: a moved due date counts as a change and keeps its original; a
   * closed task closes its occurrences and settles what else was asked of it: closures are approved with it, extensions
   * sent back without a word. Returns the ids of those others; null when somebody else has decided.
   */
  decide(input: {
    requestId: number;
    state: "approved" | "sent_back";
    /** The date approved, or why it was sent back. */
    text: string;
    effect: RequestEffect;
    by: Actor;
    at: Date;
  }): Promise<readonly number[] | null>;
  /** A closed task is open again, with those of its occurrences that are given. False when it is not closed. */
  reopen(input: {
    taskId: number;
    occurrences: readonly { readonly kind: OccurrenceKind; readonly period: string }[];
    reason: string;
    /** The office's day: the trail's clock runs on when the office's is moved. */
    on: IsoDate;
    by: Actor;
  }): Promise<boolean>;
}
