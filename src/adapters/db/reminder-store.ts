// Digests and their reminders: planned once by key, claimed by one sender, never lost. The tables are the truth, the queue is transport.
import type { ReminderStore, StoredDigest, StoredReminder } from "../../app/reminders/reminder-store.ts";
import { HANDED_ON } from "../../domain/reminders/digest.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import type { DigestModel, ReminderModel } from "../../generated/prisma/models.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { fromJson } from "./json.ts";
import { batched } from "./reminders/batched.ts";
import { digestClaims, type EnqueueDigests, toDigest } from "./reminders/digest-claims.ts";
import { saveDigests } from "./reminders/save-digests.ts";

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
        const ids = (await saveDigests(tx, enqueue, digests, tickId)).map((one) => one.id);
        if (ids.length === 0) return [];
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
