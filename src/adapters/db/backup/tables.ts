// What a database holds, from its own catalogue: backups know tables and columns of any version of the schema.
import type { Session } from "../session.ts";

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly primaryKey: readonly string[];
}

const HISTORY = "_prisma_migrations";

/** Follow from the other tables and are made anew from them. */
const PROJECTIONS = ["TaskLight", "LightCount"];

/** The tables of the current schema but the history of migrations and what follows from others, by name. The queue's stand in a schema of their own. */
export async function readTables(session: Session): Promise<readonly TableShape[]> {
  const columns = await session.rows<{ table: string; column: string; type: string; key: boolean }>(
    `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS "type",
       EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY(i.indkey)) AS "key"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> ALL(string_to_array($1, ','))
     ORDER BY c.relname COLLATE "C", a.attnum`,
    [HISTORY, ...PROJECTIONS].join(","),
  );
  return [...Map.groupBy(columns, (row) => row.table)].map(([name, rows]) => ({
    name,
    columns: rows.map((row) => ({ name: row.column, type: row.type })),
    primaryKey: rows.filter((row) => row.key).map((row) => row.column),
  }));
}

/** The names of the migrations applied, in their order; empty where there is no history. */
export async function readHistory(session: Session): Promise<readonly string[]> {
  const [found] = await session.rows<{ there: boolean }>(`SELECT to_regclass('"${HISTORY}"') IS NOT NULL AS there`);
  if (!found?.there) return [];
  const rows = await session.rows<{ name: string }>(
    `SELECT migration_name AS name FROM "${HISTORY}" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
     ORDER BY migration_name`,
  );
  return rows.map((row) => row.name);
}

/** An identifier as PostgreSQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
