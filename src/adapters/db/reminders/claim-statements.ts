// The three steps of the send protocol that every digest takes, for many digests in one statement each.
import type { Query } from "../client.ts";

/** A digest, and under which claim. */
export interface Held {
  readonly digestId: number;
  readonly claimId: string;
  readonly now: Date;
}

export interface Sent extends Held {
  readonly channel: string;
  readonly ts: string;
}

// States are compared as text, which no index serves: rows are found by their ids. While a tick is delivered the index of states
// leads to every digest that was in that state within the last minutes.

/**
 * Rows are locked in the order of their ids: two processes that take overlapping ones wait for each other, and never in a ring.
 * Of several claims on one digest one is told.
 */
const CLAIM = `
  WITH free AS (
    SELECT "id" FROM "Digest" WHERE "id" = ANY($1::int[]) AND "state"::text = 'pending' ORDER BY "id" FOR UPDATE)
  UPDATE "Digest" d SET "state" = 'sending', "claimId" = a.claim, "claimedAt" = a.at, "postingAt" = NULL,
    "attempts" = d."attempts" + 1
  FROM unnest($1::int[], $2::text[], $3::timestamp[]) AS a(id, claim, at) JOIN free f ON f."id" = a.id
  WHERE d."id" = a.id AND (d."notBefore" IS NULL OR d."notBefore" <= a.at)
  RETURNING d."id", d."claimId"`;

/** Nobody but the holder of the claim, or the reconciler in its place, changes such a row: here no order is needed, nor below. */
const BEGIN = `
  UPDATE "Digest" d SET "postingAt" = a.at
  FROM unnest($1::int[], $2::text[], $3::timestamp[]) AS a(id, claim, at)
  WHERE d."id" = a.id AND d."claimId" = a.claim AND d."state"::text = 'sending' AND d."postingAt" IS NULL
  RETURNING d."id", d."claimId"`;

const RECORD = `
  UPDATE "Digest" d SET "state" = 'sent', "slackChannel" = a.channel, "slackTs" = a.ts, "sentAt" = a.at,
    "notBefore" = NULL, "lastError" = NULL
  FROM unnest($1::int[], $2::text[], $3::timestamp[], $4::text[], $5::text[]) AS a(id, claim, at, channel, ts)
  WHERE d."id" = a.id AND d."claimId" = a.claim AND d."state"::text = 'sending'
  RETURNING d."id", d."claimId"`;

type Row = { id: number; claimId: string };

export async function claimMany(query: Query, claims: readonly Held[]): Promise<boolean[]> {
  return told(claims, await query<Row>(CLAIM, ...columnsOf(claims)));
}

export async function beginMany(query: Query, posts: readonly Held[]): Promise<boolean[]> {
  return told(posts, await query<Row>(BEGIN, ...columnsOf(posts)));
}

export async function recordMany(query: Query, sent: readonly Sent[]): Promise<boolean[]> {
  const channels = sent.map(({ channel }) => channel);
  const ts = sent.map((one) => one.ts);
  return told(sent, await query<Row>(RECORD, ...columnsOf(sent), channels, ts));
}

/** Instants as UTC without a zone, as the columns have them. */
function columnsOf(held: readonly Held[]): [ids: number[], claims: string[], times: string[]] {
  return [
    held.map(({ digestId }) => digestId),
    held.map(({ claimId }) => claimId),
    held.map(({ now }) => now.toISOString().replace("Z", "")),
  ];
}

/** For each of those who asked, whether the statement took effect for it. */
function told(asked: readonly Held[], rows: readonly Row[]): boolean[] {
  const done = new Set(rows.map(({ id, claimId }) => `${id}/${claimId}`));
  return asked.map(({ digestId, claimId }) => done.has(`${digestId}/${claimId}`));
}
