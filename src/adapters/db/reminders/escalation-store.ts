// Who was asked and told when, and which escalations somebody stopped.
import type { EscalationStore, SaidReminder } from "../../../app/reminders/escalation/escalation-store.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudits, writeInTurn } from "../audit.ts";

type Target = Parameters<EscalationStore["stop"]>[0][number];

export function createEscalationStore(prisma: PrismaClient): EscalationStore {
  return {
    said: (occurrenceIds) => prisma.$queryRaw<SaidReminder[]>`
      SELECT DISTINCT r."occurrenceId", r."unitId", r."role"::text AS "role", r."level", d."date" AS "on"
      FROM "Reminder" r JOIN "Digest" d ON d."id" = r."digestId"
      WHERE r."occurrenceId" = ANY(${[...occurrenceIds]}::int[]) AND d."state" NOT IN ('failed', 'cancelled')
        AND (r."level" > 0 OR r."contactId" IS NOT NULL)
      ORDER BY "on", r."level"`,

    // The secretary's word on 「不属本单位职责」 is no sign of the unit.
    signs: (occurrenceIds) => prisma.$queryRaw<{ occurrenceId: number; unitId: number; on: string }[]>`
      SELECT "occurrenceId", "unitId", max("respondedOn") AS "on" FROM "ReminderResponse"
      WHERE "occurrenceId" = ANY(${[...occurrenceIds]}::int[]) AND "kind"::text IN ('seen', 'later', 'not_mine')
      GROUP BY "occurrenceId", "unitId" ORDER BY "occurrenceId", "unitId"`,

    stops: () =>
      prisma.escalationStop.findMany({
        where: { resumedAt: null },
        orderBy: { id: "asc" },
        select: { occurrenceId: true, unitId: true, reason: true },
      }),

    stop: (targets, { reason, by }) =>
      writeInTurn(prisma, async (tx) => {
        const known = await inForce(tx, targets);
        const fresh = targets.filter((one) => !known.some((row) => isOf(row, one)));
        await tx.escalationStop.createMany({
          data: fresh.map(({ occurrenceId, unitId }) => ({ occurrenceId, unitId, reason, stoppedBy: by })),
        });
        await appendAudits(
          tx,
          fresh.map(({ occurrenceId, unitId }) => ({
            actor: by,
            action: "escalation.stop",
            subject: `occurrence:${occurrenceId}`,
            after: { unitId, reason },
          })),
        );
        return fresh.length;
      }),

    resume: (targets, { by }) =>
      writeInTurn(prisma, async (tx) => {
        const stopped = await inForce(tx, targets);
        await tx.escalationStop.updateMany({
          where: { id: { in: stopped.map((row) => row.id) } },
          data: { resumedBy: by, resumedAt: new Date() },
        });
        await appendAudits(
          tx,
          stopped.map(({ occurrenceId, unitId, reason }) => ({
            actor: by,
            action: "escalation.resume",
            subject: `occurrence:${occurrenceId}`,
            before: { unitId, reason },
          })),
        );
        return stopped.length;
      }),
  };
}

function inForce(tx: Prisma.TransactionClient, targets: readonly Target[]) {
  return tx.escalationStop.findMany({
    where: { resumedAt: null, OR: targets.map(({ occurrenceId, unitId }) => ({ occurrenceId, unitId })) },
    orderBy: { id: "asc" },
  });
}

function isOf(row: Target, { occurrenceId, unitId }: Target): boolean {
  return row.occurrenceId === occurrenceId && row.unitId === unitId;
}
