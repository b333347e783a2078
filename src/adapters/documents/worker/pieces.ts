// A long outcome in pieces. Whatever a worker sends is unpacked on the event loop in one go: thousands of rows at once would stop it.
import type { ContentBlock } from "../../../domain/register/document-content.ts";
import type { DraftTask } from "../../../domain/register/draft.ts";
import type { Outcome } from "./job.ts";

export type Piece =
  | {
      readonly kind: "blocks";
      readonly blocks: readonly ContentBlock[] /** The first block goes on from the last. */;
      readonly goesOn: boolean;
    }
  | { readonly kind: "tasks"; readonly tasks: readonly DraftTask[] }
  /** The last piece: everything that did not come before. */
  | { readonly kind: "rest"; readonly outcome: Outcome };

/** Rows, paragraphs or tasks in a piece: unpacked in well under a millisecond. */
const PIECE = 25;

export function* piecesOf(outcome: Outcome): Generator<Piece> {
  if (outcome.kind !== "done") {
    yield { kind: "rest", outcome };
    return;
  }
  const { content, draft } = outcome;
  if (content.kind === "blocks") yield* blockPieces(content.blocks);
  for (const tasks of slices(draft?.tasks ?? [])) yield { kind: "tasks", tasks };
  yield {
    kind: "rest",
    outcome: {
      kind: "done",
      content: content.kind === "blocks" ? { ...content, blocks: [] } : content,
      draft: draft && { ...draft, tasks: [] },
    },
  };
}

function* blockPieces(blocks: readonly ContentBlock[]): Generator<Piece> {
  for (const some of slices(blocks)) {
    let open: ContentBlock[] = [];
    let goesOn = false;
    for (const block of some) {
      if (block.kind === "paragraph" || block.rows.length <= PIECE) {
        open.push(block);
        continue;
      }
      for (const rows of slices(block.rows)) {
        yield { kind: "blocks", blocks: [...open, { ...block, rows }], goesOn };
        open = [];
        goesOn = true;
      }
      goesOn = false;
    }
    if (open.length > 0) yield { kind: "blocks", blocks: open, goesOn: false };
  }
}

function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += PIECE) yield items.slice(at, at + PIECE);
}

/** Puts pieces together in the order they come. */
export function createAssembly(): { add(piece: Piece): Outcome | null } {
  const blocks: ContentBlock[] = [];
  const tasks: DraftTask[] = [];
  return {
    add(piece) {
      switch (piece.kind) {
        case "blocks":
          addBlocks(blocks, piece.blocks, piece.goesOn);
          return null;
        case "tasks":
          tasks.push(...piece.tasks);
          return null;
        case "rest":
          return whole(piece.outcome, blocks, tasks);
      }
    },
  };
}

function addBlocks(blocks: ContentBlock[], more: readonly ContentBlock[], goesOn: boolean): void {
  const last = blocks.at(-1);
  const [first, ...rest] = more;
  if (goesOn && last?.kind === "table" && first?.kind === "table") {
    blocks[blocks.length - 1] = { ...last, rows: last.rows.concat(first.rows) };
    blocks.push(...rest);
  } else blocks.push(...more);
}

function whole(outcome: Outcome, blocks: readonly ContentBlock[], tasks: readonly DraftTask[]): Outcome {
  if (outcome.kind !== "done") return outcome;
  const { content, draft } = outcome;
  return {
    kind: "done",
    content: content.kind === "blocks" ? { ...content, blocks } : content,
    draft: draft && { ...draft, tasks },
  };
}
