// Digests and their reminders: planned once by key, claimed by one sender, never lost. The tables are the truth, the queue is transport.
import type { ReminderStore } from "../../app/reminders/reminder-store.ts";
import { HANDED_ON } from "../../domain/reminders/digest.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import type { Database } from "./client.ts";
import { batched } from "./reminders/batched.ts";
import { digestClaims, type EnqueueDigests } from "./reminders/digest-claims.ts";
import { type FoundDigest, findDigests, findIdByMessage } from "./reminders/find-digests.ts";
import { saveDigests } from "./reminders/save-digests.ts";

export function createReminderStore(
  database: Pick<Database, "prisma" | "query">,
  enqueue: EnqueueDigests,
): ReminderStore {
  const { prisma, query } = database;
  const find: (id: number) => Promise<FoundDigest | null> = batched((ids: readonly number[]) =>
    findDigests(query, ids),
  );
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

    find,

    async findByMessage(channel, ts) {
      const id = await findIdByMessage(query, channel, ts);
      return id === null ? null : find(id);
    },

    ...digestClaims(database, enqueue),

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
