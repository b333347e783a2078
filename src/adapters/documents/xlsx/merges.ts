// The rows of a sheet with its merged cells laid over them. Rows and columns without words are left out.
import { Refusal } from "../../../errors.ts";
import type { PartCell, PartRow } from "../content/parts.ts";
import { MOST_CELLS } from "../limits.ts";
import type { Merge, Sheet, SheetRow } from "./sheet-reader.ts";

export function mergedRows({ rows, merges }: Sheet): PartRow[] {
  const visible = rows.filter((row) => !row.hidden);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const laid = new Map(visible.map((row) => [row.number, new Map([...row.cells].map(ownCell(row)))]));
  let covered = 0;
  for (const merge of merges) {
    const words = byNumber.get(merge.top)?.cells.get(merge.left);
    if (words === undefined) continue;
    // Of a merge whose first row is hidden the words show in the next.
    const shown = visible.slice(firstFrom(visible, merge.top), firstFrom(visible, merge.bottom + 1));
    for (const [i, row] of shown.entries()) {
      covered += 1;
      if (covered > MOST_CELLS) throw new Refusal("file-too-complex");
      const cells = laid.get(row.number);
      if (!cells) continue;
      for (const column of cells.keys()) if (isWithin(column, merge)) cells.delete(column);
      const parts = i === 0 ? [{ kind: "line" as const, text: words, at: row.number }] : [];
      cells.set(merge.left, { column: merge.left, columns: merge.right - merge.left + 1, above: i > 0, parts });
    }
  }
  return visible.flatMap((row) => {
    const cells = [...(laid.get(row.number)?.values() ?? [])].sort((a, b) => a.column - b.column);
    return cells.some((cell) => !cell.above) ? [{ at: row.number, cells }] : [];
  });
}

function ownCell(row: SheetRow): (entry: [number, string]) => [number, PartCell] {
  return ([column, text]) => [
    column,
    { column, columns: 1, above: false, parts: [{ kind: "line", text, at: row.number }] },
  ];
}

function isWithin(column: number, { left, right }: Merge): boolean {
  return left <= column && column <= right;
}

/** Index of the first row from that number on. */
function firstFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
