// The tasks of a person's units in one query: `/lianxi 我的` waits for it.
import type { MyTaskRow } from "../../../app/ports.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";

/**
 * Open tasks that the units of `slackUser` answer for, by due date: their own, and those of the groups they are members
 * of. A unit that has a task twice (by itself and through a group) is shown once, as lead if it leads. Its due date is
 * that of its nearest occurrence still to be answered, which is `hasAnswered` of domain/status/answered in SQL.
 */
export function loadTasksOf(prisma: PrismaClient, slackUser: string): Promise<readonly MyTaskRow[]> {
  return prisma.$queryRaw<MyTaskRow[]>`
    WITH mine AS (
      SELECT DISTINCT "unitId" FROM "Contact" WHERE "slackUser" = ${slackUser} AND "endedAt" IS NULL
    ), answers AS (
      SELECT "unitId", "unitId" AS "assignedId" FROM mine
      UNION
      SELECT mine."unitId", m."groupId" FROM mine JOIN "GroupMember" m ON m."memberId" = mine."unitId" AND m."to" IS NULL
    ), asked AS (
      SELECT DISTINCT ON (a."taskId", w."unitId") a."taskId", w."unitId", a."role"
      FROM answers w JOIN "Assignment" a ON a."unitId" = w."assignedId"
      ORDER BY a."taskId", w."unitId", a."role"
    )
    SELECT
      t."id" AS "taskId", d."shortTitle" AS "documentShortTitle", t."ref",
      EXISTS (SELECT FROM "Task" x WHERE x."ref" = t."ref" AND x."documentId" <> t."documentId") AS "refIsShared",
      t."title", asked."role"::text, u."name" AS "unitName", o."dueDate", s."status"::text, s."percent", s."reportedOn"
    FROM asked
    JOIN "Task" t ON t."id" = asked."taskId" AND t."state" = 'open'
    JOIN "SourceDocument" d ON d."id" = t."documentId"
    JOIN "Unit" u ON u."id" = asked."unitId"
    LEFT JOIN LATERAL (
      SELECT "status", "percent", "reportedOn" FROM "StatusUpdate"
      WHERE "taskId" = t."id" AND "unitId" = asked."unitId" ORDER BY "id" DESC LIMIT 1
    ) s ON true
    LEFT JOIN LATERAL (
      SELECT min(CASE WHEN asked."role" = 'lead' THEN "dueDate" ELSE "supportingDueDate" END) AS "dueDate"
      FROM "Occurrence"
      WHERE "taskId" = t."id" AND "state" = 'open'
        AND (s."reportedOn" >= "opensOn" AND ("kind" = 'report' OR s."status" = 'done')) IS NOT TRUE
    ) o ON true
    ORDER BY o."dueDate" NULLS LAST, t."documentId", t."position", u."id"`;
}
