// Urges: who asked which silent units of a task. Append-only, once a day, together with the messages that say so.
import type { UrgeStore } from "../../../app/status/support/urge-store.ts";
import type { Urge } from "../../../domain/reminders/support/urge.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";
import type { EnqueueDigests } from "./digest-claims.ts";
import { saveDigests } from "./save-digests.ts";

const WITH_UNITS = { units: { orderBy: { unitId: "asc" } } } satisfies Prisma.UrgeInclude;

export function createUrgeStore(prisma: PrismaClient, enqueue: EnqueueDigests): UrgeStore {
  return {
    save: ({ units, on, ...fields }, digests) =>
      writeInTurn(prisma, async (tx) => {
        const { taskId, urgedBy } = fields;
        if (await tx.urge.findUnique({ where: { taskId_urgedOn: { taskId, urgedOn: on } } })) return null;
        const saved = new Set((await saveDigests(tx, enqueue, digests, null)).map((one) => one.key));
        const dropped = digests.filter(({ key }) => !saved.has(key)).flatMap((one) => one.reminders);
        const late = new Set(dropped.filter((one) => one.contactId !== null).map((one) => one.unitId));
        const reached = units.map(({ unitId, way }) => ({ unitId, way: late.has(unitId) ? ("digest" as const) : way }));
        const row = await tx.urge.create({
          data: { ...fields, urgedOn: on, units: { create: reached } },
          include: WITH_UNITS,
        });
        const after = toUrge(row);
        await appendAudit(tx, { actor: urgedBy, action: "task.urge", subject: `task:${taskId}`, after });
        return after;
      }),

    async newest(taskId) {
      const row = await prisma.urge.findFirst({ where: { taskId }, orderBy: { id: "desc" }, include: WITH_UNITS });
      return row === null ? null : toUrge(row);
    },

    async since(day) {
      const rows = await prisma.urge.findMany({
        where: { urgedOn: { gte: day }, task: { state: "open" } },
        orderBy: { id: "asc" },
        include: WITH_UNITS,
      });
      return rows.map(toUrge);
    },
  };
}

function toUrge(row: Prisma.UrgeGetPayload<{ include: typeof WITH_UNITS }>): Urge {
  const { id, taskId, occurrenceId, urgedBy, unitName, urgedOn } = row;
  const units = row.units.map(({ unitId, way }) => ({ unitId, way }));
  return { id, taskId, occurrenceId, urgedBy, unitName, on: urgedOn, units };
}
