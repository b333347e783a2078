// Contacts of units: naming, relieving, and who stands in while one is away.
import type { UnitStore } from "../../../app/register/units/unit-store.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

type Transaction = Prisma.TransactionClient;

/** What a contact's row holds of an absence. */
const NOBODY_AWAY = { absentFrom: null, absentTo: null, substituteId: null };

export function createContactStore(
  prisma: PrismaClient,
): Pick<UnitStore, "saveContact" | "saveAbsence" | "endContact"> {
  return {
    saveContact: ({ unitId, slackUser, name, role, by }) =>
      writeInTurn(prisma, async (tx) => {
        const where = { unitId_slackUser: { unitId, slackUser } };
        const before = await tx.contact.findUnique({ where, select: { name: true, role: true, endedAt: true } });
        // Who comes back comes back present.
        const present = before?.endedAt == null ? {} : NOBODY_AWAY;
        await tx.contact.upsert({
          where,
          create: { unitId, slackUser, name, role },
          update: { name, role, endedAt: null, ...present },
        });
        // One person per role: whoever held it hands it over.
        await tx.contact.updateMany({
          where: { unitId, role, slackUser: { not: slackUser }, endedAt: null },
          data: { endedAt: new Date() },
        });
        const after = { slackUser, name, role };
        await appendAudit(tx, { actor: by, action: "contact.save", subject: `unit:${unitId}`, before, after });
      }),

    saveAbsence: (contactId, absence, by) =>
      writeInTurn(prisma, async (tx) => {
        const before = await tx.contact.findUniqueOrThrow({ where: { id: contactId }, include: { substitute: true } });
        const substituteId = absence?.substitute ? await rowOf(tx, before.unitId, absence.substitute) : null;
        const data = absence ? { absentFrom: absence.from, absentTo: absence.to, substituteId } : NOBODY_AWAY;
        await tx.contact.update({ where: { id: contactId }, data });
        const substitute = before.substitute?.slackUser ?? null;
        await appendAudit(tx, {
          actor: by,
          action: absence ? "contact.absence" : "contact.absence-ended",
          subject: `contact:${contactId}`,
          before: { from: before.absentFrom, to: before.absentTo, substitute },
          ...(absence && {
            after: { from: absence.from, to: absence.to, substitute: absence.substitute?.slackUser ?? null },
          }),
        });
      }),

    endContact: (contactId, by) =>
      writeInTurn(prisma, async (tx) => {
        const row = await tx.contact.findFirst({ where: { id: contactId, endedAt: null } });
        if (row === null) return false;
        await tx.contact.update({ where: { id: contactId }, data: { endedAt: new Date() } });
        const before = { slackUser: row.slackUser, name: row.name, role: row.role };
        await appendAudit(tx, { actor: by, action: "contact.end", subject: `unit:${row.unitId}`, before });
        return true;
      }),
  };
}

/** The person's row in the unit; one that is over from the start for somebody who is no contact of it. */
async function rowOf(tx: Transaction, unitId: number, person: { slackUser: string; name: string }): Promise<number> {
  const { slackUser, name } = person;
  const row = await tx.contact.upsert({
    where: { unitId_slackUser: { unitId, slackUser } },
    create: { unitId, slackUser, name, role: "deputy", endedAt: new Date() },
    update: { name },
  });
  return row.id;
}
