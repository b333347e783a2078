// Which tasks to load, for use cases that need few: those of a person, those of a number.
import type { TaskRef } from "../../../domain/register/task-ref.ts";
import type { Query } from "../client.ts";

/**
 * Open and closed tasks of the units that `slackUser` may speak for: their own, those they stand in for, groups that either
 * is or was a member of, and units merged with any of them. More than the rules grant, never less: who may do what is theirs
 * to say.
 */
export async function taskIdsOf(query: Query, slackUser: string): Promise<readonly number[]> {
  const rows = await query<{ id: number }>(TASKS_OF_PERSON, slackUser);
  return rows.map((row) => row.id);
}

/** Where a document has exactly the short title given, its tasks alone: as `tasksByRef` of domain/register/task-ref reads it. */
export async function taskIdsByRef(query: Query, refs: readonly TaskRef[]): Promise<readonly number[]> {
  if (refs.length === 0) return [];
  const rows = await query<{ id: number }>(TASKS_OF_NUMBERS, JSON.stringify(refs));
  return rows.map((row) => row.id);
}

const TASKS_OF_NUMBERS = `SELECT DISTINCT t."id" FROM json_to_recordset($1::json) AS r("ref" TEXT, "document" TEXT)
  JOIN "Task" t ON t."ref" = r."ref" JOIN "SourceDocument" d ON d."id" = t."documentId"
  WHERE r."document" IS NULL OR d."shortTitle" = r."document"
    OR NOT EXISTS (SELECT FROM "SourceDocument" e WHERE e."shortTitle" = r."document")
  ORDER BY t."id"`;

/**
 * A substitute may have a substitute: the chain is followed from its end. What a recursion finds is handed on as an
 * array: the database would expect thousands of rows of it, and read whole tables instead of their indexes.
 */
const TASKS_OF_PERSON = `WITH RECURSIVE person AS (
    SELECT $1 AS "slackUser"
    UNION
    SELECT c."slackUser" FROM person p JOIN "Contact" s ON s."slackUser" = p."slackUser"
      JOIN "Contact" c ON c."substituteId" = s."id" WHERE c."endedAt" IS NULL
  ), unit AS (
    SELECT c."unitId" AS "id" FROM "Contact" c
    WHERE c."slackUser" = ANY(ARRAY(SELECT "slackUser" FROM person)) AND c."endedAt" IS NULL
    UNION
    SELECT step."id" FROM unit CROSS JOIN LATERAL (
      SELECT "intoId" AS "id" FROM "UnitMerge" WHERE "fromId" = unit."id" AND "undoneAt" IS NULL
      UNION ALL SELECT "fromId" FROM "UnitMerge" WHERE "intoId" = unit."id" AND "undoneAt" IS NULL
      UNION ALL SELECT "groupId" FROM "GroupMember" WHERE "memberId" = unit."id"
    ) step
  )
  SELECT DISTINCT t."id" FROM "Assignment" a JOIN "Task" t ON t."id" = a."taskId"
  WHERE a."unitId" = ANY(ARRAY(SELECT "id" FROM unit)) AND t."state" IN ('open', 'closed') ORDER BY t."id"`;
