// Units, their spellings, members and contacts.
import type { UnitStore } from "../../app/ports.ts";
import { addDays } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { toUnit, UNIT_PARTS } from "./register/rows.ts";

export function createUnitStore(prisma: PrismaClient): UnitStore {
  return {
    async findByKey(key) {
      const row = await prisma.unit.findFirst({ where: called(key), include: UNIT_PARTS });
      return row === null ? null : toUnit(row);
    },

    async create({ name, key, kind }, by) {
      const id = await writeInTurn(prisma, async (tx) => {
        const known = await findHolder(tx, key);
        if (known !== null) return known.id;
        const unit = await tx.unit.create({ data: { name, key, kind }, select: { id: true } });
        const after = { name, key, kind };
        await appendAudit(tx, { actor: by, action: "unit.create", subject: `unit:${unit.id}`, after });
        return unit.id;
      });
      return toUnit(await prisma.unit.findUniqueOrThrow({ where: { id }, include: UNIT_PARTS }));
    },

    /** Throws `Refusal("alias-taken", { alias, unit })` where another unit is called that. */
    addAlias: (unitId, { name, key }, by) =>
      writeInTurn(prisma, async (tx) => {
        const holder = await findHolder(tx, key);
        if (holder !== null && holder.id !== unitId)
          throw new Refusal("alias-taken", { alias: name, unit: holder.name });
        if (holder?.name === name || holder?.aliases.some((alias) => alias.name === name)) return;
        await tx.unitAlias.create({ data: { unitId, name, key } });
        await appendAudit(tx, { actor: by, action: "unit.alias", subject: `unit:${unitId}`, after: { name, key } });
      }),

    saveContact: ({ unitId, slackUser, name, role, by }) =>
      writeInTurn(prisma, async (tx) => {
        const where = { unitId_slackUser: { unitId, slackUser } };
        const before = await tx.contact.findUnique({ where, select: { name: true, role: true, endedAt: true } });
        await tx.contact.upsert({
          where,
          create: { unitId, slackUser, name, role },
          update: { name, role, endedAt: null },
        });
        const after = { slackUser, name, role };
        await appendAudit(tx, { actor: by, action: "contact.save", subject: `unit:${unitId}`, before, after });
      }),

    setMembers: (groupId, memberIds, from, by) =>
      writeInTurn(prisma, async (tx) => {
        const open = await tx.groupMember.findMany({ where: { groupId, to: null }, orderBy: { memberId: "asc" } });
        const before = open.map((member) => member.memberId);
        const leaving = before.filter((id) => !memberIds.includes(id));
        const joining = [...new Set(memberIds)].filter((id) => !before.includes(id));
        await tx.groupMember.updateMany({
          where: { groupId, memberId: { in: leaving }, to: null },
          data: { to: addDays(from, -1) },
        });
        for (const memberId of joining) {
          // A unit that left and comes back on the same day takes up its row again.
          await tx.groupMember.upsert({
            where: { groupId_memberId_from: { groupId, memberId, from } },
            create: { groupId, memberId, from },
            update: { to: null },
          });
        }
        const after = { memberIds: [...memberIds], from };
        await appendAudit(tx, { actor: by, action: "group.members", subject: `unit:${groupId}`, before, after });
      }),
  };
}

function called(key: string): Prisma.UnitWhereInput {
  return { OR: [{ key }, { aliases: { some: { key } } }] };
}

function findHolder(tx: Prisma.TransactionClient, key: string) {
  return tx.unit.findFirst({ where: called(key), include: { aliases: true } });
}
