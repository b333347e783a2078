// Columns of a .docx grid that are no columns: edges dragged by hand miss each other by a hair, and Word makes a column of the gap.
import type { PartCell, PartRow } from "../content/parts.ts";

/** Twentieths of a point: 3 mm. Not one character fits in. */
const NARROWEST = 170;
/** Only in a table whose columns have real widths: some programs write the same small number everywhere. */
const REAL_WIDTH = 3_000;

/** Moves every cell's edges out of the slivers, so that cells that look aligned are. */
export function withoutSlivers(rows: readonly PartRow[], grid: readonly number[]): readonly PartRow[] {
  const width = grid.reduce((sum, column) => sum + column, 0);
  const isSliver = (column: number) => (grid[column] ?? width) < NARROWEST;
  if (width < REAL_WIDTH || !grid.some((_, column) => isSliver(column))) return rows;
  /** How many real columns lie before a column. */
  const place: number[] = [];
  let real = 0;
  for (let column = 0; column <= grid.length; column++) {
    place.push(real);
    if (!isSliver(column)) real += 1;
  }
  const placeOf = (column: number) => place[column] ?? real + column - grid.length;
  return rows.map((row) => ({
    at: row.at,
    cells: row.cells.flatMap((cell): PartCell[] => {
      const column = placeOf(cell.column);
      const columns = placeOf(cell.column + cell.columns) - column;
      return columns > 0 ? [{ ...cell, column, columns }] : [];
    }),
  }));
}
