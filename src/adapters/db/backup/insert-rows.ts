// Takes the rows of one table of a backup into the database, many in one statement.
import { Refusal } from "../../../errors.ts";
import type { Session } from "../session.ts";
import type { BackupTable } from "./format.ts";
import { quoted, type TableShape } from "./tables.ts";

/** Lines and characters that go to the database at once. */
const ROWS_AT_ONCE = 500;
const TEXT_AT_ONCE = 2_000_000;

export interface Intake {
  /** A row as JSON text. */
  add(text: string): Promise<void>;
  flush(): Promise<void>;
}

/** Throws `backup-damaged` for a table or column that the schema of the backup does not have. */
export function intakeOf(session: Session, file: string, tables: readonly TableShape[], table: BackupTable): Intake {
  const types = new Map(tables.find(({ name }) => name === table.table)?.columns.map((c) => [c.name, c.type]));
  const columns = table.columns.map((name) => ({ name, type: types.get(name) }));
  if (columns.some(({ type }) => type === undefined)) throw new Refusal("backup-damaged", { file });
  const values = columns.map(({ type }, index) => `(r ->> ${index})::${type}`).join(", ");
  const insert = `INSERT INTO ${quoted(table.table)} (${columns.map(({ name }) => quoted(name)).join(", ")})
    SELECT ${values} FROM json_array_elements($1::json) r`;
  let waiting: string[] = [];
  let length = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    const rows = `[${waiting.join(",")}]`;
    waiting = [];
    length = 0;
    await session.rows(insert, rows);
  };
  return {
    flush,
    async add(text) {
      waiting.push(text);
      length += text.length;
      if (waiting.length >= ROWS_AT_ONCE || length >= TEXT_AT_ONCE) await flush();
    },
  };
}
