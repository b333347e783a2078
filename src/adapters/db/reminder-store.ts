// Digests and their reminders: planned once by key, claimed by one sender, never lost. The tables are the truth, the queue is transport.
import type { ReminderStore, StoredDigest, StoredReminder } from "../../app/ports.ts";
import type { PlannedDigest } from "../../domain/reminders/digest.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import type { DigestModel } from "../../generated/prisma/models.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { fromJson, toJson } from "./json.ts";

/** Puts digests on the queue inside the given transaction; returns how many were not on it yet. */
export type EnqueueDigests = (
  tx: { $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T> },
  digestIds: readonly number[],
) => Promise<number>;

const WITH_REMINDERS = {
  reminders: { orderBy: { id: "asc" }, include: { occurrence: { select: { taskId: true } } } },
} satisfies Prisma.DigestInclude;

export function createReminderStore(prisma: PrismaClient, enqueue: EnqueueDigests): ReminderStore {
  return {
    async plannedKeys(occurrenceIds) {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT "key" FROM "Reminder" WHERE "occurrenceId" = ANY(${[...occurrenceIds]}::int[])`;
      return new Set(rows.map((row) => row.key));
    },

    async digestedUsers(date) {
      const rows = await prisma.digest.findMany({ where: { date }, select: { slackUser: true } });
      return new Set(rows.map((row) => row.slackUser));
    },

    savePlan: (digests, tickId = null) =>
      writeInTurn(prisma, async (tx) => {
        const fresh = await leaveOutKnown(tx, digests);
        if (fresh.length === 0) return [];
        const ids = await insertDigests(tx, fresh, tickId);
        await enqueue(tx, ids);
        await appendAudit(tx, {
          actor: "system",
          action: "digests.plan",
          subject: "digests",
          after: { digestIds: ids },
        });
        return ids;
      }),

    async find(digestId) {
      const row = await prisma.digest.findUnique({ where: { id: digestId }, include: WITH_REMINDERS });
      return row === null ? null : toDigestWithReminders(row);
    },

    async findByMessage(channel, ts) {
      const row = await prisma.digest.findFirst({
        where: { slackChannel: channel, slackTs: ts },
        include: WITH_REMINDERS,
      });
      return row === null ? null : toDigestWithReminders(row);
    },

    async claim(digestId, claimId, now) {
      const { count } = await prisma.digest.updateMany({
        where: { id: digestId, ...mayGo(now) },
        data: { state: "sending", claimId, claimedAt: now, attempts: { increment: 1 } },
      });
      return count === 1;
    },

    async postpone(digestId, notBefore) {
      const earlier = { OR: [{ notBefore: null }, { notBefore: { lt: notBefore } }] };
      await prisma.digest.updateMany({ where: { id: digestId, state: "pending", ...earlier }, data: { notBefore } });
    },

    async markSent(digestId, claimId, { channel, ts }, now) {
      const { count } = await prisma.digest.updateMany({
        where: { id: digestId, state: "sending", claimId },
        data: { state: "sent", slackChannel: channel, slackTs: ts, sentAt: now, notBefore: null, lastError: null },
      });
      return count === 1;
    },

    async release(digestId, claimId, notBefore, error) {
      const { count } = await prisma.digest.updateMany({
        where: { id: digestId, state: "sending", claimId },
        data: { state: "pending", claimId: null, claimedAt: null, notBefore, lastError: error },
      });
      return count === 1;
    },

    async markFailed(digestId, claimId, error) {
      const { count } = await prisma.digest.updateMany({
        where: { id: digestId, state: "sending", claimId },
        data: { state: "failed", lastError: error },
      });
      return count === 1;
    },

    async cancel(digestId, claimId) {
      const { count } = await prisma.digest.updateMany({
        where: { id: digestId, state: "sending", claimId },
        data: { state: "cancelled", lastError: null },
      });
      return count === 1;
    },

    async staleSending(claimedBefore) {
      const rows = await prisma.digest.findMany({
        where: { state: "sending", claimedAt: { lt: claimedBefore } },
        orderBy: { id: "asc" },
      });
      return rows.map(toDigest);
    },

    enqueuePending: (now) =>
      prisma.$transaction(async (tx) => {
        const rows = await tx.digest.findMany({ where: mayGo(now), orderBy: { id: "asc" }, select: { id: true } });
        return rows.length === 0
          ? 0
          : enqueue(
              tx,
              rows.map((row) => row.id),
            );
      }),

    sentWithTask: (taskId, limit) => sentWithAny(prisma, [taskId], limit),
    sentWithAny: (taskIds, limit) => sentWithAny(prisma, taskIds, limit),
  };
}

async function sentWithAny(prisma: PrismaClient, taskIds: readonly number[], limit: number): Promise<number[]> {
  const rows = await prisma.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT d."id" FROM "Digest" d JOIN "Reminder" r ON r."digestId" = d."id"
      JOIN "Occurrence" o ON o."id" = r."occurrenceId"
    WHERE d."state" = 'sent' AND o."taskId" = ANY(${[...taskIds]}::int[])
    ORDER BY d."id" DESC LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

function mayGo(now: Date): Prisma.DigestWhereInput {
  return { state: "pending", OR: [{ notBefore: null }, { notBefore: { lte: now } }] };
}

/**
 * What is not stored yet. A digest whose key exists is left alone with all its reminders: they have no row, so the next
 * plan finds them again. A reminder stands in one digest only; a digest left empty is dropped.
 */
async function leaveOutKnown(
  tx: Prisma.TransactionClient,
  digests: readonly PlannedDigest[],
): Promise<PlannedDigest[]> {
  const digestKeys = digests.map((digest) => digest.key);
  const reminderKeys = digests.flatMap((digest) => digest.reminders.map((reminder) => reminder.key));
  const digestRows = await tx.digest.findMany({ where: { key: { in: digestKeys } }, select: { key: true } });
  const reminderRows = await tx.reminder.findMany({ where: { key: { in: reminderKeys } }, select: { key: true } });
  const knownDigests = new Set(digestRows.map((row) => row.key));
  const knownReminders = new Set(reminderRows.map((row) => row.key));

  const fresh: PlannedDigest[] = [];
  for (const digest of digests) {
    if (knownDigests.has(digest.key)) continue;
    const reminders = digest.reminders.filter(({ key }) => {
      if (knownReminders.has(key)) return false;
      knownReminders.add(key);
      return true;
    });
    if (reminders.length === 0) continue;
    knownDigests.add(digest.key);
    fresh.push({ ...digest, reminders });
  }
  return fresh;
}

/** Returns the ids in the order of `digests`. */
async function insertDigests(
  tx: Prisma.TransactionClient,
  digests: readonly PlannedDigest[],
  tickId: string | null,
): Promise<number[]> {
  const rows = await tx.digest.createManyAndReturn({
    data: digests.map(({ key, slackUser, kind, date }) => ({ key, slackUser, kind, date, tickId })),
    select: { id: true, key: true },
  });
  const idByKey = new Map(rows.map((row) => [row.key, row.id]));
  const stored = digests.flatMap((digest) => {
    const id = idByKey.get(digest.key);
    return id === undefined ? [] : [{ id, digest }];
  });
  await tx.reminder.createMany({
    data: stored.flatMap(({ id, digest }) =>
      digest.reminders.map(({ taskId: _, reason, ...reminder }) => ({
        ...reminder,
        digestId: id,
        reason: toJson(reason),
      })),
    ),
  });
  return stored.map(({ id }) => id);
}

function toDigest(row: DigestModel): StoredDigest {
  const { id, key, slackUser, kind, date, state, claimId, claimedAt, notBefore, attempts, tickId } = row;
  return {
    id,
    key,
    slackUser,
    kind,
    date,
    state,
    claimId,
    claimedAt,
    notBefore,
    attempts,
    tickId,
    channel: row.slackChannel,
    ts: row.slackTs,
  };
}

function toDigestWithReminders(row: Prisma.DigestGetPayload<{ include: typeof WITH_REMINDERS }>): {
  digest: StoredDigest;
  reminders: readonly StoredReminder[];
} {
  const reminders = row.reminders.map(({ key, occurrenceId, occurrence, unitId, role, step, dueDate, reason }) => ({
    key,
    occurrenceId,
    taskId: occurrence.taskId,
    unitId,
    role,
    step,
    dueDate,
    reason: fromJson<StoredReminder["reason"]>(reason),
  }));
  return { digest: toDigest(row), reminders };
}
