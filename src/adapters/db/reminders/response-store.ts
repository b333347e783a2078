// What people said to their reminders. Append-only, each with its audit row, once per click.
import type { NewResponse, ResponseStore } from "../../../app/reminders/responses/response-store.ts";
import type { ReminderResponse } from "../../../domain/reminders/responses.ts";
import { Prisma, type PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

const WITH_TASK = { occurrence: { select: { taskId: true } } } satisfies Prisma.ReminderResponseInclude;

const OF_WHOSE_TASK = ["accepted", "not_mine", "not_mine_accepted", "not_mine_declined", "assigned"] as const;

/** What is not said again, or not any more, once this was said last. */
const REFUSED_AFTER: Partial<Record<ReminderResponse["kind"], ReadonlySet<ReminderResponse["kind"]>>> = {
  accepted: new Set(["accepted", "not_mine_accepted"]),
  not_mine: new Set(["not_mine"]),
};

type Row = Prisma.ReminderResponseGetPayload<{ include: typeof WITH_TASK }>;

export function createResponseStore(prisma: PrismaClient): ResponseStore {
  return {
    append: (response) =>
      writeInTurn(prisma, async (tx) => {
        if (await tx.reminderResponse.findUnique({ where: { sourceKey: response.sourceKey } })) return null;
        const last = REFUSED_AFTER[response.kind];
        if (last !== undefined) {
          const newest = await newestOf(tx, response);
          if (newest !== null && last.has(newest.kind)) return null;
        }
        return insertResponse(tx, response);
      }),

    decide: (on, decision) =>
      writeInTurn(prisma, async (tx) => {
        const { sourceKey } = decision;
        const known = await tx.reminderResponse.findUnique({ where: { sourceKey }, include: WITH_TASK });
        if (known !== null) return { stored: true, newest: toResponse(known) };
        const newest = await newestOf(tx, decision);
        if (newest !== null && newest.id !== on) return { stored: false, newest: toResponse(newest) };
        return { stored: true, newest: await insertResponse(tx, decision) };
      }),

    async find(id) {
      const row = await prisma.reminderResponse.findUnique({ where: { id }, include: WITH_TASK });
      return row === null ? null : toResponse(row);
    },

    async newest(taskIds = undefined) {
      const which = taskIds ? Prisma.sql`t."id" = ANY(${[...taskIds]}::int[])` : Prisma.sql`t."state" = 'open'`;
      const ids = await prisma.$queryRaw<{ id: number }[]>`
        SELECT max(r."id") AS "id" FROM "ReminderResponse" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
          JOIN "Task" t ON t."id" = o."taskId"
        WHERE ${which} GROUP BY o."taskId", r."unitId", r."kind"`;
      const rows = await prisma.reminderResponse.findMany({
        where: { id: { in: ids.map((row) => row.id) } },
        include: WITH_TASK,
        orderBy: { id: "asc" },
      });
      return rows.map(toResponse);
    },

    async pendingClaims() {
      const rows = await prisma.reminderResponse.findMany({
        where: { kind: "not_mine", occurrence: { task: { state: "open" } } },
        include: WITH_TASK,
        orderBy: { id: "asc" },
      });
      if (rows.length === 0) return [];
      const later = await prisma.reminderResponse.findMany({
        where: {
          unitId: { in: rows.map((row) => row.unitId) },
          occurrence: { taskId: { in: rows.map((row) => row.occurrence.taskId) } },
          kind: { in: [...OF_WHOSE_TASK] },
        },
        include: WITH_TASK,
      });
      const isSettled = (claim: Row) =>
        later.some(
          (one) =>
            one.id > claim.id && one.unitId === claim.unitId && one.occurrence.taskId === claim.occurrence.taskId,
        );
      return rows.filter((row) => !isSettled(row)).map(toResponse);
    },
  };
}

/** Stores it with its audit row. Only inside `writeInTurn`. */
export async function insertResponse(tx: Prisma.TransactionClient, response: NewResponse): Promise<ReminderResponse> {
  const { on, remindAt, ...fields } = response;
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
}

/** What the unit, or the office of it, said last of whose task it is. */
async function newestOf(
  tx: Prisma.TransactionClient,
  { occurrenceId, unitId }: Pick<NewResponse, "occurrenceId" | "unitId">,
): Promise<Row | null> {
  const { taskId } = await tx.occurrence.findUniqueOrThrow({ where: { id: occurrenceId }, select: { taskId: true } });
  return tx.reminderResponse.findFirst({
    where: { unitId, occurrence: { taskId }, kind: { in: [...OF_WHOSE_TASK] } },
    orderBy: { id: "desc" },
    include: WITH_TASK,
  });
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
