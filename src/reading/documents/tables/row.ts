// A row seen through its table's head: what stands under a role, and whether a blank cell is covered by a merged one.
import { type Cell, isBlank, join, type Passage, passage, type Row, trim } from "../blocks/blocks.ts";
import type { ColumnRole } from "./columns.ts";
import { ownerOf, type Roles } from "./head.ts";

/**
 * written · above: covered by the merged cell above · empty: certainly nobody and nothing · blank: covered or empty, the format does
 * not say · absent: the table has no such column.
 */
type CellState = "written" | "above" | "empty" | "blank" | "absent";

export interface Field {
  readonly state: CellState;
  /** The columns' words, joined by line breaks. */
  readonly words: Passage;
}

const NOTHING = passage("");

/** What stands under any of `wanted`. */
export function fieldOf(row: Row, roles: Roles, ...wanted: readonly ColumnRole[]): Field {
  const cells = roles.flatMap((role, i) => (role !== null && wanted.includes(role) ? [row.cells[i] ?? NOTHING] : []));
  const written = cells.filter((cell) => !isBlank(cell)).map(trim);
  if (written.length > 0) return { state: "written", words: join(written, "\n") };
  return { state: stateOf(cells), words: NOTHING };
}

function stateOf(cells: readonly Cell[]): CellState {
  if (cells.length === 0) return "absent";
  if (cells.some((cell) => cell.merged === "above")) return "above";
  return cells.some((cell) => cell.merged === undefined) ? "blank" : "empty";
}

/** The task's cell; where it is covered from the left, the cell that covers it. */
export function taskField(row: Row, roles: Roles): Field & { readonly coversSection: boolean } {
  const column = roles.indexOf("task");
  const owner = ownerOf(row, column);
  const cell = row.cells[owner];
  const coversSection = owner !== column && roles[owner] === "section";
  if (owner === column || roles[owner] === "number") return { ...fieldOf(row, roles, "task"), coversSection: false };
  if (!cell || isBlank(cell)) return { state: stateOf([cell ?? NOTHING]), words: NOTHING, coversSection };
  return { state: "written", words: trim(cell), coversSection };
}

/** Whether the row is all blank. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every(isBlank);
}

/** The row's words, cell by cell. */
export function rowText(row: Row): string {
  return row.cells
    .map((cell) => cell.original.trim())
    .filter((words) => words !== "")
    .join("\t");
}
