// The three steps of the send protocol that every digest takes, for many digests in one statement each.
import { Prisma, type PrismaClient } from "../../../generated/prisma/client.ts";

/** A digest, and under which claim. */
export interface Held {
  readonly digestId: number;
  readonly claimId: string;
  readonly now: Date;
}

type Row = { id: number; claimId: string };

/**
 * Rows are locked in the order of their ids: two processes that take overlapping ones wait for each other, and never in a ring.
 * Of several claims on one digest one is told.
 */
export async function claimMany(prisma: PrismaClient, claims: readonly Held[]): Promise<boolean[]> {
  return told(
    claims,
    await prisma.$queryRaw<Row[]>`
      WITH asked AS (${asked(claims)}), free AS (
        SELECT d."id" FROM "Digest" d WHERE d."state" = 'pending' AND EXISTS (
          SELECT 1 FROM asked a WHERE a.id = d."id" AND (d."notBefore" IS NULL OR d."notBefore" <= a.at))
        ORDER BY d."id" FOR UPDATE)
      UPDATE "Digest" d SET "state" = 'sending', "claimId" = a.claim, "claimedAt" = a.at, "postingAt" = NULL,
        "attempts" = d."attempts" + 1
      FROM asked a JOIN free f ON f."id" = a.id
      WHERE d."id" = a.id AND (d."notBefore" IS NULL OR d."notBefore" <= a.at) RETURNING d."id", d."claimId"`,
  );
}

export async function beginMany(prisma: PrismaClient, posts: readonly Held[]): Promise<boolean[]> {
  return told(
    posts,
    await prisma.$queryRaw<Row[]>`
      WITH asked AS (${asked(posts)}), held AS (${held(Prisma.sql`d."postingAt" IS NULL`)})
      UPDATE "Digest" d SET "postingAt" = a.at FROM asked a JOIN held h ON h."id" = a.id AND h."claimId" = a.claim
      WHERE d."id" = a.id RETURNING d."id", d."claimId"`,
  );
}

export async function recordMany(
  prisma: PrismaClient,
  sent: readonly (Held & { channel: string; ts: string })[],
): Promise<boolean[]> {
  const channels = sent.map(({ channel }) => channel);
  const ts = sent.map((one) => one.ts);
  return told(
    sent,
    await prisma.$queryRaw<Row[]>`
      WITH asked AS (${asked(sent, Prisma.sql`, ${channels}::text[], ${ts}::text[]`, Prisma.sql`, channel, ts`)}),
        held AS (${held(Prisma.sql`TRUE`)})
      UPDATE "Digest" d SET "state" = 'sent', "slackChannel" = a.channel, "slackTs" = a.ts, "sentAt" = a.at,
        "notBefore" = NULL, "lastError" = NULL
      FROM asked a JOIN held h ON h."id" = a.id AND h."claimId" = a.claim
      WHERE d."id" = a.id RETURNING d."id", d."claimId"`,
  );
}

/** The digests and claims as a table; instants as UTC without a zone, as the columns have them. */
function asked(held: readonly Held[], arrays = Prisma.empty, names = Prisma.empty): Prisma.Sql {
  const ids = held.map(({ digestId }) => digestId);
  const claims = held.map(({ claimId }) => claimId);
  const times = held.map(({ now }) => now.toISOString().replace("Z", ""));
  return Prisma.sql`
    SELECT * FROM unnest(${ids}::int[], ${claims}::text[], ${times}::timestamp[]${arrays}) AS t(id, claim, at${names})`;
}

function held(more: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT d."id", d."claimId" FROM "Digest" d
    WHERE d."state" = 'sending' AND ${more} AND EXISTS (SELECT 1 FROM asked a WHERE a.id = d."id" AND a.claim = d."claimId")
    ORDER BY d."id" FOR UPDATE`;
}

/** For each of those who asked, whether the statement took effect for it. */
function told(asked: readonly Held[], rows: readonly Row[]): boolean[] {
  const done = new Set(rows.map(({ id, claimId }) => `${id}/${claimId}`));
  return asked.map(({ digestId, claimId }) => done.has(`${digestId}/${claimId}`));
}
