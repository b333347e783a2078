// Finds the task a number means. Reading the number out of text is `reading/task-ref.ts`.
import { Refusal } from "../../errors.ts";
import { taskName } from "../answers/task-card.ts";
import type { Register } from "./register.ts";
import { isInForce, type SourceDocument, type Task } from "./task.ts";

/** A task as a person named it. `ref` in Arabic numerals; `document` part of a document's title, or null. */
export interface TaskRef {
  readonly ref: string;
  readonly document: string | null;
}

type Tasks = Pick<Register, "tasks" | "documents" | "sharingNumbers">;

/**
 * All tasks the number may mean: one, or one in each document. Tasks that were withdrawn, and those that only an earlier
 * version of a document has, only where nothing else has the number.
 */
export function tasksByRef({ ref, document }: TaskRef, { tasks, documents }: Tasks): Task[] {
  const meant = new Set(document === null ? documents.map((d) => d.id) : documentsNamed(document, documents));
  const found = tasks.filter((t) => t.ref === ref && meant.has(t.documentId));
  const inForce = isInForce(documents);
  const current = found.filter(inForce);
  return current.length > 0 ? current : found;
}

/** The one task the number means. Throws `unknown-task` or `ambiguous-task`. */
export function resolveTaskRef(ref: TaskRef, register: Tasks): Task {
  const found = tasksByRef(ref, register);
  const [task] = found;
  if (task !== undefined && found.length === 1) return task;
  if (task === undefined) {
    const range = rangeOf(register);
    throw new Refusal("unknown-task", { ref: ref.ref, ...(range === "" ? {} : { range }) });
  }
  throw new Refusal("ambiguous-task", {
    ref: ref.ref,
    choices: found.map((t) => taskName(t, register)).join("、"),
  });
}

/** Documents whose short title is the hint; else those whose titles hold it. */
function documentsNamed(hint: string, documents: readonly SourceDocument[]): number[] {
  const exact = documents.filter((d) => d.shortTitle === hint);
  const named = exact.length > 0 ? exact : documents.filter((d) => `${d.shortTitle} ${d.title}`.includes(hint));
  return named.map((d) => d.id);
}

/** "1–29", or "1–29（责任分工）、3–29（实施意见）" of several documents. */
function rangeOf({ tasks, documents }: Tasks): string {
  const inForce = tasks.filter(isInForce(documents));
  const ranges = documents.flatMap((document) => {
    const refs = inForce.filter((t) => t.documentId === document.id).map((t) => Number(t.ref));
    const numbers = refs.filter((n) => Number.isFinite(n)).sort((a, b) => a - b);
    return numbers.length === 0 ? [] : [{ document, text: `${numbers[0]}–${numbers.at(-1)}` }];
  });
  if (ranges.length === 1) return ranges[0]?.text ?? "";
  return ranges.map(({ document, text }) => `${text}（${document.shortTitle}）`).join("、");
}
