// The content of a file → the blocks that the grammar reads: a text is parsed into them, other formats bring them along.
import type { ContentBlock, DocumentContent } from "../../../domain/register/document-content.ts";
import { type Block, passage } from "./blocks.ts";
import { textToBlocks } from "./text-blocks.ts";

export function blocksOf(content: DocumentContent): Block[] {
  return content.kind === "text" ? textToBlocks(content.text) : content.blocks.map(blockOf);
}

function blockOf(block: ContentBlock): Block {
  if (block.kind === "paragraph") return { kind: "paragraph", text: passage(block.text), line: block.at };
  return {
    kind: "table",
    rows: block.rows.map((row) => ({
      cells: row.cells.map((cell) => ({ ...passage(cell.text), merged: cell.merged })),
      line: row.at,
    })),
  };
}
