// A long outcome in pieces. Whatever a worker sends is unpacked on the event loop in one go: thousands of tasks at once would stop it.
import type { DraftTask } from "../../../domain/register/draft.ts";
import type { Outcome } from "./job.ts";

export type Piece =
  | { readonly kind: "tasks"; readonly tasks: readonly DraftTask[] }
  /** The last piece: everything that did not come before. */
  | { readonly kind: "rest"; readonly outcome: Outcome };

/** Tasks in a piece: unpacked in well under a millisecond. */
const PIECE = 25;

export function* piecesOf(outcome: Outcome): Generator<Piece> {
  if (outcome.kind !== "done" || outcome.draft === null) {
    yield { kind: "rest", outcome };
    return;
  }
  const { tasks } = outcome.draft;
  for (let at = 0; at < tasks.length; at += PIECE) yield { kind: "tasks", tasks: tasks.slice(at, at + PIECE) };
  yield { kind: "rest", outcome: { ...outcome, draft: { ...outcome.draft, tasks: [] } } };
}

/** Puts pieces together in the order they come; null until the last. */
export function createAssembly(): { add(piece: Piece): Outcome | null } {
  const tasks: DraftTask[] = [];
  return {
    add(piece) {
      if (piece.kind === "rest") return whole(piece.outcome, tasks);
      tasks.push(...piece.tasks);
      return null;
    },
  };
}

function whole(outcome: Outcome, tasks: readonly DraftTask[]): Outcome {
  if (outcome.kind !== "done" || outcome.draft === null) return outcome;
  return { ...outcome, draft: { ...outcome.draft, tasks } };
}
