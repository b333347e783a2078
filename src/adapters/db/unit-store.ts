// Units, their spellings, members and contacts.
import type { UnitStore } from "../../app/register/units/unit-store.ts";
import { addDays } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { createContactStore } from "./register/contacts.ts";
import { loadReading, mergeUnits, unmergeUnit } from "./register/merge-units.ts";
import { toUnit, UNIT_PARTS } from "./register/rows.ts";

type Transaction = Prisma.TransactionClient;

export function createUnitStore(prisma: PrismaClient): UnitStore {
  return {
    async findByKey(key) {
      const id = await findRoot(prisma, key);
      return id === null ? null : toUnit(await prisma.unit.findUniqueOrThrow({ where: { id }, include: UNIT_PARTS }));
    },

    async create({ name, key, kind }, by) {
      const id = await writeInTurn(prisma, async (tx) => {
        const known = await findRoot(tx, key);
        if (known !== null) return known;
        const unit = await tx.unit.create({ data: { name, key, kind }, select: { id: true } });
        const after = { name, key, kind };
        await appendAudit(tx, { actor: by, action: "unit.create", subject: `unit:${unit.id}`, after });
        return unit.id;
      });
      return toUnit(await prisma.unit.findUniqueOrThrow({ where: { id }, include: UNIT_PARTS }));
    },

    /** Throws `Refusal("alias-taken", { alias, unit })` where another unit is called that. */
    addAlias: (unitId, { name, key, validFrom = null, validTo = null }, by) =>
      writeInTurn(prisma, async (tx) => {
        const { rootOf } = await loadReading(tx);
        const holders = await tx.unit.findMany({ where: called(key), include: { aliases: true } });
        const other = holders.find((holder) => rootOf(holder.id) !== rootOf(unitId));
        if (other !== undefined) throw new Refusal("alias-taken", { alias: name, unit: other.name });
        if (holders.some((holder) => holder.name === name)) return;
        const before = holders.flatMap((holder) => holder.aliases).find((alias) => alias.name === name);
        if (before?.validFrom === validFrom && before.validTo === validTo) return;
        const dates = { validFrom, validTo };
        if (before === undefined) await tx.unitAlias.create({ data: { unitId, name, key, ...dates } });
        // All spellings of one key hold for the same time.
        await tx.unitAlias.updateMany({ where: { key, unitId: { in: holders.map(({ id }) => id) } }, data: dates });
        const after = { name, key, ...dates };
        await appendAudit(tx, { actor: by, action: "unit.alias", subject: `unit:${unitId}`, after });
      }),

    ...createContactStore(prisma),

    setMembers: (groupId, memberIds, from, by) =>
      writeInTurn(prisma, async (tx) => {
        const { rootOf, sameAs } = await loadReading(tx);
        const wanted = new Set(memberIds.map(rootOf));
        const where = { groupId: { in: sameAs(groupId) }, OR: [{ to: null }, { to: { gte: from } }] };
        const current = await tx.groupMember.findMany({ where, orderBy: { memberId: "asc" } });
        const before = current.map((member) => member.memberId);
        const leaving = before.filter((id) => !wanted.has(rootOf(id)));
        const staying = before.filter((id) => wanted.has(rootOf(id)));
        const joining = [...wanted].filter((id) => !staying.map(rootOf).includes(id));
        await tx.groupMember.updateMany({
          where: { ...where, memberId: { in: leaving } },
          data: { to: addDays(from, -1) },
        });
        await tx.groupMember.updateMany({ where: { ...where, memberId: { in: staying } }, data: { to: null } });
        for (const memberId of joining) await join(tx, { groupId, memberId, from });
        const after = { memberIds: [...memberIds], from };
        await appendAudit(tx, { actor: by, action: "group.members", subject: `unit:${groupId}`, before, after });
      }),

    changeMembers: (groupId, { added, redated, ended }, by) =>
      writeInTurn(prisma, async (tx) => {
        const { sameAs } = await loadReading(tx);
        for (const { unitId, was, from, to } of [...ended, ...redated]) {
          const where = { groupId: { in: sameAs(groupId) }, memberId: { in: sameAs(unitId) }, from: was };
          await tx.groupMember.updateMany({ where, data: { from, to } });
        }
        for (const { unitId, from, to } of added) await join(tx, { groupId, memberId: unitId, from, to });
        const after = { added, redated, ended };
        await appendAudit(tx, { actor: by, action: "group.list", subject: `unit:${groupId}`, after });
      }),

    merge: (fromId, intoId, by) => mergeUnits(prisma, fromId, intoId, by),
    unmerge: (fromId, by) => unmergeUnit(prisma, fromId, by),
  };
}

/** A unit that left and comes back on the same day takes up its row again. */
async function join(
  tx: Transaction,
  { groupId, memberId, from, to = null }: { groupId: number; memberId: number; from: string; to?: string | null },
): Promise<void> {
  await tx.groupMember.upsert({
    where: { groupId_memberId_from: { groupId, memberId, from } },
    create: { groupId, memberId, from, to },
    update: { to },
  });
}

/** The unit that is called that, by a name of its own before an alias; where it was merged into another one, that one. */
async function findRoot(tx: Transaction, key: string): Promise<number | null> {
  const named = await tx.unit.findUnique({ where: { key }, select: { id: true } });
  const holder = named ?? (await tx.unit.findFirst({ where: called(key), select: { id: true } }));
  return holder === null ? null : (await loadReading(tx)).rootOf(holder.id);
}

function called(key: string): Prisma.UnitWhereInput {
  return { OR: [{ key }, { aliases: { some: { key } } }] };
}
