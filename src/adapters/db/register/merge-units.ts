// Merges of units and their undoing. A merge is a row; every reader follows it, and no other row is touched.
import { type Merge, rootFinder } from "../../../domain/register/unit-merge.ts";
import { Refusal } from "../../../errors.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

type Transaction = Prisma.TransactionClient;

/** Throws `already-merged`, and `merge-same` where `intoId` is read as `fromId` itself. */
export function mergeUnits(prisma: PrismaClient, fromId: number, intoId: number, by: string): Promise<void> {
  return writeInTurn(prisma, async (tx) => {
    const { rootOf } = await loadReading(tx);
    const from = await tx.unit.findUniqueOrThrow({ where: { id: fromId } });
    const into = await tx.unit.findUniqueOrThrow({ where: { id: rootOf(intoId) } });
    if (rootOf(fromId) !== fromId) {
      const present = await tx.unit.findUniqueOrThrow({ where: { id: rootOf(fromId) } });
      throw new Refusal("already-merged", { unit: from.name, into: present.name });
    }
    if (into.id === fromId) throw new Refusal("merge-same", { unit: from.name });
    const { id } = await tx.unitMerge.create({ data: { fromId, intoId: into.id, mergedBy: by } });
    const after = { mergeId: id, intoId: into.id, into: into.name, named: await whatNames(tx, fromId) };
    await appendAudit(tx, { actor: by, action: "unit.merge", subject: `unit:${fromId}`, after });
  });
}

/** Throws `not-merged`. */
export function unmergeUnit(prisma: PrismaClient, fromId: number, by: string): Promise<void> {
  return writeInTurn(prisma, async (tx) => {
    const merge = await tx.unitMerge.findFirst({ where: { fromId, undoneAt: null }, include: { from: true } });
    if (merge === null) {
      const unit = await tx.unit.findUnique({ where: { id: fromId } });
      throw new Refusal("not-merged", { unit: unit?.name ?? "" });
    }
    await tx.unitMerge.update({ where: { id: merge.id }, data: { undoneBy: by, undoneAt: new Date() } });
    const before = { mergeId: merge.id, intoId: merge.intoId };
    await appendAudit(tx, { actor: by, action: "unit.unmerge", subject: `unit:${fromId}`, before });
  });
}

/** How ids are read: `rootOf` gives the unit an id is read as, `sameAs` all ids that are read as the same unit. */
export async function loadReading(
  tx: Transaction,
): Promise<{ rootOf(id: number): number; sameAs(id: number): number[] }> {
  const merges: Merge[] = await tx.unitMerge.findMany({
    where: { undoneAt: null },
    select: { fromId: true, intoId: true },
  });
  const rootOf = rootFinder(merges);
  const merged = merges.map((merge) => merge.fromId);
  return {
    rootOf,
    sameAs: (id) => [rootOf(id), ...merged.filter((one) => rootOf(one) === rootOf(id))],
  };
}

/** How many rows name the unit, for the record. */
async function whatNames(tx: Transaction, unitId: number) {
  return {
    assignments: await tx.assignment.count({ where: { unitId } }),
    contacts: await tx.contact.count({ where: { unitId, endedAt: null } }),
    groups: await tx.groupMember.count({ where: { memberId: unitId, to: null } }),
    updates: await tx.statusUpdate.count({ where: { unitId } }),
  };
}
