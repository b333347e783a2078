// What people said to their reminders. Append-only, each with its audit row, once per click.
import type { ResponseStore } from "../../../app/reminders/responses/response-store.ts";
import type { ReminderResponse } from "../../../domain/reminders/responses.ts";
import { Prisma, type PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

const WITH_TASK = { occurrence: { select: { taskId: true } } } satisfies Prisma.ReminderResponseInclude;

type Row = Prisma.ReminderResponseGetPayload<{ include: typeof WITH_TASK }>;

export function createResponseStore(prisma: PrismaClient): ResponseStore {
  return {
    append: (response) =>
      writeInTurn(prisma, async (tx) => {
        const { on, remindAt, ...fields } = response;
        if (await tx.reminderResponse.findUnique({ where: { sourceKey: fields.sourceKey } })) return null;
        if (fields.kind === "not_mine" && (await isUndecided(tx, fields))) return null;
        const row = await tx.reminderResponse.create({
          data: { ...fields, respondedOn: on, remindAt: remindAt === null ? null : new Date(`${remindAt}Z`) },
          include: WITH_TASK,
        });
        const stored = toResponse(row);
        await appendAudit(tx, {
          actor: fields.slackUser,
          action: "reminder.response",
          subject: `task:${stored.taskId}`,
          after: stored,
        });
        return stored;
      }),

    async find(id) {
      const row = await prisma.reminderResponse.findUnique({ where: { id }, include: WITH_TASK });
      return row === null ? null : toResponse(row);
    },

    async newest(taskIds = undefined) {
      const ofTasks = taskIds ? Prisma.sql`AND t."id" = ANY(${[...taskIds]}::int[])` : Prisma.empty;
      const ids = await prisma.$queryRaw<{ id: number }[]>`
        SELECT max(r."id") AS "id" FROM "ReminderResponse" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
          JOIN "Task" t ON t."id" = o."taskId"
        WHERE t."state" = 'open' ${ofTasks} GROUP BY o."taskId", r."unitId", r."kind"`;
      const rows = await prisma.reminderResponse.findMany({
        where: { id: { in: ids.map((row) => row.id) } },
        include: WITH_TASK,
        orderBy: { id: "asc" },
      });
      return rows.map(toResponse);
    },
  };
}

async function isUndecided(
  tx: Prisma.TransactionClient,
  { occurrenceId, unitId }: { occurrenceId: number; unitId: number },
): Promise<boolean> {
  const { taskId } = await tx.occurrence.findUniqueOrThrow({ where: { id: occurrenceId }, select: { taskId: true } });
  const newest = await tx.reminderResponse.findFirst({
    where: { unitId, occurrence: { taskId }, kind: { in: ["not_mine", "not_mine_accepted", "not_mine_declined"] } },
    orderBy: { id: "desc" },
    select: { kind: true },
  });
  return newest?.kind === "not_mine";
}

function toResponse(row: Row): ReminderResponse {
  const { id, occurrenceId, unitId, slackUser, kind, reason, respondedOn } = row;
  const remindAt = row.remindAt?.toISOString().slice(0, 16) ?? null;
  return {
    id,
    occurrenceId,
    taskId: row.occurrence.taskId,
    unitId,
    slackUser,
    kind,
    remindAt,
    reason,
    on: respondedOn,
  };
}
