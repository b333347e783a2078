// Plain text → blocks. Tables are known by their heads; everything else is paragraphs.
import { type Block, isBlank, type Passage, passage, slice, type TableReader, trim } from "./blocks.ts";
import { readBoxTable } from "./box-table.ts";
import { readCellLines } from "./cell-lines.ts";
import { readMarkdownTable } from "./markdown-table.ts";
import { readTabTable } from "./tab-table.ts";

/** Markdown's marks of headings and emphasis; the words stay. */
const MARKS = /^ {0,3}(?:#{1,6} +|> +|[-*+] +(?=\S))|\*\*|__(?=\S)/gm;
/** A page number between dashes; a bare number may be a cell. */
const PAGE_NUMBER = /^[ \t]*(?:[-—–] ?\d{1,4} ?[-—–]|第 ?\d{1,4} ?页(?:[ ,，]{0,3}共 ?\d{1,4} ?页)?)[ \t]*$/gm;
/** What Word leaves behind when it is saved as text. */
const BOOKMARK = /[[［]bookmark[:：][^\]］\n]{0,60}[\]］]/g;

const TABLE_READERS: readonly TableReader[] = [readBoxTable, readMarkdownTable, readTabTable, readCellLines];

/** Line numbers count from 1 in `text`. */
export function textToBlocks(text: string): Block[] {
  const lines = splitLines(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const found = readTable(lines, at);
    if (found) {
      blocks.push(found.table);
      at = found.next;
      continue;
    }
    const line = lines[at];
    if (line && !isBlank(line)) blocks.push({ kind: "paragraph", text: trim(line), line: at + 1, lines: 1 });
    at += 1;
  }
  return blocks;
}

function readTable(lines: readonly Passage[], at: number): ReturnType<TableReader> {
  for (const read of TABLE_READERS) {
    const found = read(lines, at);
    if (found) return found;
  }
  return null;
}

function splitLines(text: string): Passage[] {
  const whole = passage(text.replace(/\r\n?/g, "\n").replace(PAGE_NUMBER, "").replace(MARKS, "").replace(BOOKMARK, ""));
  const lines: Passage[] = [];
  let start = 0;
  for (const line of whole.plain.split("\n")) {
    lines.push(slice(whole, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}
