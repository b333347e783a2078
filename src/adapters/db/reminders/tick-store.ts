// Ticks: claimed under a lock, so that of many processes at the same due minute one plans.
import { TAKEOVER_MS, type TickStore } from "../../../app/reminders/tick-store.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";

const TICK_LOCK = 7_261_002;

/** An error's first lines: enough to know it, and no book. */
const ERROR_LENGTH = 500;

export function createTickStore(prisma: PrismaClient): TickStore {
  return {
    begin: ({ date, occasion, now }) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${TICK_LOCK})`;
        const startedAt = { gt: new Date(now.getTime() - TAKEOVER_MS) };
        const running = { startedAt, finishedAt: null };
        const justFailed = { startedAt, error: { not: null } };
        const succeeded = { id: { startsWith: `${date}-day-` }, finishedAt: { not: null }, error: null };
        const inTheWay = occasion === "day" ? [running, justFailed, succeeded] : [running];
        if ((await tx.tick.findFirst({ where: { date, OR: inTheWay } })) !== null) return null;
        const id = `${date}-${occasion}-${crypto.randomUUID().slice(0, 8)}`;
        await tx.tick.create({ data: { id, date, startedAt: now } });
        return id;
      }),

    async finish(id, counts, now) {
      await prisma.tick.update({ where: { id }, data: { ...counts, finishedAt: now } });
    },

    async fail(id, error, now) {
      await prisma.tick.update({ where: { id }, data: { error: error.slice(0, ERROR_LENGTH), finishedAt: now } });
    },

    newest: (limit) => prisma.tick.findMany({ orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: limit }),
  };
}
