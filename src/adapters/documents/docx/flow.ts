// Where the words of a .docx go while it is read: into the body, or into the cell of the innermost table.
import { Refusal } from "../../../errors.ts";
import type { Part, PartCell, PartRow } from "../content/parts.ts";
import { DEEPEST_TABLE } from "../limits.ts";
import { withoutSlivers } from "./slivers.ts";

interface OpenTable {
  readonly rows: PartRow[];
  /** Widths of the grid's columns, in twentieths of a point. */
  readonly grid: number[];
  /** Columns at which a cell of the row above begins. */
  begins: ReadonlySet<number>;
  row: { readonly at: number; readonly cells: PartCell[]; column: number; dropped: boolean } | null;
  cell: OpenCell | null;
}

interface OpenCell {
  readonly parts: Part[];
  columns: number;
  above: boolean;
  left: boolean;
}

export interface Flow {
  inRowProperties: boolean;
  readonly inCell: boolean;
  line(text: string): void;
  openTable(): void;
  gridColumn(width: number): void;
  openRow(): void;
  skipColumns(columns: number): void;
  /** The row is deleted, or hidden. True when there is a row to leave out. */
  dropRow(): boolean;
  openCell(): void;
  spanColumns(columns: number): void;
  mergeRows(restart: boolean): void;
  mergeColumns(restart: boolean): void;
  closeCell(): void;
  closeRow(): void;
  closeTable(): void;
  end(): readonly Part[];
}

/** A span says at most so much: what is larger is nonsense, and is cut off. */
const WIDEST_SPAN = 16_384;

export function createFlow(): Flow {
  const body: Part[] = [];
  const tables: OpenTable[] = [];
  let at = 0;
  const table = () => tables.at(-1);
  const cell = () => table()?.cell;
  return {
    inRowProperties: false,
    get inCell() {
      return cell() !== null && cell() !== undefined;
    },
    line(text) {
      const open = cell();
      if (open) open.parts.push({ kind: "line", text, at: table()?.row?.at ?? at });
      else if (tables.length === 0) body.push({ kind: "line", text, at: ++at });
    },
    openTable() {
      if (tables.length >= DEEPEST_TABLE) throw new Refusal("file-too-complex");
      tables.push({ rows: [], grid: [], begins: new Set(), row: null, cell: null });
    },
    gridColumn: (width) => void table()?.grid.push(width),
    openRow() {
      const open = table();
      if (open) open.row = { at: ++at, cells: [], column: 0, dropped: false };
    },
    skipColumns(columns) {
      const row = table()?.row;
      if (row) row.column += within(columns);
    },
    dropRow() {
      const row = table()?.row;
      if (row) row.dropped = true;
      return Boolean(row);
    },
    openCell() {
      const open = table();
      if (open) open.cell = { parts: [], columns: 1, above: false, left: false };
    },
    spanColumns(columns) {
      const open = cell();
      if (open) open.columns = Math.max(1, within(columns));
    },
    mergeRows(restart) {
      const open = cell();
      if (open) open.above = !restart;
    },
    mergeColumns(restart) {
      const open = cell();
      if (open) open.left = !restart;
    },
    closeCell() {
      const open = table();
      if (!open?.row || !open.cell) return;
      const { row, cell: closed } = open;
      const before = row.cells.at(-1);
      if (closed.left && before) {
        row.cells[row.cells.length - 1] = { ...before, columns: before.columns + closed.columns };
      } else {
        const above = closed.above && open.begins.has(row.column);
        row.cells.push({ column: row.column, columns: closed.columns, above, parts: closed.parts });
      }
      row.column += closed.columns;
      open.cell = null;
    },
    closeRow() {
      const open = table();
      if (!open?.row) return;
      if (!open.row.dropped) {
        open.rows.push(open.row);
        open.begins = new Set(open.row.cells.map((c) => c.column));
      }
      open.row = null;
    },
    closeTable() {
      const closed = tables.pop();
      if (!closed) return;
      const rows = withoutSlivers(closed.rows, closed.grid);
      const part: Part = { kind: "table", rows, sheet: null, blanksUnknown: false };
      (cell()?.parts ?? body).push(part);
    },
    end: () => body,
  };
}

function within(columns: number): number {
  return columns > 0 ? Math.min(Math.trunc(columns), WIDEST_SPAN) : 0;
}
