// rowspan and colspan → a grid, as the HTML standard lays a table out.
import { Refusal } from "../../../errors.ts";
import type { Part, PartCell, PartRow } from "../content/parts.ts";
import { MOST_CELLS } from "../limits.ts";

export interface PlainRow {
  readonly at: number;
  readonly cells: readonly PlainCell[];
}

export interface PlainCell {
  /** As written: may be 0 (rows: to the end of the table), negative or not a number. */
  readonly columns: number;
  readonly rows: number;
  readonly parts: readonly Part[];
}

/** The standard's own limit. */
const WIDEST = 1_000;

/** A cell that reaches down into later rows. */
interface Reaching {
  readonly column: number;
  readonly columns: number;
  /** Index of the first row that it no longer covers. */
  readonly until: number;
}

/** Refuses with file-too-complex more cells than `MOST_CELLS`. */
export function layTable(rows: readonly PlainRow[]): PartRow[] {
  let reaching: Reaching[] = [];
  let laid = 0;
  return rows.map((row, index) => {
    reaching = reaching.filter(({ until }) => until > index);
    const cells: PartCell[] = reaching.map(({ column, columns }) => ({ column, columns, above: true, parts: [] }));
    let column = 0;
    for (const { columns, rows: down, parts } of row.cells) {
      const width = columns > 0 ? Math.min(columns, WIDEST) : 1;
      column = freeFrom(column, reaching);
      cells.push({ column, columns: width, above: false, parts });
      const until = down === 0 ? rows.length : index + Math.max(1, down || 1);
      if (until > index + 1) insert(reaching, { column, columns: width, until });
      column += width;
    }
    laid += cells.length;
    if (laid > MOST_CELLS) throw new Refusal("file-too-complex");
    return { at: row.at, cells: cells.sort((a, b) => a.column - b.column) };
  });
}

/** `reaching` stays in the order of its columns. */
function insert(reaching: Reaching[], cell: Reaching): void {
  const place = reaching.findIndex(({ column }) => column > cell.column);
  reaching.splice(place < 0 ? reaching.length : place, 0, cell);
}

/** The first column from `column` on that no cell above covers. */
function freeFrom(column: number, reaching: readonly Reaching[]): number {
  let free = column;
  for (const cell of reaching) {
    if (cell.column <= free && free < cell.column + cell.columns) free = cell.column + cell.columns;
  }
  return free;
}
