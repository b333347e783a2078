// The delivery side of the reminder store: claim, begin the post, record. Every writer is fenced by the claim it holds.
import type { ReminderStore } from "../../../app/reminders/reminder-store.ts";
import type { Prisma } from "../../../generated/prisma/client.ts";
import type { Database } from "../client.ts";
import { batched } from "./batched.ts";
import { beginMany, claimMany, type Held, recordMany, type Sent } from "./claim-statements.ts";
import { toDigest } from "./find-digests.ts";

/**
 * Puts digests on the queue inside the given transaction; returns how many were not on it yet. `attempt` tells the job apart
 * from one of an earlier claim, which a dead process may still hold; `after`: not before that instant.
 */
export type EnqueueDigests = (
  tx: { $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T> },
  digestIds: readonly number[],
  options?: { readonly attempt?: number; readonly after?: Date },
) => Promise<number>;

type Claims = Pick<
  ReminderStore,
  | "claim"
  | "beginPost"
  | "noteUnknown"
  | "postpone"
  | "markSent"
  | "release"
  | "interrupt"
  | "markFailed"
  | "cancel"
  | "staleSending"
  | "staleClaims"
  | "enqueuePending"
>;

const FREE = { state: "pending", claimId: null, claimedAt: null, postingAt: null } as const;

export function digestClaims({ prisma, query }: Pick<Database, "prisma" | "query">, enqueue: EnqueueDigests): Claims {
  /** Changes the digest while `claimId` holds it; false for a late writer. */
  const held = async (digestId: number, claimId: string, data: Prisma.DigestUpdateManyMutationInput) => {
    const where = { id: digestId, state: "sending", claimId } as const;
    return (await prisma.digest.updateMany({ where, data })).count === 1;
  };
  /** Gives the digest back and puts it on the queue in one transaction. */
  const giveBack = (digestId: number, claimId: string, after: Date, data: Prisma.DigestUpdateManyMutationInput) =>
    prisma.$transaction(async (tx) => {
      const [row] = await tx.digest.updateManyAndReturn({
        where: { id: digestId, state: "sending", claimId },
        data: { ...FREE, notBefore: after, ...data },
        select: { attempts: true, interrupted: true },
      });
      if (row === undefined) return null;
      await enqueue(tx, [digestId], { attempt: row.attempts, after });
      return row;
    });

  const claim = batched((claims: readonly Held[]) => claimMany(query, claims));
  const begin = batched((posts: readonly Held[]) => beginMany(query, posts));
  const record = batched((sent: readonly Sent[]) => recordMany(query, sent));

  return {
    claim: (digestId, claimId, now) => claim({ digestId, claimId, now }),

    beginPost: (digestId, claimId, now) => begin({ digestId, claimId, now }),

    noteUnknown: (digestId, claimId, error) => held(digestId, claimId, { lastError: error, interrupted: 0 }),

    async postpone(digestId, notBefore) {
      const earlier = { OR: [{ notBefore: null }, { notBefore: { lt: notBefore } }] };
      await prisma.digest.updateMany({ where: { id: digestId, state: "pending", ...earlier }, data: { notBefore } });
    },

    markSent: (digestId, claimId, { channel, ts }, now) => record({ digestId, claimId, channel, ts, now }),

    release: async (digestId, claimId, notBefore, error) =>
      (await giveBack(digestId, claimId, notBefore, { lastError: error, interrupted: 0 })) !== null,

    async interrupt(digestId, claimId, notBefore, error) {
      const row = await giveBack(digestId, claimId, notBefore, { lastError: error, interrupted: { increment: 1 } });
      return row?.interrupted ?? null;
    },

    markFailed: (digestId, claimId, error) => held(digestId, claimId, { state: "failed", lastError: error }),

    cancel: (digestId, claimId) => held(digestId, claimId, { state: "cancelled", lastError: null }),

    async staleSending(before) {
      const rows = await prisma.digest.findMany({
        where: {
          state: "sending",
          OR: [{ postingAt: { lt: before } }, { postingAt: null, claimedAt: { lt: before } }],
        },
        orderBy: { id: "asc" },
      });
      return rows.map(toDigest);
    },

    async staleClaims(claimedBefore) {
      const rows = await prisma.digest.findMany({
        where: { state: "sending", postingAt: null, claimedAt: { lt: claimedBefore } },
        orderBy: { id: "asc" },
      });
      return rows.map(toDigest);
    },

    enqueuePending: (now) =>
      prisma.$transaction(async (tx) => {
        const rows = await tx.digest.findMany({ where: mayGo(now), orderBy: { id: "asc" }, select: { id: true } });
        const ids = rows.map((row) => row.id);
        return ids.length === 0 ? 0 : enqueue(tx, ids);
      }),
  };
}

function mayGo(now: Date): Prisma.DigestWhereInput {
  return { state: "pending", OR: [{ notBefore: null }, { notBefore: { lte: now } }] };
}
