// What delivering needs: digests and their reminders as they are stored, with the claims that fence every writer.
import type { IsoDate } from "../../domain/calendar.ts";
import type { Reason } from "../../domain/reason.ts";
import type { DigestKind, PlannedDigest } from "../../domain/reminders/digest.ts";

export interface StoredDigest {
  readonly id: number;
  readonly key: string;
  readonly slackUser: string;
  readonly kind: DigestKind;
  readonly date: IsoDate;
  /** cancelled: nothing it would have said is asked any more. */
  readonly state: "pending" | "sending" | "sent" | "failed" | "cancelled";
  readonly claimId: string | null;
  readonly claimedAt: Date | null;
  /** Set once the post was begun under this claim: it may stand in Slack. */
  readonly postingAt: Date | null;
  readonly notBefore: Date | null;
  /** Claims so far. */
  readonly attempts: number;
  /** Claims in a row that ended without an outcome: their process died or threw. */
  readonly interrupted: number;
  /** The tick that planned it. */
  readonly tickId: string | null;
  readonly channel: string | null;
  readonly ts: string | null;
}

export interface StoredReminder {
  readonly key: string;
  readonly occurrenceId: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly role: "lead" | "supporting";
  readonly step: number;
  readonly dueDate: IsoDate;
  readonly reason: Reason;
  /** The rung that is told of a silent unit; absent where the unit itself is asked. */
  readonly level?: number;
}

export interface ReminderStore {
  /** The keys of all reminders ever planned for these occurrences, cancelled digests apart: what they held was never said. */
  plannedKeys(occurrenceIds: readonly number[]): Promise<ReadonlySet<string>>;
  /** Slack users who have a digest of that date already. */
  digestedUsers(date: IsoDate): Promise<ReadonlySet<string>>;
  /** Stores digests with their reminders and enqueues each, in one transaction. What is known by key already is left out; returns the ids of new digests. */
  savePlan(digests: readonly PlannedDigest[], tickId?: string | null): Promise<readonly number[]>;
  /** Cancels what was planned for earlier days and never went out: the plan of `date` says it anew where it is still asked. Returns how many. */
  supersede(date: IsoDate): Promise<number>;
  find(digestId: number): Promise<{ digest: StoredDigest; reminders: readonly StoredReminder[] } | null>;
  /** The digest a message belongs to, for replies in its thread. */
  findByMessage(
    channel: string,
    ts: string,
  ): Promise<{ digest: StoredDigest; reminders: readonly StoredReminder[] } | null>;
  /** pending → sending, if it is still pending and its not-before has passed. False when somebody else has it. */
  claim(digestId: number, claimId: string, now: Date): Promise<boolean>;
  /** Says that the post is about to be sent. False when the claim is no longer `claimId`'s: then nothing must be posted. */
  beginPost(digestId: number, claimId: string, now: Date): Promise<boolean>;
  /** Stays sending: Slack's answer does not say whether the post stands there. */
  noteUnknown(digestId: number, claimId: string, error: string): Promise<boolean>;
  /** A pending digest is not claimed before that instant. */
  postpone(digestId: number, notBefore: Date): Promise<void>;
  /** sending → sent, if `claimId` still holds the claim: a late writer changes nothing. */
  markSent(digestId: number, claimId: string, message: { channel: string; ts: string }, now: Date): Promise<boolean>;
  /** sending → pending after a definite no, or when the reconciler found nothing; on the queue again for `notBefore`. */
  release(digestId: number, claimId: string, notBefore: Date, error: string): Promise<boolean>;
  /** The same for a claim without an outcome. Returns how many there were in a row, this one included; null where the claim is not held. */
  interrupt(digestId: number, claimId: string, notBefore: Date, error: string): Promise<number | null>;
  /** sending → failed after a permanent error. */
  markFailed(digestId: number, claimId: string, error: string): Promise<boolean>;
  /** sending → cancelled, when nothing is left to remind of. */
  cancel(digestId: number, claimId: string): Promise<boolean>;
  /** Digests whose post was begun before that instant (or claimed, where it was not begun), without an outcome. */
  staleSending(claimedBefore: Date): Promise<readonly StoredDigest[]>;
  /** Digests claimed before that instant whose post was not begun: certainly not in Slack. */
  staleClaims(claimedBefore: Date): Promise<readonly StoredDigest[]>;
  /** Puts pending digests that may go now on the queue again: the tables are the truth, the queue is transport. */
  enqueuePending(now: Date): Promise<number>;
  /** Sent digests that show this task, newest first, to be rewritten in place when its state changes. */
  sentWithTask(taskId: number, limit: number): Promise<readonly number[]>;
  /** The same for any of several tasks. */
  sentWithAny(taskIds: readonly number[], limit: number): Promise<readonly number[]>;
}
