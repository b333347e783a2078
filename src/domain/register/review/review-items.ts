// The review of a draft: only what was guessed, one item each, with what it rests on.
import { type Reason, reason } from "../../reason.ts";
import type { DeadlineRule } from "../deadline.ts";
import type { DraftDocument, DraftTask, ReviewNote, UnreadBlock } from "../draft.ts";
import type { Target } from "../target.ts";
import type { UnitMention } from "../unit.ts";

export interface ReviewItem {
  /** The same for the same guess however often the document is read. */
  readonly key: string;
  /** Field and reason: what can be accepted together. */
  readonly kind: string;
  readonly field: ReviewNote["field"] | "unread";
  /** Null: a stretch of text that became no task. */
  readonly task: { readonly ref: string; readonly title: string } | null;
  /** The document's words the guess was made from. */
  readonly quote: string;
  readonly proposal: Proposal;
  readonly reason: Reason;
}

/** What stands in the register if the guess is accepted. */
export type Proposal =
  | { readonly kind: "units"; readonly units: readonly UnitMention[] }
  | { readonly kind: "unit"; readonly unit: UnitMention }
  | { readonly kind: "deadlines"; readonly deadlines: readonly DeadlineRule[] }
  | { readonly kind: "targets"; readonly targets: readonly Target[] }
  | { readonly kind: "task"; readonly lead: readonly UnitMention[]; readonly supporting: readonly UnitMention[] }
  | { readonly kind: "no-task" };

/** Kinds stand together in this order, the heaviest guess first. */
const ORDER: readonly ReviewItem["field"][] = ["task", "lead", "supporting", "deadline", "target", "unit", "unread"];

/** Every guess of a draft, kind by kind; within a kind in the document's order. */
export function reviewItems(draft: DraftDocument): ReviewItem[] {
  const guesses = draft.tasks.flatMap((task) => task.review.map((note) => itemOf(task, note)));
  const items = withOwnKeys([...guesses, ...draft.unread.map(unreadItem)]);
  const kinds = new Map([...new Set(items.map((item) => item.kind))].map((kind, i) => [kind, i]));
  const rank = (item: ReviewItem) => ORDER.indexOf(item.field) * items.length + (kinds.get(item.kind) ?? 0);
  return items.sort((a, b) => rank(a) - rank(b));
}

function itemOf(task: DraftTask, note: ReviewNote): ReviewItem {
  const { field } = note;
  return {
    key: [task.ref, field, note.reason.code, ...Object.values(note.reason.params ?? {})]
      .join("/")
      .slice(0, LONGEST_KEY),
    kind: `${field}/${note.reason.code}`,
    field,
    task: { ref: task.ref, title: task.title },
    quote: quoteOf(task, note),
    proposal: proposalOf(task, note),
    reason: note.reason,
  };
}

function unreadItem(block: UnreadBlock): ReviewItem {
  return {
    key: `unread/${block.at}`,
    kind: "unread/block-unread",
    field: "unread",
    task: null,
    quote: block.text,
    proposal: { kind: "no-task" },
    reason: reason("block-unread"),
  };
}

/** Short enough for a button's value. */
const LONGEST_KEY = 200;

/** Two guesses of one key are told apart by counting: the second is …#2. */
function withOwnKeys(items: readonly ReviewItem[]): ReviewItem[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const times = (seen.get(item.key) ?? 0) + 1;
    seen.set(item.key, times);
    return times === 1 ? item : { ...item, key: `${item.key}#${times}` };
  });
}

function proposalOf(task: DraftTask, { field, reason: why }: ReviewNote): Proposal {
  switch (field) {
    case "lead":
      return { kind: "units", units: task.lead };
    case "supporting":
      return { kind: "units", units: task.supporting };
    case "deadline":
      return { kind: "deadlines", deadlines: deadlinesMeant(task, why) };
    case "target":
      return { kind: "targets", targets: task.targets };
    case "unit": {
      const unit = [...task.lead, ...task.supporting].find(({ name }) => name === why.params?.unit);
      return unit ? { kind: "unit", unit } : { kind: "units", units: [...task.lead, ...task.supporting] };
    }
    case "task":
      return { kind: "task", lead: task.lead, supporting: task.supporting };
    default:
      return field satisfies never;
  }
}

/** The deadlines a note is about: those of its date, else all of the task. */
export function deadlinesMeant(task: DraftTask, why: Reason): readonly DeadlineRule[] {
  const ofDate = task.deadlines.filter(({ due }) => due !== null && due === why.params?.date);
  return ofDate.length > 0 ? ofDate : task.deadlines;
}

/** The sentence that holds the date; else the task's words. */
function quoteOf(task: DraftTask, { field, reason: why }: ReviewNote): string {
  const words = field === "deadline" ? deadlinesMeant(task, why)[0]?.text : undefined;
  if (!words) return task.text;
  const sentence = task.text.split(/(?<=[。；;\n])/).find((part) => part.includes(words));
  return (sentence ?? task.text).trim();
}
