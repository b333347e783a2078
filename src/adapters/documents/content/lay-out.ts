// Parts → the blocks that leave this folder: every table a full grid, tables that only lay out a page dissolved.
import type { ContentBlock, ContentCell, ContentRow } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import { DEEPEST_TABLE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from "../limits.ts";
import type { Part, PartCell, PartRow, PartTable } from "./parts.ts";
import { cellText, visibleText } from "./visible-text.ts";

/** Refuses with file-too-complex what has too many rows, columns or cells, or tables too deep inside each other. */
export function layOut(parts: readonly Part[]): ContentBlock[] {
  const blocks = parts.flatMap((part) => blocksOf(part, 1));
  const tables = blocks.filter((block) => block.kind === "table");
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MOST_ROWS) throw new Refusal("file-too-complex", { rows: MOST_ROWS });
  const cells = tables.reduce((sum, table) => sum + table.rows.length * (table.rows[0]?.cells.length ?? 0), 0);
  if (cells > MOST_CELLS) throw new Refusal("file-too-complex");
  return blocks;
}

function blocksOf(part: Part, depth: number): ContentBlock[] {
  if (depth > DEEPEST_TABLE) throw new Refusal("file-too-complex");
  if (part.kind === "line") {
    const text = visibleText(part.text).trim();
    return text === "" ? [] : [{ kind: "paragraph", text, at: part.at }];
  }
  const columns = columnsOf(part);
  if (columns.length > MOST_COLUMNS) throw new Refusal("file-too-complex", { columns: MOST_COLUMNS });
  if (columns.length <= 1 || onlyLaysOut(part)) {
    return part.rows.flatMap((row) => row.cells.flatMap((cell) => cell.parts.flatMap((p) => blocksOf(p, depth + 1))));
  }
  const rows = part.rows.map((row) => gridRow(row, columns, part.blanksUnknown));
  const head = rows.findIndex((row) => row.cells.filter((cell) => cell.text !== "").length > 1);
  const body = rows.slice(Math.max(head, 0));
  const titles = rows.slice(0, Math.max(head, 0)).flatMap(titleOf);
  return body.length > 0 ? [...titles, { kind: "table", rows: body, sheet: part.sheet }] : titles;
}

/** The columns in which a cell begins: the others are only there because the cells of a grid are divided so. */
function columnsOf(table: PartTable): number[] {
  const begins = new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.column)));
  return [...begins].sort((a, b) => a - b);
}

/** A table around other tables that holds no rows of words itself. */
function onlyLaysOut(table: PartTable): boolean {
  const nested = table.rows.some((row) => row.cells.some((cell) => cell.parts.some((p) => p.kind === "table")));
  if (!nested) return false;
  const written = (cell: PartCell) => cell.parts.some((p) => p.kind === "line" && p.text.trim() !== "");
  return table.rows.filter((row) => row.cells.filter(written).length > 1).length < 2;
}

function gridRow(row: PartRow, columns: readonly number[], blanksUnknown: boolean): ContentRow {
  const cells: ContentCell[] = [];
  let next = 0;
  let current: PartCell | undefined;
  for (const column of columns) {
    while ((row.cells[next]?.column ?? Number.POSITIVE_INFINITY) <= column) current = row.cells[next++];
    cells.push(cellAt(column, current, blanksUnknown));
  }
  return { cells, at: row.at };
}

function cellAt(column: number, cell: PartCell | undefined, blanksUnknown: boolean): ContentCell {
  if (!cell || column >= cell.column + cell.columns) return { text: "", merged: blanksUnknown ? "unknown" : null };
  if (cell.above) return { text: "", merged: "above" };
  if (column > cell.column) return { text: "", merged: "left" };
  const text = cellText(cell.parts.map((part) => wordsOf(part, 1)).join("\n"));
  return { text, merged: text === "" && blanksUnknown ? "unknown" : null };
}

/** The words of a cell; a small table inside one is read row by row. */
function wordsOf(part: Part, depth: number): string {
  if (depth > DEEPEST_TABLE) throw new Refusal("file-too-complex");
  if (part.kind === "line") return part.text;
  const rows = part.rows.map((row) =>
    row.cells.map((cell) => cell.parts.map((p) => wordsOf(p, depth + 1)).join(" ")).join(" "),
  );
  return rows.join("\n");
}

/** A row above the head with one cell written: the table's title, unit or date. Blank rows there say nothing. */
function titleOf(row: ContentRow): ContentBlock[] {
  const text = row.cells.find((cell) => cell.text !== "")?.text ?? "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ kind: "paragraph", text: line, at: row.at }));
}
