// A table that lost its lines: one cell on each line, row after row. Known by its heads standing one under another.

import { type ColumnRole, columnRole, headRoles } from "../tables/columns.ts";
import { isBlank, join, type Passage, passage, type Row, slice, type TableReader, trim } from "./blocks.ts";

const WIDEST_HEAD = 10;
const NUMBER = /^\s*(\d{1,3})[.、]?\s*$/;

export const readCellLines: TableReader = (lines, at) => {
  const head = readHead(lines, at);
  if (!head) return null;
  const rows: Row[] = [head.row];
  const body = head.roles[0] === "number" ? readNumbered(lines, head) : readCounted(lines, head);
  rows.push(...body.rows);
  return rows.length < 2 ? null : { table: { kind: "table", rows }, next: body.next };
};

interface Head {
  readonly row: Row;
  readonly roles: readonly (ColumnRole | null)[];
  readonly next: number;
}

interface Body {
  readonly rows: readonly Row[];
  readonly next: number;
}

function readHead(lines: readonly Passage[], at: number): Head | null {
  const cells: Passage[] = [];
  let next = at;
  for (; next < lines.length && cells.length < WIDEST_HEAD; next++) {
    const line = lines[next];
    if (!line || line.plain.includes("\t") || !columnRole(line.plain)) break;
    cells.push(trim(line));
  }
  if (cells.length < 3) return null;
  const roles = headRoles(cells.map((c) => c.plain));
  return roles && { row: { cells, line: at + 1, lines: next - at }, roles, next };
}

/** A row begins at the line that holds nothing but the next number. */
function readNumbered(lines: readonly Passage[], head: Head): Body {
  const rows: Row[] = [];
  let next = head.next;
  for (let number = 1; ; number++) {
    while (next < lines.length && isBlank(lines[next] ?? passage(""))) next += 1;
    if (numberOf(lines[next]) !== number) return { rows, next };
    const start = next;
    next += 1;
    while (next < lines.length && numberOf(lines[next]) !== number + 1 && next - start <= head.roles.length * 4) {
      next += 1;
    }
    // The last row ends where its columns do.
    if (numberOf(lines[next]) !== number + 1) next = Math.min(next, start + head.roles.length);
    rows.push({ cells: place(lines.slice(start, next), head.roles), line: start + 1, lines: next - start });
  }
}

/** No numbers: every so many lines are a row; a blank line is a blank cell. The table ends at a row that is incomplete or all blank. */
function readCounted(lines: readonly Passage[], head: Head): Body {
  const rows: Row[] = [];
  const width = head.roles.length;
  let next = head.next;
  for (;;) {
    const cells = lines.slice(next, next + width).map(trim);
    if (cells.length < width || cells.every(isBlank)) return { rows, next };
    rows.push({ cells, line: next + 1, lines: width });
    next += width;
  }
}

function numberOf(line: Passage | undefined): number | null {
  const found = NUMBER.exec(line?.plain ?? "");
  return found?.[1] ? Number(found[1]) : null;
}

/** Puts a row's lines into its columns. Too many lines: the unit columns take the lines that are left over, divided by 、 at their ends. */
function place(lines: readonly Passage[], roles: readonly (ColumnRole | null)[]): Passage[] {
  const exact = lines.map(trim);
  if (exact.length === roles.length) return exact;
  const written = joinBroken(exact.filter((line) => !isBlank(line)));
  if (written.length >= roles.length) {
    const kept = written.slice(0, roles.length - 1);
    return [...kept, join(written.slice(roles.length - 1), "\n")];
  }
  return placeByKind(written, roles);
}

/** A line that ends with a separator goes on in the next. */
function joinBroken(lines: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && /[、,]$/.test(last.plain)) joined[joined.length - 1] = join([last, line], "");
    else joined.push(line);
  }
  return joined;
}

/** Too few lines: a line that states a time goes to the time column, the others keep their order. */
function placeByKind(lines: readonly Passage[], roles: readonly (ColumnRole | null)[]): Passage[] {
  const deadline = roles.indexOf("deadline");
  const time = deadline < 0 ? undefined : lines.findLast((l) => /\d{4}年|月底|年底|年内|长期|持续|季度/.test(l.plain));
  const rest = lines.filter((line) => line !== time);
  return roles.map((_, column) => (column === deadline ? time : rest.shift()) ?? slice(passage(""), 0));
}
