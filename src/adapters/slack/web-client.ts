// The Slack client of this project, and what its errors mean: was something done, was it not, or can nobody know?
import {
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from "@slack/web-api";
import { wordsInScript } from "./language/script.ts";

/** Longer than any call of Slack's takes, shorter than the settle time of a digest. Milliseconds. */
const REQUEST_TIMEOUT = 10_000;

/** For a 429 that does not say how long. Seconds. */
const DEFAULT_RETRY_AFTER = 30;

/**
 * Options for every client: no retries (Slack has no idempotency key, so a retried post may stand there twice), a
 * time-out, and a 429 handed to the caller instead of stopping the whole client.
 */
export function clientOptions(apiUrl: string | undefined, timeout: number = REQUEST_TIMEOUT): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout,
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR, // what goes wrong is thrown, and logged where it is caught
    fetch: fetchWithRetryAfter,
  };
}

/** A 429 without Retry-After would surface as an error of no class: give it one. */
const fetchWithRetryAfter: NonNullable<WebClientOptions["fetch"]> = async (url, init) => {
  const response = await fetch(url, init);
  if (response.status !== 429 || /^\d+$/.test(response.headers.get("retry-after") ?? "")) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(DEFAULT_RETRY_AFTER));
  return new Response(await response.text(), { status: 429, headers });
};

/** Slack's client, sending words in the script that is spoken at the moment. */
class SpeakingClient extends WebClient {
  override apiCall(method: string, options?: Record<string, unknown>): ReturnType<WebClient["apiCall"]> {
    return super.apiCall(method, options && wordsInScript(options));
  }
}

/** `timeout` in milliseconds. */
export function createWebClient(botToken: string, apiUrl: string | undefined, timeout?: number): WebClient {
  return new SpeakingClient(botToken, clientOptions(apiUrl, timeout));
}

/** How a failed call ended. `not-done`: certainly nothing happened. `unknown`: it may have. */
export type CallFailure =
  | { readonly kind: "not-done"; readonly retryAfterMs: number; readonly error: string }
  | { readonly kind: "permanent"; readonly error: string }
  | { readonly kind: "unknown"; readonly error: string };

/** Answers that will be the same tomorrow: the person has gone, the channel is closed, the message is wrong. */
const PERMANENT: ReadonlySet<string> = new Set([
  "cannot_dm_bot",
  "channel_not_found",
  "ekm_access_denied",
  "invalid_blocks",
  "invalid_blocks_format",
  "is_archived",
  "message_limit_exceeded",
  "messages_tab_disabled",
  "metadata_too_large",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
  "not_in_channel",
  "restricted_action",
  "user_disabled",
  "user_not_found",
  "user_not_visible",
  "users_not_found",
]);

/** Slack's own trouble: it does not say whether the call took effect. */
const INTERNAL: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "request_timeout",
  "service_unavailable",
]);

/** A person must mend the token first; trying every second helps nobody. */
const TOKEN: ReadonlySet<string> = new Set([
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

/** No connection was made, so nothing was sent. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const RETRY_MS = { connection: 30_000, token: 600_000, other: 60_000 } as const;

/** What Slack says to a view or message with a block that it does not take; views say it with the second. */
const BLOCKS_REFUSED: ReadonlySet<string> = new Set(["invalid_blocks", "invalid_arguments"]);

/** Whether a call failed for its blocks: without the newest of them it may pass. */
export function refusedBlocks(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && BLOCKS_REFUSED.has(String(thrown.data.error));
}

/** The error of a 429. */
export const RATE_LIMITED = "ratelimited";

/** Sorts what a Web API call threw. */
export function failureOf(thrown: unknown): CallFailure {
  if (thrown instanceof WebAPIRateLimitedError) {
    return { kind: "not-done", retryAfterMs: thrown.retryAfter * 1000, error: RATE_LIMITED };
  }
  if (thrown instanceof WebAPIPlatformError) {
    const error = thrown.data.error;
    // A page of HTML with status 200 arrives here as the "error": that is nobody's answer.
    if (typeof error !== "string" || !/^[a-z0-9_]{1,80}$/i.test(error)) return { kind: "unknown", error: "not-json" };
    if (PERMANENT.has(error)) return { kind: "permanent", error };
    if (INTERNAL.has(error)) return { kind: "unknown", error };
    return { kind: "not-done", retryAfterMs: TOKEN.has(error) ? RETRY_MS.token : RETRY_MS.other, error };
  }
  if (thrown instanceof WebAPIHTTPError) return { kind: "unknown", error: `http-${thrown.statusCode}` };
  if (thrown instanceof WebAPIRequestError) {
    const code = codeOf(thrown.original);
    if (NOT_CONNECTED.has(code)) return { kind: "not-done", retryAfterMs: RETRY_MS.connection, error: code };
    return { kind: "unknown", error: code };
  }
  return { kind: "unknown", error: thrown instanceof Error ? thrown.name : "unknown" };
}

/** `ECONNRESET` of a failed fetch stands in its cause; a time-out has only a name. */
function codeOf(error: Error): string {
  const cause = error.cause;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error.name;
}

/** Slack's definite no to a token, by its error; null where Slack did not answer, or had trouble of its own. */
export function rejection(thrown: unknown): string | null {
  return failureOf(thrown).kind === "unknown" ? null : platformError(thrown);
}

/** The error code of a platform answer (`ok: false`), or null for anything else. */
export function platformError(thrown: unknown): string | null {
  return thrown instanceof WebAPIPlatformError ? thrown.data.error : null;
}
