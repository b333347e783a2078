// Where a table's head stands and what its columns are for. A head may be one row or two: 责任分工 over 牵头单位 and 配合单位.
import { isBlank, type Row } from "../blocks/blocks.ts";
import { type ColumnRole, columnRole, headRoles } from "./columns.ts";

export type Roles = readonly (ColumnRole | null)[];

export interface Head {
  readonly roles: Roles;
  /** How many rows it takes. */
  readonly rows: number;
}

/** A word under a head that two columns share: 市级, 县级. */
const LONGEST_SUB_HEAD = 8;

/** The head that begins at row `at`, or null. */
export function headAt(rows: readonly Row[], at: number): Head | null {
  const upper = rows[at];
  if (!upper) return null;
  const lower = rows[at + 1];
  if (lower && isSecondRow(lower, upper)) {
    const roles = headRoles(upper.cells.map((_, i) => headOf(upper, lower, i)));
    if (roles) return { roles, rows: 2 };
  }
  const roles = headRoles(upper.cells.map((_, i) => wordsAt(upper, i)));
  return roles && { roles, rows: 1 };
}

/** The lower word where it says what the column is for, else the upper one. */
function headOf(upper: Row, lower: Row, i: number): string {
  const below = lower.cells[i];
  return below && !isBlank(below) && columnRole(below.plain) ? below.plain : wordsAt(upper, i);
}

/** What stands in a cell or, where that is covered from the left, in the cell that covers it. */
function wordsAt(row: Row, i: number): string {
  return row.cells[ownerOf(row, i)]?.plain ?? "";
}

/** The column of the cell that covers column `i` from the left: `i` itself where none does. */
export function ownerOf(row: Row, i: number): number {
  let owner = i;
  while (owner > 0 && row.cells[owner]?.merged === "left") owner -= 1;
  return owner;
}

function isSecondRow(lower: Row, upper: Row): boolean {
  const own = lower.cells.flatMap((cell, i) => (isBlank(cell) ? [] : [{ cell, i }]));
  const leavesGaps = lower.cells.some((cell, i) => isBlank(cell) && !isBlank(upper.cells[i] ?? cell));
  if (own.length === 0 || !leavesGaps) return false;
  if (own.every(({ cell }) => columnRole(cell.plain) !== null)) return true;
  const underShared = ({ i }: { i: number }) =>
    upper.cells[i]?.merged === "left" || upper.cells[i + 1]?.merged === "left";
  return (
    lower.cells.some((cell) => cell.merged === "above") &&
    own.every((head) => underShared(head) && head.cell.plain.length <= LONGEST_SUB_HEAD)
  );
}
