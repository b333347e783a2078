// What the office's home page counts. The lights are kept in "TaskLight" and summed up in "LightCount"; both follow from the facts.
import type {
  CountedGroup,
  FailedDigest,
  HomeStore,
  LightCounts,
  OwingUnit,
  Page,
  Span,
} from "../../../app/home/home-store.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { writeInTurn } from "../audit.ts";
import type { Database } from "../client.ts";
import { saveLights } from "./save-lights.ts";

export function createHomeStore({ prisma, query }: Pick<Database, "prisma" | "query">): HomeStore {
  const page = async <Row>(sql: string, { from, most }: Span, ...values: readonly string[]): Promise<Page<Row>> => {
    const rows = await query<Row>(`${sql} LIMIT ${whole(most) + 1} OFFSET ${whole(from)}`, ...values);
    return { rows: rows.slice(0, most), more: rows.length > most };
  };
  return {
    // Two spans of the index; a date that was moved back (in the local workspace) is another day too.
    staleLights: (today, most) =>
      query(
        `(SELECT "taskId", "version" FROM "TaskLight" WHERE "day" < $1 ORDER BY "day", "taskId" LIMIT ${whole(most)})
         UNION ALL
         (SELECT "taskId", "version" FROM "TaskLight" WHERE "day" > $1 ORDER BY "day", "taskId" LIMIT ${whole(most)})
         LIMIT ${whole(most)}`,
        today,
      ),
    saveLights: (rows, today) => saveLights(prisma, rows, today),
    forgetLights: () => forgetLights(prisma),

    async allLights() {
      const [row] = await query<LightCounts>(
        `SELECT "red", "yellow", "green", "grey" FROM "LightCount" WHERE "kind" = 'all'`,
      );
      return row ?? { red: 0, yellow: 0, green: 0, grey: 0 };
    },

    lightsBy: (kind, span) => page<CountedGroup>(kind === "section" ? BY_SECTION : BY_UNIT, span),
    async redTasks(span) {
      const { rows, more } = await page<{ taskId: number }>(RED, span);
      return { rows: rows.map((row) => row.taskId), more };
    },
    owingUnits: (span) => page<OwingUnit>(OWING, span),
    failedDigests: (since, span) => page<FailedDigest>(FAILED, span, since),
    async unitsWithoutContact(span) {
      const { rows, more } = await page<{ name: string }>(WITHOUT_CONTACT, span);
      return { rows: rows.map((row) => row.name), more };
    },
  };
}

/** In a writer's turn: nobody else holds some of the rows and waits for the others. */
async function forgetLights(prisma: PrismaClient): Promise<void> {
  await writeInTurn(prisma, (tx) => tx.$executeRaw`UPDATE "TaskLight" SET "day" = '', "version" = "version" + 1`);
}

function whole(figure: number): number {
  if (!Number.isSafeInteger(figure) || figure < 0) throw new Error("a span is made of whole numbers");
  return figure;
}

const COUNTS = `c."red", c."yellow", c."green", c."grey"`;
const REDDEST = `(c."red" + c."yellow" + c."green" + c."grey") > 0 ORDER BY c."red" DESC, c."yellow" DESC, c."ref", c."name"`;

const BY_SECTION = `SELECT d."shortTitle" AS "name", c."name" AS "section", ${COUNTS} FROM "LightCount" c
  JOIN "SourceDocument" d ON d."id" = c."ref" WHERE c."kind" = 'section' AND ${REDDEST}`;

const BY_UNIT = `SELECT u."name", '' AS "section", ${COUNTS} FROM "LightCount" c
  JOIN "Unit" u ON u."id" = c."ref" WHERE c."kind" = 'unit' AND ${REDDEST}`;

const RED = `SELECT "taskId" FROM "TaskLight" WHERE "colour" = 'red' ORDER BY "taskId"`;

const OWING = `SELECT u."name", c."owing", c."tasks" FROM "LightCount" c
  JOIN "Unit" u ON u."id" = c."ref" WHERE c."kind" = 'unit' AND c."owing" > 0 ORDER BY c."owing" DESC, c."ref"`;

const FAILED = `SELECT d."slackUser", d."date", d."lastError" AS "error", p."name" AS "person", p."unit" FROM "Digest" d
  LEFT JOIN LATERAL (
    SELECT c."name", u."name" AS "unit" FROM "Contact" c JOIN "Unit" u ON u."id" = c."unitId"
    WHERE c."slackUser" = d."slackUser" AND c."endedAt" IS NULL ORDER BY c."id" LIMIT 1
  ) p ON true
  WHERE d."state" = 'failed' AND d."date" >= $1 ORDER BY d."id" DESC`;

/** People of a unit that was merged into another are that one's. */
const WITHOUT_CONTACT = `WITH RECURSIVE family AS (
    SELECT "fromId" AS "id", "intoId" AS "rootId" FROM "UnitMerge" WHERE "undoneAt" IS NULL
    UNION SELECT f."id", m."intoId" FROM family f JOIN "UnitMerge" m ON m."fromId" = f."rootId" AND m."undoneAt" IS NULL
  )
  SELECT u."name" FROM "LightCount" c JOIN "Unit" u ON u."id" = c."ref"
  WHERE c."kind" = 'unit' AND c."tasks" > 0
    AND NOT EXISTS (SELECT FROM "Contact" k WHERE k."unitId" = c."ref" AND k."endedAt" IS NULL)
    AND NOT EXISTS (SELECT FROM family f JOIN "Contact" k ON k."unitId" = f."id" WHERE f."rootId" = c."ref" AND k."endedAt" IS NULL)
  ORDER BY c."tasks" DESC, c."ref"`;
