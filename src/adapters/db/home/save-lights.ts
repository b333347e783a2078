// Stores computed lights, and moves the sums by what has changed.
import type { LightRow } from "../../../domain/home/light-row.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { writeInTurn } from "../audit.ts";

type Versioned = LightRow & { readonly version: number };

/** What of a row is counted, as "TaskLight" has it. */
type Counted = Pick<LightRow, "colour" | "section" | "leadUnitIds" | "answeringUnitIds" | "owingUnitIds"> & {
  readonly documentId: number | null;
};

interface Sum {
  readonly kind: "all" | "section" | "unit";
  readonly ref: number;
  readonly name: string;
  red: number;
  yellow: number;
  green: number;
  grey: number;
  tasks: number;
  owing: number;
}

/** In a writer's turn, so that no fact changes in between and no two look at one sum. A row whose task has changed is left out. */
export function saveLights(prisma: PrismaClient, rows: readonly Versioned[], today: string): Promise<void> {
  return writeInTurn(prisma, async (tx) => {
    const ids = rows.map((row) => row.taskId);
    const stored = await tx.$queryRaw<(Counted & { taskId: number; version: number })[]>`
      SELECT "taskId", "version", "colour", "documentId", "section", "leadUnitIds", "answeringUnitIds", "owingUnitIds"
      FROM "TaskLight" WHERE "taskId" = ANY(${ids}::int[])`;
    const before = new Map(stored.map((row) => [row.taskId, row]));
    const fresh = rows.filter((row) => before.get(row.taskId)?.version === row.version);
    if (fresh.length === 0) return;
    await tx.$executeRaw`
      UPDATE "TaskLight" t SET "day" = ${today}, "colour" = r."colour", "documentId" = r."documentId", "section" = r."section",
        "leadUnitIds" = r."leadUnitIds", "answeringUnitIds" = r."answeringUnitIds", "owingUnitIds" = r."owingUnitIds"
      FROM json_to_recordset(${JSON.stringify(fresh)}::json) AS r("taskId" INT, "colour" TEXT, "documentId" INT, "section" TEXT,
        "leadUnitIds" INT[], "answeringUnitIds" INT[], "owingUnitIds" INT[])
      WHERE t."taskId" = r."taskId"`;
    const sums = new Map<string, Sum>();
    for (const row of fresh) {
      const old = before.get(row.taskId);
      if (old) count(old, -1, sums);
      count(row, 1, sums);
    }
    const moved = [...sums.values()].filter(
      ({ red, yellow, green, grey, tasks, owing }) => red || yellow || green || grey || tasks || owing,
    );
    if (moved.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO "LightCount" AS c ("kind", "ref", "name", "red", "yellow", "green", "grey", "tasks", "owing")
      SELECT * FROM json_to_recordset(${JSON.stringify(moved)}::json) AS r("kind" TEXT, "ref" INT, "name" TEXT,
        "red" INT, "yellow" INT, "green" INT, "grey" INT, "tasks" INT, "owing" INT)
      ON CONFLICT ("kind", "ref", "name") DO UPDATE SET "red" = c."red" + excluded."red",
        "yellow" = c."yellow" + excluded."yellow", "green" = c."green" + excluded."green", "grey" = c."grey" + excluded."grey",
        "tasks" = c."tasks" + excluded."tasks", "owing" = c."owing" + excluded."owing"`;
  });
}

function count(row: Counted, by: 1 | -1, sums: Map<string, Sum>): void {
  const sumOf = (kind: Sum["kind"], ref: number, name: string): Sum => {
    const key = `${kind}/${ref}/${name}`;
    const sum = sums.get(key) ?? { kind, ref, name, red: 0, yellow: 0, green: 0, grey: 0, tasks: 0, owing: 0 };
    sums.set(key, sum);
    return sum;
  };
  if (row.colour !== null) {
    sumOf("all", 0, "")[row.colour] += by;
    sumOf("section", row.documentId ?? 0, row.section)[row.colour] += by;
    for (const unitId of row.leadUnitIds) sumOf("unit", unitId, "")[row.colour] += by;
  }
  for (const unitId of row.answeringUnitIds) sumOf("unit", unitId, "").tasks += by;
  for (const unitId of row.owingUnitIds) sumOf("unit", unitId, "").owing += by;
}
