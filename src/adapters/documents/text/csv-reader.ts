// .csv → parts: one table. Divided by commas, semicolons or tabs, whichever divides it best.
import { parse } from "csv-parse/sync";
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import { formulaLabel } from "../content/formula.ts";
import type { FileParts, PartRow } from "../content/parts.ts";
import { MOST_CELLS, MOST_ROWS } from "../limits.ts";

const DELIMITERS = [",", ";", "\t", "，"];
/** So many rows are looked at to tell the delimiter. */
const SAMPLE = 50;

/** Refuses with file-too-complex more than `MOST_ROWS` rows. */
export function readCsv(text: string): FileParts {
  const [, named, body = text] = /^sep=(.)\r?\n([\s\S]*)$/.exec(text) ?? [];
  const found = parseRecords(body, named ?? delimiterOf(body), MOST_ROWS + 1);
  if (found.length > MOST_ROWS) throw new Refusal("file-too-complex", { rows: MOST_ROWS });
  const notices = new Set<ContentNotice>();
  let cells = 0;
  const rows = found.map((fields, index): PartRow => {
    const at = index + 1;
    cells += fields.length;
    if (cells > MOST_CELLS) throw new Refusal("file-too-complex");
    return {
      at,
      cells: fields.map((field, column) => {
        const label = formulaLabel(field.trim());
        if (label !== null) notices.add("formulas-as-text");
        return { column, columns: 1, above: false, parts: [{ kind: "line", text: label ?? field, at }] };
      }),
    };
  });
  return { parts: [{ kind: "table", rows: withoutBlankColumns(rows), sheet: null, blanksUnknown: true }], notices };
}

/** The one that divides the most rows into more than one cell; of several, the one that makes more cells. */
function delimiterOf(text: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const rows = parseRecords(text, delimiter, SAMPLE);
    const divided = rows.filter((fields) => fields.length > 1);
    return { delimiter, rows: divided.length, cells: divided.reduce((sum, fields) => sum + fields.length, 0) };
  });
  const best = scores.sort((a, b) => b.rows - a.rows || b.cells - a.cells)[0];
  return best && best.rows > 0 ? best.delimiter : ",";
}

function parseRecords(text: string, delimiter: string, most: number): string[][] {
  try {
    return records(text, { delimiter, to: most, quote: '"' });
  } catch {
    // A quotation mark that is never closed is a sign like any other.
    return records(text, { delimiter, to: most, quote: null });
  }
}

function records(text: string, options: { delimiter: string; to: number; quote: string | null }): string[][] {
  return parse(text, {
    ...options,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
}

/** Spreadsheets write the columns beside the table too: ,,, at every end. */
function withoutBlankColumns(rows: readonly PartRow[]): PartRow[] {
  const written = new Set<number>();
  for (const { cells } of rows) {
    for (const { column, parts } of cells) {
      if (parts.some((part) => part.kind === "line" && part.text.trim() !== "")) written.add(column);
    }
  }
  return rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => written.has(column)) }));
}
