// Writes the whole state of a database into one file, as a stream, from one snapshot.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Refusal } from "../../../errors.ts";
import type { Database } from "../client.ts";
import { inSession, type Session } from "../session.ts";
import { encodeLine, FORMAT } from "./format.ts";
import { quoted, readHistory, readTables, type TableShape } from "./tables.ts";

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  readonly schema: string;
}

/** Rows read at once: few enough that documents of a megabyte each fit into memory. A file in a row may be 10 MB. */
const ROWS_AT_ONCE = 50;
const FILES_AT_ONCE = 1;
/** A snapshot that is read for an hour is a database for somebody else's tools. */
const LIMITS = { maxWait: 60_000, timeout: 3_600_000, isolationLevel: "RepeatableRead" } as const;

/**
 * The file gets its name when it is complete, so that a backup that broke off never looks like one.
 * Throws `Refusal("nothing-to-back-up")` where the database was never used.
 */
export async function writeBackup(
  database: Pick<Database, "prisma" | "pglite">,
  file: string,
  takenAt: Date,
): Promise<BackupSummary> {
  const unfinished = `${file}.part`;
  try {
    const summary = await inSession(database, LIMITS, async (session) => {
      const schema = (await readHistory(session)).at(-1);
      if (schema === undefined) throw new Refusal("nothing-to-back-up");
      const tables = await readTables(session);
      const counted = { rows: 0 };
      const lines = withChecksum(linesOf(session, tables, schema, takenAt), counted);
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(unfinished));
      return { tables: tables.length, rows: counted.rows, schema };
    });
    await syncToDisk(unfinished);
    await rename(unfinished, file);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Several lines at a time, each with its end. */
async function* linesOf(
  session: Session,
  tables: readonly TableShape[],
  schema: string,
  takenAt: Date,
): AsyncGenerator<{ text: string; rows: number }> {
  const header = { backup: "lianxi", format: FORMAT, schema, takenAt: takenAt.toISOString() } as const;
  yield { text: `${encodeLine(header)}\n`, rows: 0 };
  await session.script("SET LOCAL DateStyle TO ISO; SET LOCAL extra_float_digits TO 1; SET LOCAL bytea_output TO hex");
  for (const { name, columns, primaryKey } of tables) {
    yield { text: `${encodeLine({ table: name, columns: columns.map((column) => column.name) })}\n`, rows: 0 };
    const values = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
    const order = primaryKey.length === 0 ? "" : ` ORDER BY ${primaryKey.map(quoted).join(", ")}`;
    await session.script(
      `DECLARE rows NO SCROLL CURSOR FOR SELECT json_build_array(${values})::text AS line FROM ${quoted(name)}${order}`,
    );
    const atOnce = columns.some(({ type }) => type === "bytea") ? FILES_AT_ONCE : ROWS_AT_ONCE;
    for (;;) {
      const rows = await session.rows<{ line: string }>(`FETCH ${atOnce} FROM rows`);
      if (rows.length === 0) break;
      yield { text: rows.map((row) => `${row.line}\n`).join(""), rows: rows.length };
    }
    await session.script("CLOSE rows");
  }
}

async function* withChecksum(
  lines: AsyncIterable<{ text: string; rows: number }>,
  counted: { rows: number },
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  for await (const { text, rows } of lines) {
    hash.update(text);
    counted.rows += rows;
    yield text;
  }
  yield `${encodeLine({ rows: counted.rows, sha256: hash.digest("hex") })}\n`;
}

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
