-- CreateTable
CREATE TABLE "TaskLight" (
    "taskId" INTEGER NOT NULL,
    "day" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "colour" TEXT,
    "documentId" INTEGER,
    "section" TEXT NOT NULL DEFAULT '',
    "leadUnitIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "answeringUnitIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "owingUnitIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "TaskLight_pkey" PRIMARY KEY ("taskId")
);

-- CreateTable
CREATE TABLE "LightCount" (
    "kind" TEXT NOT NULL,
    "ref" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "red" INTEGER NOT NULL DEFAULT 0,
    "yellow" INTEGER NOT NULL DEFAULT 0,
    "green" INTEGER NOT NULL DEFAULT 0,
    "grey" INTEGER NOT NULL DEFAULT 0,
    "tasks" INTEGER NOT NULL DEFAULT 0,
    "owing" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LightCount_pkey" PRIMARY KEY ("kind","ref","name")
);

-- CreateIndex
CREATE INDEX "TaskLight_day_idx" ON "TaskLight"("day");

-- CreateIndex
CREATE INDEX "LightCount_kind_red_yellow_ref_name_idx" ON "LightCount"("kind", "red" DESC, "yellow" DESC, "ref", "name");

-- CreateIndex
CREATE INDEX "LightCount_kind_owing_ref_idx" ON "LightCount"("kind", "owing" DESC, "ref");

-- CreateIndex
CREATE INDEX "Contact_substituteId_idx" ON "Contact"("substituteId");

-- CreateIndex
CREATE INDEX "Decision_taskId_idx" ON "Decision"("taskId");

-- CreateIndex
CREATE INDEX "Request_state_idx" ON "Request"("state");

-- AddForeignKey
ALTER TABLE "TaskLight" ADD CONSTRAINT "TaskLight_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whatever a light rests on throws it away in the transaction that changes it, so that no writer can forget to. Statement by
-- statement: an import of a thousand tasks marks each once. Functions see what changed as the table "changed".
CREATE FUNCTION "lightsOfTasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TaskLight" SET "day" = '', "version" = "version" + 1 WHERE "taskId" IN (SELECT "taskId" FROM changed);
  RETURN NULL;
END $$;

CREATE FUNCTION "lightsOfChangedTasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TaskLight" SET "day" = '', "version" = "version" + 1 WHERE "taskId" IN (SELECT "id" FROM changed);
  RETURN NULL;
END $$;

CREATE FUNCTION "lightsOfNewTasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "TaskLight" ("taskId") SELECT "id" FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Members of groups and merged units change seldom, and may change any task.
CREATE FUNCTION "allLights"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TaskLight" SET "day" = '', "version" = "version" + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER "lights_insert" AFTER INSERT ON "Task" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "lightsOfNewTasks"();
CREATE TRIGGER "lights_update" AFTER UPDATE ON "Task" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "lightsOfChangedTasks"();

DO $$
DECLARE facts TEXT;
BEGIN
  FOREACH facts IN ARRAY ARRAY['Assignment', 'Target', 'Occurrence', 'StatusUpdate', 'LightSetting'] LOOP
    EXECUTE format('CREATE TRIGGER "lights_insert" AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION "lightsOfTasks"()', facts);
    EXECUTE format('CREATE TRIGGER "lights_update" AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION "lightsOfTasks"()', facts);
    EXECUTE format('CREATE TRIGGER "lights_delete" AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION "lightsOfTasks"()', facts);
  END LOOP;
END $$;

CREATE TRIGGER "lights_all" AFTER INSERT OR UPDATE OR DELETE ON "GroupMember"
  FOR EACH STATEMENT EXECUTE FUNCTION "allLights"();
CREATE TRIGGER "lights_all" AFTER INSERT OR UPDATE OR DELETE ON "UnitMerge"
  FOR EACH STATEMENT EXECUTE FUNCTION "allLights"();

INSERT INTO "TaskLight" ("taskId") SELECT "id" FROM "Task";

-- The units that rules about these tasks look at: those assigned and those that have spoken, the ones they were merged with, the
-- members of groups, and the units in which who speaks or stands in for any of them is away on that day (who is away from one unit is
-- away from all). A function: its plan is kept, and what the planner fears of a recursion does not make it compile the statement around.
CREATE FUNCTION "reachOf"(tasks INTEGER[], day TEXT) RETURNS INTEGER[]
LANGUAGE plpgsql STABLE SET jit = off AS $$
BEGIN
  RETURN ARRAY(
    WITH RECURSIVE reach AS (
      SELECT "id" FROM (
        SELECT "unitId" AS "id" FROM "Assignment" WHERE "taskId" = ANY(tasks)
        UNION SELECT "unitId" FROM "StatusUpdate" WHERE "taskId" = ANY(tasks)
        UNION SELECT "unitId" FROM "Request" WHERE "taskId" = ANY(tasks)
        UNION SELECT "unitId" FROM "Decision" WHERE "taskId" = ANY(tasks) AND "unitId" IS NOT NULL
      ) named
      UNION
      SELECT step."id" FROM reach CROSS JOIN LATERAL (
        SELECT "intoId" AS "id" FROM "UnitMerge" WHERE "fromId" = reach."id" AND "undoneAt" IS NULL
        UNION ALL SELECT "fromId" FROM "UnitMerge" WHERE "intoId" = reach."id" AND "undoneAt" IS NULL
        UNION ALL SELECT "memberId" FROM "GroupMember" WHERE "groupId" = reach."id"
        UNION ALL SELECT a."unitId" FROM "Contact" c LEFT JOIN "Contact" s ON s."id" = c."substituteId"
          JOIN "Contact" a ON a."slackUser" IN (c."slackUser", s."slackUser")
          WHERE c."unitId" = reach."id" AND c."endedAt" IS NULL AND a."endedAt" IS NULL
            AND CASE WHEN day IS NULL THEN a."absentFrom" IS NOT NULL
              ELSE a."absentFrom" <= day AND a."absentTo" >= day END
      ) step
    )
    SELECT "id" FROM reach
  );
END $$;
