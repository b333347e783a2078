// How the faulty Slack answers: a table of weights per method. `lands`: the message stands there although nobody is told.

export type Answer =
  | { readonly kind: "ok" }
  | { readonly kind: "http-500" | "reset" | "html" | "internal-error"; readonly lands: boolean }
  /** The client gives up; `lands`: before it does, later (its own seconds), or never. */
  | { readonly kind: "time-out"; readonly lands: "in-time" | "late" | "never" }
  | { readonly kind: "rate-limited"; readonly retryAfter: number | null }
  /** A definite no for this call alone. */
  | { readonly kind: "refused"; readonly error: string }
  /** A definite no for ever. */
  | { readonly kind: "permanent"; readonly error: string };

export type Table = readonly (readonly [Answer, number])[];

const OK: Answer = { kind: "ok" };

/** 38 of 100 answers to a post are faulty. */
export const POST_ANSWERS: Table = [
  [OK, 62],
  [{ kind: "http-500", lands: false }, 4],
  [{ kind: "http-500", lands: true }, 5],
  [{ kind: "reset", lands: false }, 3],
  [{ kind: "reset", lands: true }, 5],
  [{ kind: "time-out", lands: "never" }, 3],
  [{ kind: "time-out", lands: "in-time" }, 4],
  [{ kind: "time-out", lands: "late" }, 4],
  [{ kind: "rate-limited", retryAfter: 20 }, 3],
  [{ kind: "rate-limited", retryAfter: null }, 2],
  [{ kind: "html", lands: false }, 1],
  [{ kind: "html", lands: true }, 1],
  [{ kind: "internal-error", lands: false }, 1],
  [{ kind: "internal-error", lands: true }, 1],
  [{ kind: "refused", error: "team_added_to_org" }, 0.6],
  [{ kind: "permanent", error: "is_archived" }, 0.4],
];

/** Reading and opening: nothing lands, so only the kinds differ. 33 of 100 are faulty. */
export const OTHER_ANSWERS: Table = [
  [OK, 67],
  [{ kind: "http-500", lands: false }, 8],
  [{ kind: "reset", lands: false }, 7],
  [{ kind: "time-out", lands: "never" }, 7],
  [{ kind: "rate-limited", retryAfter: 10 }, 4],
  [{ kind: "rate-limited", retryAfter: null }, 3],
  [{ kind: "html", lands: false }, 2],
  [{ kind: "internal-error", lands: false }, 2],
];

/** Virtual milliseconds. A message lands at most `latestLanding` after its request began. */
export const TIMES = {
  requestTimeout: 10_000,
  latestLanding: 35_000,
  /** Only where it is asked for: after every settle time. */
  landingTooLate: 300_000,
} as const;
