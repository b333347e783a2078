// Content of a file, written short: paragraphs as words, tables as rows of words, ← and ↑ for what a merged cell covers.
import type { ContentBlock, ContentCell, DocumentContent } from "../../src/domain/register/document-content.ts";

/** A table is { sheet?, rows }; "←" and "↑" are covered cells, "?" one of which nobody knows. */
export function short(content: DocumentContent): unknown {
  return content.kind === "text" ? content.text : content.blocks.map(shortBlock);
}

function shortBlock(block: ContentBlock): unknown {
  if (block.kind === "paragraph") return block.text;
  const rows = block.rows.map((row) => row.cells.map(shortCell));
  return block.sheet === null ? rows : { [block.sheet]: rows };
}

function shortCell({ text, merged }: ContentCell): string {
  if (merged === "left") return `←${text}`;
  if (merged === "above") return `↑${text}`;
  return merged === "unknown" ? `?${text}` : text;
}
