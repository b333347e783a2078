// Deliveries from Slack, stored before they are acknowledged, so that each takes effect once.
import type { InboxStore } from "../../app/ports.ts";
import type { Database } from "./client.ts";
import { toJsonText } from "./json.ts";

const UNDONE_AT_ONCE = 100;

/** Gives back a row only where it was not stored already. */
const RECEIVE = `
  INSERT INTO "InboxDelivery" ("deliveryId", "kind", "payload", "receivedAt")
  VALUES ($1, $2, $3::jsonb, now() AT TIME ZONE 'UTC')
  ON CONFLICT ("deliveryId") DO NOTHING
  RETURNING "id"`;

const MARK_DONE = `
  UPDATE "InboxDelivery" SET "effectDoneAt" = now() AT TIME ZONE 'UTC'
  WHERE "deliveryId" = $1 AND "effectDoneAt" IS NULL`;

const TAKE_UP = `
  UPDATE "InboxDelivery" SET "takenUp" = "takenUp" + 1, "takenUpAt" = $2::timestamp
  WHERE "deliveryId" = $1 AND "effectDoneAt" IS NULL AND ("takenUpAt" IS NULL OR "takenUpAt" < $3::timestamp)
  RETURNING "takenUp"`;

export function createInboxStore({ prisma, query }: Pick<Database, "prisma" | "query">): InboxStore {
  return {
    /** One statement: the acknowledgement waits for it. */
    async receive({ deliveryId, kind, payload }) {
      const inserted = await query(RECEIVE, deliveryId, kind, toJsonText(payload));
      return inserted.length === 1;
    },

    async markDone(deliveryId) {
      await query(MARK_DONE, deliveryId);
    },

    undone({ from, to }) {
      return prisma.inboxDelivery.findMany({
        where: { effectDoneAt: null, receivedAt: { gte: from, lt: to } },
        orderBy: { id: "asc" },
        take: UNDONE_AT_ONCE,
        select: { deliveryId: true, kind: true, payload: true },
      });
    },

    async takeUp(deliveryId, { now, notSince }) {
      const [row] = await query<{ takenUp: number }>(TAKE_UP, deliveryId, inUtc(now), inUtc(notSince));
      return row?.takenUp ?? null;
    },
  };
}

/** Without a zone, so that no session's zone is read into it. */
function inUtc(instant: Date): string {
  return instant.toISOString().replace("Z", "");
}
