// A Word table flattened to text: a tab begins a cell, a cell may go on for several lines, a blank line ends the row. Also plain
// tab-separated rows, one a line.

import { columnRole, headRoles } from "../tables/columns.ts";
import { isBlank, join, type Passage, type Row, slice, type TableReader, trim } from "./blocks.ts";

/** A cell with blank lines inside goes on if a tab comes within so many lines. */
const LONGEST_GAP = 4;
/** Where no head is known yet, so much is looked at, and no more: a long text must not be read again from every line. */
const WIDEST_HEAD = 16;
const LONGEST_HEAD = 48;

export const readTabTable: TableReader = (lines, at) => {
  const first = lines[at]?.plain ?? "";
  if (!first.includes("\t") || isBlank(lines[at] ?? { original: "", plain: "" })) return null;
  return first.startsWith("\t") ? readFlattened(lines, at) : readOnePerLine(lines, at);
};

function readOnePerLine(lines: readonly Passage[], at: number): ReturnType<TableReader> {
  const heads = splitTabs(lines[at]);
  if (!headRoles(heads.map((h) => h.plain))) return null;
  const rows: Row[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || isBlank(line)) continue;
    if (!line.plain.includes("\t")) break;
    rows.push({ cells: splitTabs(line), line: next + 1, lines: 1 });
  }
  return { table: { kind: "table", rows }, next };
}

/** Prose whose paragraphs begin with a tab is no table: the first row must be a head. */
function readFlattened(lines: readonly Passage[], at: number): ReturnType<TableReader> {
  if (!lines.slice(at, at + 3).some((line) => columnRole(line.plain))) return null;
  const head = readRow(lines.slice(at, at + LONGEST_HEAD), 0, WIDEST_HEAD);
  const roles = headRoles(head.row.cells.map((c) => c.plain));
  if (!roles) return null;
  const rows = [{ ...head.row, line: at + 1 }];
  let next = at + head.next;
  for (;;) {
    while (next < lines.length && isBlankLine(lines, next)) next += 1;
    if (!lines[next]?.plain.startsWith("\t")) break;
    const read = readRow(lines, next, roles.length);
    if (read.row.cells.some((c) => !isBlank(c))) rows.push(read.row);
    next = read.next;
  }
  return { table: { kind: "table", rows }, next };
}

function readRow(lines: readonly Passage[], at: number, width: number): { row: Row; next: number } {
  const cells: Passage[][] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    if (line.plain.startsWith("\t")) {
      if (cells.length >= width) break;
      cells.push(...splitTabs(slice(line, 1)).map((cell) => [cell]));
    } else if (!isBlank(line)) {
      cells.at(-1)?.push(trim(line));
    } else if (!goesOn(lines, next)) {
      break;
    }
  }
  return { row: { cells: cells.map((parts) => trim(join(parts, "\n"))), line: at + 1, lines: next - at }, next };
}

/** A blank line inside a cell: words follow it, and soon a tab. */
function goesOn(lines: readonly Passage[], at: number): boolean {
  let next = at;
  while (next < at + LONGEST_GAP && isBlankLine(lines, next)) next += 1;
  if (isBlankLine(lines, next) || lines[next]?.plain.startsWith("\t")) return false;
  for (let i = next; i < Math.min(lines.length, next + LONGEST_GAP); i++) {
    if (lines[i]?.plain.startsWith("\t")) return true;
  }
  return false;
}

function isBlankLine(lines: readonly Passage[], at: number): boolean {
  const plain = lines[at]?.plain ?? "";
  return plain.trim() === "" && !plain.startsWith("\t");
}

function splitTabs(line: Passage | undefined): Passage[] {
  if (!line) return [];
  const cells: Passage[] = [];
  let start = 0;
  for (const cell of line.plain.split("\t")) {
    cells.push(trim(slice(line, start, start + cell.length)));
    start += cell.length + 1;
  }
  return cells;
}
