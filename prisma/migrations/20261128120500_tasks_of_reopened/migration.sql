-- The same as before, but for a task that was reopened: what was reported done by then answers nothing (`undone` of
-- src/domain/status/status.ts), and is not shown as the unit's last word.
CREATE OR REPLACE FUNCTION "tasksOf"(asker TEXT, day TEXT)
RETURNS TABLE (
  "taskId" INTEGER, "documentShortTitle" TEXT, "ref" TEXT, "refIsShared" BOOLEAN, "title" TEXT, "role" TEXT,
  "unitName" TEXT, "dueDate" TEXT, "status" TEXT, "percent" DOUBLE PRECISION, "reportedOn" TEXT
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  -- Merged units are few and seldom; reading every unit through its merges takes longer than all the rest.
  IF NOT EXISTS (SELECT FROM "UnitMerge" WHERE "undoneAt" IS NULL) THEN
    RETURN QUERY
        WITH mine AS (
          SELECT DISTINCT "unitId" FROM "Contact" WHERE "slackUser" = asker AND "endedAt" IS NULL
        ), answers AS (
          SELECT "unitId", "unitId" AS "assignedId" FROM mine
          UNION
          SELECT mine."unitId", m."groupId" FROM mine JOIN "GroupMember" m ON m."memberId" = mine."unitId"
            AND CASE WHEN day IS NULL THEN m."to" IS NULL
              ELSE m."from" <= day AND coalesce(m."to" >= day, true) END
        ), asked AS (
          SELECT DISTINCT ON (a."taskId", w."unitId") a."taskId", w."unitId", a."role"
          FROM answers w JOIN "Assignment" a ON a."unitId" = w."assignedId"
          ORDER BY a."taskId", w."unitId", a."role"
        )
        SELECT
          t."id", d."shortTitle", t."ref",
          EXISTS (
          SELECT FROM "Task" x WHERE x."ref" = t."ref" AND x."documentId" <> t."documentId"
            AND x."state" IN ('open', 'closed')
            AND NOT EXISTS (SELECT FROM "SourceDocument" n WHERE n."supersedesId" = x."documentId")
        ) AS "refIsShared",
          t."title", asked."role"::text, u."name", o."dueDate", CASE WHEN s."undone" THEN NULL ELSE s."status"::text END,
          CASE WHEN s."undone" THEN NULL ELSE s."percent" END, CASE WHEN s."undone" THEN NULL ELSE s."reportedOn" END
        FROM asked
        JOIN "Task" t ON t."id" = asked."taskId" AND t."state" = 'open'
        JOIN "SourceDocument" d ON d."id" = t."documentId"
        JOIN "Unit" u ON u."id" = asked."unitId"
        LEFT JOIN LATERAL (
          SELECT "status", "percent", "reportedOn", "status" = 'done' AND "id" <= t."evidenceAfter" AS "undone" FROM "StatusUpdate"
          WHERE "taskId" = t."id" AND "unitId" = asked."unitId" ORDER BY "id" DESC LIMIT 1
        ) s ON true
        LEFT JOIN LATERAL (
          SELECT min(CASE WHEN asked."role" = 'lead' THEN "dueDate" ELSE "supportingDueDate" END) AS "dueDate"
          FROM "Occurrence"
          WHERE "taskId" = t."id" AND "state" = 'open'
            -- not answered yet: `hasAnswered` of src/domain/status/answered.ts
            AND (NOT s."undone" AND s."reportedOn" >= "opensOn" AND ("kind" = 'report' OR s."status" = 'done')) IS NOT TRUE
        ) o ON true
        ORDER BY o."dueDate" NULLS LAST, t."documentId", t."position", u."id";
  ELSE
    RETURN QUERY
        WITH RECURSIVE merge AS (
          SELECT "fromId", "intoId" FROM "UnitMerge" WHERE "undoneAt" IS NULL
        ), chain AS (
          SELECT "fromId", "intoId" FROM merge
          UNION
          SELECT chain."fromId", merge."intoId" FROM chain JOIN merge ON merge."fromId" = chain."intoId"
        ), reading AS (
          SELECT u."id", coalesce(c."intoId", u."id") AS "rootId" FROM "Unit" u LEFT JOIN chain c
            ON c."fromId" = u."id" AND c."intoId" NOT IN (SELECT "fromId" FROM merge)
        ), mine AS (
          SELECT DISTINCT r."rootId" AS "unitId" FROM "Contact" c JOIN reading r ON r."id" = c."unitId"
          WHERE c."slackUser" = asker AND c."endedAt" IS NULL
        ), own AS (
          SELECT mine."unitId", r."id" AS "assignedId" FROM mine JOIN reading r ON r."rootId" = mine."unitId"
        ), answers AS (
          SELECT "unitId", "assignedId" FROM own
          UNION
          SELECT own."unitId", r."id" FROM own JOIN "GroupMember" m ON m."memberId" = own."assignedId"
            AND CASE WHEN day IS NULL THEN m."to" IS NULL
              ELSE m."from" <= day AND coalesce(m."to" >= day, true) END
            JOIN reading g ON g."id" = m."groupId" JOIN reading r ON r."rootId" = g."rootId"
        ), asked AS (
          SELECT DISTINCT ON (a."taskId", w."unitId") a."taskId", w."unitId", a."role"
          FROM answers w JOIN "Assignment" a ON a."unitId" = w."assignedId"
          ORDER BY a."taskId", w."unitId", a."role"
        )
        SELECT
          t."id" AS "taskId", d."shortTitle" AS "documentShortTitle", t."ref",
          EXISTS (
            SELECT FROM "Task" x WHERE x."ref" = t."ref" AND x."documentId" <> t."documentId"
              AND x."state" IN ('open', 'closed')
              AND NOT EXISTS (SELECT FROM "SourceDocument" n WHERE n."supersedesId" = x."documentId")
          ) AS "refIsShared",
          t."title", asked."role"::text, u."name" AS "unitName", o."dueDate", CASE WHEN s."undone" THEN NULL ELSE s."status"::text END,
          CASE WHEN s."undone" THEN NULL ELSE s."percent" END, CASE WHEN s."undone" THEN NULL ELSE s."reportedOn" END
        FROM asked
        JOIN "Task" t ON t."id" = asked."taskId" AND t."state" = 'open'
        JOIN "SourceDocument" d ON d."id" = t."documentId"
        JOIN "Unit" u ON u."id" = asked."unitId"
        LEFT JOIN LATERAL (
          SELECT "status", "percent", "reportedOn", "status" = 'done' AND "id" <= t."evidenceAfter" AS "undone" FROM "StatusUpdate"
          WHERE "taskId" = t."id" AND "unitId" IN (SELECT "id" FROM reading WHERE "rootId" = asked."unitId")
          ORDER BY "id" DESC LIMIT 1
        ) s ON true
        LEFT JOIN LATERAL (
          SELECT min(CASE WHEN asked."role" = 'lead' THEN "dueDate" ELSE "supportingDueDate" END) AS "dueDate"
          FROM "Occurrence"
          WHERE "taskId" = t."id" AND "state" = 'open'
            AND (NOT s."undone" AND s."reportedOn" >= "opensOn" AND ("kind" = 'report' OR s."status" = 'done')) IS NOT TRUE
        ) o ON true
        ORDER BY o."dueDate" NULLS LAST, t."documentId", t."position", u."id";
  END IF;
END $$;
