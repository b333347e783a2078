// Which posted digests show what, and the keys of reminders that went to somebody who no longer speaks for the unit.
import type { PostedStore } from "../../../app/reminders/responses/response-store.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

export function createPostedStore(prisma: PrismaClient): PostedStore {
  return {
    showing: (what, since) =>
      "taskIds" in what
        ? prisma.$queryRaw<{ digestId: number; slackUser: string }[]>`
            SELECT DISTINCT d."id" AS "digestId", d."slackUser" FROM "Digest" d JOIN "Reminder" r ON r."digestId" = d."id"
              JOIN "Occurrence" o ON o."id" = r."occurrenceId"
            WHERE d."state" = 'sent' AND d."date" >= ${since} AND o."taskId" = ANY(${[...what.taskIds]}::int[])
            ORDER BY d."id" DESC`
        : prisma.$queryRaw<{ digestId: number; slackUser: string }[]>`
            SELECT DISTINCT d."id" AS "digestId", d."slackUser" FROM "Digest" d JOIN "Reminder" r ON r."digestId" = d."id"
            WHERE d."state" = 'sent' AND d."date" >= ${since} AND r."unitId" = ANY(${[...what.unitIds]}::int[])
            ORDER BY d."id" DESC`,

    freeKeys: (unitId, people) =>
      writeInTurn(prisma, async (tx) => {
        // Reminders that were escalated went to others on purpose.
        const freed = await tx.$executeRaw`
          UPDATE "Reminder" r SET "key" = r."key" || ':was-for:' || d."slackUser" || ':' || d."id"
          FROM "Digest" d, "Occurrence" o
          WHERE d."id" = r."digestId" AND o."id" = r."occurrenceId" AND o."state" = 'open' AND d."kind" <> 'secretary'
            AND r."unitId" = ${unitId} AND r."level" = 0 AND r."contactId" IS NOT NULL
            AND NOT (d."slackUser" = ANY(${[...people]}::text[])) AND r."key" NOT LIKE '%:was-for:%'`;
        if (freed > 0) {
          const after = { freed, people: [...people] };
          await appendAudit(tx, { actor: "system", action: "reminders.free", subject: `unit:${unitId}`, after });
        }
        return freed;
      }),
  };
}
