// The chat side of delivering: whose turn it is, the post and its outcome, and the search for what may have landed.
import type { DigestView } from "../../domain/reminders/digest.ts";

/** How a post ended, as far as anybody can know. */
export type PostOutcome =
  | { readonly kind: "posted"; readonly channel: string; readonly ts: string }
  /** A definite no: nothing was posted; try again after `retryAfterMs`. */
  | { readonly kind: "refused"; readonly retryAfterMs: number; readonly error: string }
  /** A definite no that will not change: the person has left, the channel is gone. */
  | { readonly kind: "permanent"; readonly error: string }
  /** Time-out, reset, 5xx: it may or may not stand there. Reconcile before repeating. */
  | { readonly kind: "unknown"; readonly error: string };

/** A person's turn to be sent a message, to be ended after it. */
interface Turn {
  readonly kind: "turn";
  end(): void;
}

export interface Messenger {
  /**
   * Waits until the person may be sent a message: one a second, later after a 429. `alone`: not beside another such one.
   * Anything else than a turn is a definite no. Throws when `signal` is aborted meanwhile.
   */
  takeTurn(
    slackUser: string,
    options?: { alone?: boolean; signal?: AbortSignal | undefined },
  ): Promise<Turn | PostOutcome>;
  /**
   * Posts a digest as a direct message; `key` goes into the message's metadata. `begin` is asked right before the request is
   * sent: where it says no, nothing is posted (`refused`, error `claim-lost`).
   */
  postDigest(slackUser: string, view: DigestView, key: string, begin?: () => Promise<boolean>): Promise<PostOutcome>;
  /** Rewrites the message that `slackUser` has. */
  updateDigest(message: { slackUser: string; channel: string; ts: string }, view: DigestView): Promise<void>;
  /** Looks for the key in the recent history of the user's direct messages. Throws when Slack cannot say. */
  findByKey(slackUser: string, key: string, since: Date): Promise<{ channel: string; ts: string } | null>;
}
