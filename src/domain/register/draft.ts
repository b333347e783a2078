// What the readers make of a document, before the secretary has approved it.
import type { Reason } from "../reason.ts";
import type { DeadlineRule } from "./deadline.ts";
import type { ContentNotice } from "./document-content.ts";
import type { Target } from "./target.ts";
import type { UnitMention } from "./unit.ts";

/** A guess, for review: which field rests on it and why. */
export interface ReviewNote {
  /** task: that it is one at all. */
  readonly field: "lead" | "supporting" | "deadline" | "target" | "unit" | "task";
  readonly reason: Reason;
}

export interface DraftTask {
  readonly ref: string;
  readonly label: string;
  readonly section: string | null;
  readonly title: string;
  readonly text: string;
  readonly lead: readonly UnitMention[];
  readonly supporting: readonly UnitMention[];
  readonly deadlines: readonly DeadlineRule[];
  readonly targets: readonly Target[];
  readonly review: readonly ReviewNote[];
  /** rules: read by the grammar · model: proposed by a language model, always for review. */
  readonly origin: "rules" | "model";
}

/** A stretch of the document that no rule could read although it speaks of responsibility: listed, never lost. */
export interface UnreadBlock {
  readonly text: string;
  /** Place in the source, from 1. */
  readonly at: number;
}

export interface DraftDocument {
  readonly title: string;
  readonly shortTitle: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  /** The last day of its validity (有效期), where it states one; null when it states none or 长期. */
  readonly validUntil?: string | null;
  readonly standingTopics: readonly string[];
  readonly tasks: readonly DraftTask[];
  /** Numbered clauses that assign nobody: kept to be seen, not followed. */
  readonly unread: readonly UnreadBlock[];
  readonly notices: readonly ContentNotice[];
  readonly context: readonly { readonly ref: string; readonly label: string; readonly title: string }[];
}
