// What can be done with requests, and how they are shown.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { RequestAnswer } from "../../../domain/status/request-decision.ts";
import type { Actor } from "../../ports.ts";

/** A request as the secretary sees it, decided or not. */
export interface RequestView {
  readonly requestId: number;
  readonly kind: "extension" | "closure";
  readonly state: "pending" | "approved" | "sent_back";
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly unitName: string;
  readonly reason: string;
  readonly proposedDate: IsoDate | null;
  readonly requestedOn: IsoDate;
  readonly requestedBy: Actor;
  /** 原定／现定／变更次数 of the task's own due date; null where it has none. */
  readonly dates: { readonly original: IsoDate; readonly current: IsoDate; readonly changes: number } | null;
  /** Of a closure that waits: it takes evidence, and none has come. */
  readonly evidenceMissing?: boolean;
  /** Of a closure that waits: how many supporting units have answered; null without any. */
  readonly support?: { readonly answered: number; readonly total: number } | null;
  /** The meeting's day until which no date is moved; null outside that time and for closures. */
  readonly frozenUntil: IsoDate | null;
  /** `text`: the date approved, or why it was sent back; "" where the task was closed meanwhile. */
  readonly decision: { readonly by: Actor; readonly text: string } | null;
}

export interface DecidedRequest {
  readonly view: RequestView;
  /** Other requests of a task that was closed: nothing is left to decide on them. */
  readonly settled: readonly RequestView[];
  /** Posted digests that show the task and must be redrawn. */
  readonly digestIds: readonly number[];
}

export interface ReopenedTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly reason: string;
  /** Who hears of it for the units that lead, each once, whoever is away left out. */
  readonly people: readonly string[];
  /** Leading units for which nobody can be written to. */
  readonly unreached: readonly string[];
  readonly digestIds: readonly number[];
}

export interface RequestUseCases {
  /** Secretary only, like the two below. Oldest first. */
  listRequests(input: { by: Actor }): Promise<readonly RequestView[]>;
  /** Everybody's own: what the person's units ask for, and what was decided last. */
  listOwnRequests(input: { by: Actor }): Promise<readonly RequestView[]>;
  /** Throws `unknown-request`. */
  viewRequest(input: { requestId: number; by: Actor }): Promise<RequestView>;
  /** Throws what `decideRequest` of the domain throws, and `unknown-request`. */
  decideRequest(input: { requestId: number; answer: RequestAnswer; by: Actor }): Promise<DecidedRequest>;
  /** Secretary only. Throws `missing-argument` without a reason, `unknown-task`, and `task-not-closed`. */
  reopenTask(input: { ref: string; reason: string; by: Actor }): Promise<ReopenedTask>;
}
