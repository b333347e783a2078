// Why a digest has not arrived, and whether anybody must do something about it.
import type { DigestKind } from "../digest.ts";

/**
 * rate-limited, unreachable, slack-trouble: it goes again by itself · scheduled: its time has not come · queued: it is about to
 * go · uncertain: it may stand in Slack, which is being looked up · token: nobody gets anything until it is mended ·
 * gone: the person cannot be written to any more · rejected: Slack does not take the message
 */
export type ProblemKind =
  | "rate-limited"
  | "unreachable"
  | "slack-trouble"
  | "scheduled"
  | "queued"
  | "uncertain"
  | "token"
  | "gone"
  | "rejected";

/** A digest as far as its delivery goes. */
export interface DeliveryFacts {
  readonly state: "pending" | "sending" | "sent" | "failed" | "cancelled";
  readonly kind: DigestKind;
  readonly notBefore: Date | null;
  /** What the last attempt came to: Slack's code, or the system's. */
  readonly error: string | null;
}

/** Slack's codes for people who have left or cannot be written to. */
const GONE = new Set([
  "user_disabled",
  "user_not_found",
  "users_not_found",
  "user_not_visible",
  "cannot_dm_bot",
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "messages_tab_disabled",
]);

const TOKEN = new Set([
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** Null: it has arrived, or there was nothing left to say. */
export function problemOf({ state, notBefore, error }: DeliveryFacts, now: Date): ProblemKind | null {
  switch (state) {
    case "sent":
    case "cancelled":
      return null;
    case "failed":
      return error !== null && GONE.has(error) ? "gone" : "rejected";
    case "sending":
      return "uncertain";
    case "pending":
      if (error === null) return notBefore !== null && notBefore > now ? "scheduled" : "queued";
      if (error === "ratelimited") return "rate-limited";
      if (TOKEN.has(error)) return "token";
      return /^[A-Z_]+$/.test(error) ? "unreachable" : "slack-trouble";
    default:
      return state satisfies never;
  }
}
