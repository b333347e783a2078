// Digests and their reminders: planned once by key, claimed by one sender, never lost. The tables are the truth, the queue is transport.
import type { ReminderStore, StoredDigest, StoredReminder } from "../../app/reminders/reminder-store.ts";
import { HANDED_ON, type PlannedDigest } from "../../domain/reminders/digest.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import type { DigestModel, ReminderModel } from "../../generated/prisma/models.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { fromJson, toJson } from "./json.ts";
import { readLastRestore } from "./reminders/after-restore.ts";
import { batched } from "./reminders/batched.ts";
import { digestClaims, type EnqueueDigests, toDigest } from "./reminders/digest-claims.ts";

const WITH_REMINDERS = {
  reminders: { orderBy: { id: "asc" }, include: { occurrence: { select: { taskId: true } } } },
} satisfies Prisma.DigestInclude;

export function createReminderStore(prisma: PrismaClient, enqueue: EnqueueDigests): ReminderStore {
  return {
    async plannedKeys(occurrenceIds) {
      const rows = await prisma.$queryRaw<{ key: string }[]>`
        SELECT r."key" FROM "Reminder" r JOIN "Digest" d ON d."id" = r."digestId"
        WHERE r."occurrenceId" = ANY(${[...occurrenceIds]}::int[]) AND d."state" <> 'cancelled'`;
      return new Set(rows.map((row) => row.key));
    },

    async digestedUsers(date) {
      const rows = await prisma.digest.findMany({
        where: { date, kind: { not: "further" } },
        select: { slackUser: true },
      });
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

    async supersede(date) {
      const { count } = await prisma.digest.updateMany({
        where: {
          state: "pending",
          date: { lt: date },
          kind: { in: ["contact", "secretary"] },
          NOT: { key: { endsWith: HANDED_ON } },
        },
        data: { state: "cancelled", lastError: "superseded" },
      });
      return count;
    },

    find: batched(async (digestIds: readonly number[]) => {
      const found = new Map((await findMany(prisma, digestIds)).map((row) => [row.id, row]));
      return digestIds.map((id) => {
        const row = found.get(id);
        return row === undefined ? null : toDigestWithReminders(row);
      });
    }),

    async findByMessage(channel, ts) {
      const row = await prisma.digest.findFirst({
        where: { slackChannel: channel, slackTs: ts },
        include: WITH_REMINDERS,
      });
      return row === null ? null : toDigestWithReminders(row);
    },

    ...digestClaims(prisma, enqueue),

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

/**
 * What is not stored yet. A digest whose key exists is left alone with all its reminders: they have no row, so the next
 * plan finds them again. A reminder stands in one digest only; a digest left empty is dropped. What stands in a cancelled
 * digest was never said: its rows make way.
 */
async function leaveOutKnown(
  tx: Prisma.TransactionClient,
  digests: readonly PlannedDigest[],
): Promise<PlannedDigest[]> {
  const digestKeys = digests.map((digest) => digest.key);
  const reminderKeys = digests.flatMap((digest) => digest.reminders.map((reminder) => reminder.key));
  const digestRows = await tx.digest.findMany({ where: { key: { in: digestKeys } }, select: { key: true } });
  await tx.reminder.deleteMany({ where: { key: { in: reminderKeys }, digest: { state: "cancelled" } } });
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
  const afterRestore = await readLastRestore(tx);
  const rows = await tx.digest.createManyAndReturn({
    data: digests.map(({ key, slackUser, kind, date }) => ({
      key,
      slackUser,
      kind,
      date,
      tickId,
      ...afterRestore(date),
    })),
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

type DigestRow = Prisma.DigestGetPayload<{ include: typeof WITH_REMINDERS }>;

/** In SQL: Prisma would compile a query anew for every number of ids. */
async function findMany(prisma: PrismaClient, ids: readonly number[]): Promise<DigestRow[]> {
  const digests = await prisma.$queryRaw<DigestModel[]>`SELECT * FROM "Digest" WHERE "id" = ANY(${[...ids]}::int[])`;
  const reminders = await prisma.$queryRaw<(ReminderModel & { taskId: number })[]>`
    SELECT r.*, o."taskId" FROM "Reminder" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
    WHERE r."digestId" = ANY(${[...ids]}::int[]) ORDER BY r."id"`;
  const byDigest = Map.groupBy(reminders, (reminder) => reminder.digestId);
  return digests.map((digest) => ({
    ...digest,
    reminders: (byDigest.get(digest.id) ?? []).map(({ taskId, ...row }) => ({ ...row, occurrence: { taskId } })),
  }));
}

function toDigestWithReminders(row: DigestRow): {
  digest: StoredDigest;
  reminders: readonly StoredReminder[];
} {
  const reminders = row.reminders.map(
    ({ key, occurrenceId, occurrence, unitId, role, step, level, dueDate, reason }) => ({
      key,
      occurrenceId,
      taskId: occurrence.taskId,
      unitId,
      role,
      step,
      dueDate,
      reason: fromJson<StoredReminder["reason"]>(reason),
      ...(level > 0 ? { level } : {}),
    }),
  );
  return { digest: toDigest(row), reminders };
}
