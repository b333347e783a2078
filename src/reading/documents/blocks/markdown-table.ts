// A Markdown table: | a | b | with a line of dashes under its head.
import { type Passage, passage, type Row, slice, type TableReader, trim } from "./blocks.ts";

export const readMarkdownTable: TableReader = (lines, at) => {
  if (!isRow(lines[at]) || !isRule(lines[at + 1])) return null;
  const rows: Row[] = [];
  let next = at;
  for (let line = lines[next]; line && isRow(line); line = lines[next]) {
    if (!isRule(line)) rows.push({ cells: cellsOf(line), line: next + 1, lines: 1 });
    next += 1;
  }
  return { table: { kind: "table", rows }, next };
};

function isRow(line: Passage | undefined): boolean {
  return line?.plain.trimStart().startsWith("|") ?? false;
}

function isRule(line: Passage | undefined): boolean {
  return isRow(line) && /^[\s|:-]+$/.test(line?.plain ?? "") && (line?.plain.includes("-") ?? false);
}

function cellsOf(line: Passage): Passage[] {
  const row = trim(line);
  const cells: Passage[] = [];
  let start = 1;
  for (let i = 1; i <= row.plain.length; i++) {
    if (i < row.plain.length && row.plain[i] !== "|") continue;
    if (i < row.plain.length || i > start) {
      cells.push(passage(trim(slice(row, start, i)).original.replace(/<br\s*\/?>/gi, "\n")));
    }
    start = i + 1;
  }
  return cells;
}
