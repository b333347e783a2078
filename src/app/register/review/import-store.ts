// The port to the reviews of documents.
import type { StoredContent } from "../../../domain/register/document-content.ts";
import type { DraftTask } from "../../../domain/register/draft.ts";
import type { DecisionStep } from "../../../domain/register/review/decisions.ts";
import type { Actor } from "../../ports.ts";

/** A document under review. */
export interface StoredImport {
  readonly id: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: StoredContent;
  /** Tasks a language model proposed for unread blocks, by the block's place. */
  readonly proposals: readonly BlockProposal[];
  readonly startedBy: Actor;
  readonly state: "open" | "applied" | "discarded";
  /** In the order they were taken. */
  readonly decisions: readonly DecisionStep[];
  /** Grows with every change of `decisions`. */
  readonly version: number;
  /** The message that shows the review. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
}

/** A task proposed for the unread block at that place. */
export interface BlockProposal {
  readonly at: number;
  readonly task: DraftTask;
}

/** Reviews: they outlive the process, and leave the register alone. */
export interface ImportStore {
  /** The open review of that file (by its hash) if there is one; else a new one. */
  start(
    input: Pick<StoredImport, "fileName" | "sha256" | "content" | "proposals" | "startedBy">,
  ): Promise<StoredImport>;
  find(id: number): Promise<StoredImport | null>;
  /** The newest open review, of that file where a hash is given. */
  findOpen(sha256: string | null): Promise<StoredImport | null>;
  /** Replaces the decisions if the review is open and still at `version`. False when somebody was faster. */
  saveDecisions(id: number, version: number, decisions: readonly DecisionStep[], by: Actor): Promise<boolean>;
  /** False when it was closed before. */
  close(id: number, state: "applied" | "discarded", by: Actor): Promise<boolean>;
  saveMessage(id: number, message: { channel: string; ts: string }): Promise<void>;
}
