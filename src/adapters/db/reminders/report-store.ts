// What became of the reminders, read for people and for monitoring. Changes nothing.
import type { ReportStore } from "../../../app/reminders/status/report-store.ts";
import type { DigestFacts } from "../../../domain/reminders/overview/day-report.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";

const DAY_MS = 86_400_000;

/** A day's digests: one per contact. More than this on one page serves nobody. */
const MOST_DIGESTS = 2_000;

const WITH_ASKED = {
  reminders: {
    orderBy: { id: "asc" },
    select: { occurrenceId: true, unitId: true, occurrence: { select: { taskId: true } } },
  },
} satisfies Prisma.DigestInclude;

export function createReportStore(prisma: PrismaClient): ReportStore {
  const digestsWhere = async (where: Prisma.DigestWhereInput) => {
    const rows = await prisma.digest.findMany({
      where,
      include: WITH_ASKED,
      orderBy: { id: "asc" },
      take: MOST_DIGESTS,
    });
    return rows.map(toFacts);
  };
  return {
    digestsOn: (date) => digestsWhere({ date }),

    waitingBefore: (date) => digestsWhere({ date: { lt: date }, state: { in: ["pending", "sending"] } }),

    responsesSince(date, occurrenceIds) {
      return prisma.reminderResponse.findMany({
        where: { occurrenceId: { in: [...occurrenceIds] }, respondedOn: { gte: date } },
        select: { occurrenceId: true, unitId: true, slackUser: true },
      });
    },

    lastTick(date) {
      return prisma.tick.findFirst({
        ...(date === undefined ? {} : { where: { date } }),
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      });
    },

    async plannedDates(since) {
      const rows = await prisma.tick.findMany({
        where: { date: { gte: since }, finishedAt: { not: null }, error: null },
        distinct: ["date"],
        select: { date: true },
      });
      const first = await prisma.tick.findFirst({ orderBy: { date: "asc" }, select: { date: true } });
      return { planned: new Set(rows.map(({ date }) => date)), first: first?.date ?? null };
    },

    async figures(now) {
      const counts = await prisma.digest.groupBy({ by: ["state"], _count: { _all: true } });
      const oldest = await prisma.digest.findFirst({
        where: { state: { in: ["pending", "sending"] }, OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
        orderBy: { createdAt: "asc" },
        select: { createdAt: true },
      });
      const inboxUndone = await prisma.inboxDelivery.count({
        where: { effectDoneAt: null, receivedAt: { gte: new Date(now.getTime() - DAY_MS) } },
      });
      const tick = await prisma.tick.findFirst({
        where: { finishedAt: { not: null }, error: null },
        orderBy: { finishedAt: "desc" },
        select: { finishedAt: true },
      });
      return {
        digests: {
          ...{ pending: 0, sending: 0, sent: 0, failed: 0, cancelled: 0 },
          ...Object.fromEntries(counts.map(({ state, _count }) => [state, _count._all])),
        },
        oldestWaitingMs: oldest === null ? 0 : Math.max(0, now.getTime() - oldest.createdAt.getTime()),
        inboxUndone,
        lastTickFinishedAt: tick?.finishedAt ?? null,
      };
    },
  };
}

function toFacts(row: Prisma.DigestGetPayload<{ include: typeof WITH_ASKED }>): DigestFacts {
  const { id, slackUser, kind, date, state, notBefore, attempts, sentAt, lastError } = row;
  return {
    ...{ digestId: id, slackUser, kind, date, state, notBefore, attempts, sentAt },
    error: lastError,
    reminders: row.reminders.map(({ occurrenceId, unitId, occurrence }) => ({
      occurrenceId,
      unitId,
      taskId: occurrence.taskId,
    })),
  };
}
