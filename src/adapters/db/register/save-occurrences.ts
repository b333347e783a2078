// Stores the occurrences that the deadline rules and the meetings give.
import type { Occurrence } from "../../../domain/register/deadline.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";
import { toJsonText } from "../json.ts";

/**
 * Inserts what is new and moves what is open, was never changed by a decision, and has other dates now (the meeting was
 * moved). The original due date stays as it was first stored. Returns how many rows changed.
 */
export async function saveOccurrences(
  prisma: PrismaClient,
  occurrences: readonly Omit<Occurrence, "id" | "changes">[],
): Promise<number> {
  if (occurrences.length === 0) return 0;
  const given = toJsonText(occurrences);
  return writeInTurn(prisma, async (tx) => {
    const moved = await tx.$executeRaw`
      UPDATE "Occurrence" o
      SET "opensOn" = x."opensOn", "dueDate" = x."dueDate", "supportingDueDate" = x."supportingDueDate"
      FROM jsonb_to_recordset(${given}::jsonb) AS x(
        "taskId" int, "kind" "OccurrenceKind", "period" text, "opensOn" text, "dueDate" text, "supportingDueDate" text)
      WHERE o."taskId" = x."taskId" AND o."kind" = x."kind" AND o."period" = x."period"
        AND o."state" = 'open' AND o."changes" = 0
        AND (o."opensOn", o."dueDate", o."supportingDueDate") <> (x."opensOn", x."dueDate", x."supportingDueDate")`;
    // Not ON CONFLICT alone: that would use up an id for every row that is there already, on every tick.
    const inserted = await tx.$executeRaw`
      INSERT INTO "Occurrence" ("taskId", "kind", "period", "opensOn", "dueDate", "supportingDueDate", "originalDueDate")
      SELECT "taskId", "kind", "period", "opensOn", "dueDate", "supportingDueDate", "originalDueDate"
      FROM jsonb_to_recordset(${given}::jsonb) AS x(
        "taskId" int, "kind" "OccurrenceKind", "period" text, "opensOn" text, "dueDate" text, "supportingDueDate" text,
        "originalDueDate" text)
      WHERE NOT EXISTS (
        SELECT FROM "Occurrence" o WHERE o."taskId" = x."taskId" AND o."kind" = x."kind" AND o."period" = x."period")
      ON CONFLICT DO NOTHING`;
    if (moved + inserted > 0) {
      const after = { inserted, moved };
      await appendAudit(tx, { actor: "system", action: "occurrences.save", subject: "occurrences", after });
    }
    return moved + inserted;
  });
}
