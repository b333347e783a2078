// Deliveries from Slack, stored before they are acknowledged, so that each takes effect once.
import type { InboxStore } from "../../app/ports.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { toJsonText } from "./json.ts";

const UNDONE_AT_ONCE = 100;

export function createInboxStore(prisma: PrismaClient): InboxStore {
  return {
    /** One statement: the acknowledgement waits for it. */
    async receive({ deliveryId, kind, payload }) {
      const inserted = await prisma.$executeRaw`
        INSERT INTO "InboxDelivery" ("deliveryId", "kind", "payload", "receivedAt")
        VALUES (${deliveryId}, ${kind}, ${toJsonText(payload)}::jsonb, now() AT TIME ZONE 'UTC')
        ON CONFLICT ("deliveryId") DO NOTHING`;
      return inserted === 1;
    },

    async markDone(deliveryId) {
      await prisma.$executeRaw`
        UPDATE "InboxDelivery" SET "effectDoneAt" = now() AT TIME ZONE 'UTC'
        WHERE "deliveryId" = ${deliveryId} AND "effectDoneAt" IS NULL`;
    },

    undone({ from, to }) {
      return prisma.inboxDelivery.findMany({
        where: { effectDoneAt: null, receivedAt: { gte: from, lt: to } },
        orderBy: { id: "asc" },
        take: UNDONE_AT_ONCE,
        select: { deliveryId: true, kind: true, payload: true },
      });
    },
  };
}
