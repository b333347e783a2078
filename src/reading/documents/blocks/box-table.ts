// A table drawn with lines: ┌──┬──┐ or +--+--+. Where a line is missing under a cell, the cell goes on: that is a merged cell, for certain.
import { looksLikeUnit } from "../../unit-name.ts";
import { headRoles } from "../tables/columns.ts";
import { type Cell, isBlank, join, type Passage, type Row, slice, type TableReader, trim } from "./blocks.ts";

const BORDER = /[│┃║|├┝┠┣╟╠┤┥┨┫╢╣┬┯┰┳╤╦┴┷┸┻╧╩┼┿╂╋╪╬┌┍┎┏╔┐┑┒┓╗└┕┖┗╚┘┙┚┛╝╒╓╕╖╘╙╛╜╞╡╥╨╫]/;
const DRAWN = /^\s*[│┃║├┝┠┣╟╠┌┍┎┏╔└┕┖┗╚╒╓╘╙╞]/;
const ASCII_RULE = /^\s*\+[-=+]{2,}\+?\s*$/;
const RULE = /^[─━═╌┄┈\-—=]+$/;

/** A column's cell while its lines are gathered. */
interface Open {
  readonly lines: Passage[];
  readonly merged: Cell["merged"];
}

export const readBoxTable: TableReader = (lines, at) => {
  const first = lines[at]?.plain ?? "";
  if (!beginsTable(lines[at])) return null;
  const drawn = DRAWN.test(first) ? (line: string) => DRAWN.test(line) : (line: string) => /^\s*[|+]/.test(line);
  let next = at;
  while (next < lines.length && drawn(lines[next]?.plain ?? "")) next += 1;
  return { table: { kind: "table", rows: gather(lines.slice(at, next), at) }, next };
};

/** A line drawn across, or heads between borders. What begins so is taken whole: nothing is looked at again from the next line. */
function beginsTable(line: Passage | undefined): boolean {
  if (!line || (!ASCII_RULE.test(line.plain) && !DRAWN.test(line.plain))) return false;
  const pieces = piecesOf(line).map((piece) => piece.plain.trim());
  return pieces.length > 0 && (pieces.every((piece) => RULE.test(piece)) || headRoles(pieces) !== null);
}

function gather(lines: readonly Passage[], at: number): Row[] {
  const pieces = lines.map(piecesOf);
  const width = pieces.reduce((most, cells) => Math.max(most, cells.length), 0);
  const rows: { cells: Open[]; line: number }[] = [];
  let open = false;
  for (const [i, cells] of pieces.entries()) {
    const ruled = cells.map((cell) => RULE.test(cell.plain.trim()));
    if (ruled.length > 0 && ruled.every(Boolean)) {
      open = false;
      continue;
    }
    const parted = ruled.some(Boolean);
    const above = rows.at(-1);
    if (!open || parted || !above) {
      const own = cells.map((_, column) => ({
        lines: [],
        merged: parted && above && !ruled[column] ? ("above" as const) : null,
      }));
      rows.push({ cells: own, line: at + i + 1 });
      open = true;
    }
    // A line with more cells than the first one of its row: nothing of it may be lost.
    const row = rows.at(-1);
    while (row && row.cells.length < cells.length) row.cells.push({ lines: [], merged: null });
    for (const [column, cell] of cells.entries()) {
      if (!ruled[column] && !isBlank(cell)) ownerOf(rows, column)?.lines.push(trim(cell));
    }
  }
  const saysMerged = rows.some(({ cells }) => cells.some(({ merged }) => merged === "above"));
  return withoutBlankRows(
    rows.map((row, i) => finished(row, rows[i + 1]?.line ?? at + lines.length + 1, width, saysMerged)),
  );
}

/** A row whose words all belong to cells that go on from above is no row of its own. */
function withoutBlankRows(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last && row.cells.every(isBlank)) kept[kept.length - 1] = { ...last, lines: last.lines + row.lines };
    else kept.push(row);
  }
  return kept;
}

/** Words beside a line that is missing belong to the cell that goes on. */
function ownerOf(rows: readonly { cells: Open[] }[], column: number): Open | undefined {
  let row = rows.length - 1;
  while (row > 0 && rows[row]?.cells[column]?.merged === "above") row -= 1;
  return rows[row]?.cells[column] ?? rows.at(-1)?.cells[column];
}

/** A row with one cell only is drawn across the table. A table whose cells all end at every line does not say what is blank in it. */
function finished(
  row: { cells: readonly Open[]; line: number },
  next: number,
  width: number,
  saysMerged: boolean,
): Row {
  const cells: Cell[] = row.cells.map(({ lines, merged }) =>
    saysMerged ? { ...joinLines(lines), merged: merged ?? null } : joinLines(lines),
  );
  if (cells.length === 1 && width > 1) {
    for (let i = 1; i < width; i++) cells.push({ original: "", plain: "", merged: "left" });
  }
  return { cells, line: row.line, lines: next - row.line };
}

/** Words that were broken to fit the column are joined; units that stand one under another stay apart. */
function joinLines(lines: readonly Passage[]): Passage {
  return lines.reduce(
    (whole, line, i) => {
      const before = lines[i - 1];
      const apart = before !== undefined && looksLikeUnit(before.plain) && looksLikeUnit(line.plain);
      return i === 0 ? line : join([whole, line], apart ? "\n" : "");
    },
    { original: "", plain: "" },
  );
}

/** What stands between the borders of a line. */
function piecesOf(line: Passage): Passage[] {
  const border = ASCII_RULE.test(line.plain) ? /\+/ : BORDER;
  const row = trim(line);
  const pieces: Passage[] = [];
  let start = 1;
  for (let i = 1; i < row.plain.length; i++) {
    if (!border.test(row.plain[i] ?? "")) continue;
    pieces.push(slice(row, start, i));
    start = i + 1;
  }
  if (start < row.plain.length) pieces.push(slice(row, start));
  return pieces;
}
