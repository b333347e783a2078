-- The tasks a person's units answer for: `/lianxi 我的` waits for it. A function keeps its plan; planning took longer than
-- running. See src/adapters/db/register/my-tasks.ts for what it promises.
CREATE FUNCTION "tasksOf"(asker TEXT)
RETURNS TABLE (
  "taskId" INTEGER, "documentShortTitle" TEXT, "ref" TEXT, "refIsShared" BOOLEAN, "title" TEXT, "role" TEXT,
  "unitName" TEXT, "dueDate" TEXT, "status" TEXT, "percent" DOUBLE PRECISION, "reportedOn" TEXT
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH mine AS (
      SELECT DISTINCT "unitId" FROM "Contact" WHERE "slackUser" = asker AND "endedAt" IS NULL
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
      t."id", d."shortTitle", t."ref",
      EXISTS (SELECT FROM "Task" x WHERE x."ref" = t."ref" AND x."documentId" <> t."documentId"),
      t."title", asked."role"::text, u."name", o."dueDate", s."status"::text, s."percent", s."reportedOn"
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
        -- not answered yet: `hasAnswered` of src/domain/status/answered.ts
        AND (s."reportedOn" >= "opensOn" AND ("kind" = 'report' OR s."status" = 'done')) IS NOT TRUE
    ) o ON true
    ORDER BY o."dueDate" NULLS LAST, t."documentId", t."position", u."id";
END $$;
