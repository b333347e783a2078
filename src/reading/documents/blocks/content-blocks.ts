// The content of a file → the blocks that the grammar reads: a text is parsed into them, other formats bring them along.
import type { ContentBlock, ContentCell, DocumentContent } from "../../../domain/register/document-content.ts";
import { headAt } from "../tables/head.ts";
import { type Block, type Cell, isBlank, passage, type Row, type Table } from "./blocks.ts";
import { textToBlocks } from "./text-blocks.ts";

export function blocksOf(content: DocumentContent): Block[] {
  const blocks = content.kind === "text" ? textToBlocks(content.text) : content.blocks.map(blockOf);
  return blocks.flatMap((block) => (block.kind === "table" ? titlesOutOf(block) : [block]));
}

function blockOf(block: ContentBlock): Block {
  if (block.kind === "paragraph") return { kind: "paragraph", text: passage(block.text), line: block.at, lines: 1 };
  // A table without a merged cell in any column (a .csv, a table typed in a hurry) does not say what its blank cells mean.
  const saysMerged = block.rows.some((row) => row.cells.some((cell) => cell.merged === "above"));
  return {
    kind: "table",
    rows: block.rows.map((row) => ({
      cells: row.cells.map((cell) => cellOf(cell, saysMerged)),
      line: row.at,
      lines: 1,
    })),
  };
}

function cellOf({ text, merged }: ContentCell, saysMerged: boolean): Cell {
  return merged === "unknown" || (merged === null && !saysMerged) ? passage(text) : { ...passage(text), merged };
}

/** A workbook has its title in the rows above the head: these are paragraphs. */
function titlesOutOf(table: Table): Block[] {
  const head = table.rows.findIndex((_, at) => headAt(table.rows, at) !== null);
  const titles = table.rows.slice(0, Math.max(head, 0)).flatMap(titleOf);
  if (titles.length === 0) return [table];
  const lines = new Set(titles.map(({ row }) => row));
  return [...titles.map(({ block }) => block), { kind: "table", rows: table.rows.filter((row) => !lines.has(row)) }];
}

function titleOf(row: Row): { readonly row: Row; readonly block: Block }[] {
  const written = row.cells.filter((cell) => !isBlank(cell));
  const [first] = written;
  if (!first || new Set(written.map((cell) => cell.plain)).size > 1) return [];
  const { original, plain } = first;
  return [{ row, block: { kind: "paragraph", text: { original, plain }, line: row.line, lines: row.lines } }];
}
