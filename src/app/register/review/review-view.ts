// A stored review as it stands: the draft read again from what the file held, with every decision taken so far.
import type { DraftDocument } from "../../../domain/register/draft.ts";
import {
  applyDecisions,
  type Decisions,
  openItems,
  settle,
  WHOLE_DOCUMENT,
  withTask,
} from "../../../domain/register/review/decisions.ts";
import { type ReviewItem, reviewItems } from "../../../domain/register/review/review-items.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import type { ReviewView } from "../../use-cases.ts";
import { amendmentOf } from "../amendment/plan-amendment.ts";
import { mentionedUnits } from "../units/mentioned-units.ts";
import type { StoredImport } from "./import-store.ts";

/** A review without the register: what was read, what was decided, what is open. */
export interface Reviewing {
  /** As read, with what a model proposed. */
  readonly draft: DraftDocument;
  readonly items: readonly ReviewItem[];
  readonly decisions: Decisions;
  readonly open: readonly ReviewItem[];
}

export async function reviewing(ports: Pick<Ports, "documentReader">, stored: StoredImport): Promise<Reviewing> {
  const decisions = settle(stored.decisions);
  const whole = decisions.get(WHOLE_DOCUMENT);
  const options = whole?.kind === "responsible-means" ? { responsibleMeans: whole.means } : undefined;
  const read = await ports.documentReader.draft(stored.content, stored.fileName, options);
  const draft = withProposals(read, stored.proposals);
  return { draft, items: reviewItems(draft), decisions, open: openItems(draft, decisions) };
}

/** The open review. Throws `already-imported` and `review-closed` for what is over. */
export async function findOpenReview(
  ports: Pick<Ports, "importStore" | "registerStore">,
  importId: number,
): Promise<StoredImport> {
  const stored = await ports.importStore.find(importId);
  if (stored?.state === "open") return stored;
  const imported = stored?.state === "applied" ? await ports.registerStore.findDocumentBySha(stored.sha256) : null;
  throw imported ? new Refusal("already-imported", { title: imported.title }) : new Refusal("review-closed");
}

export async function viewOf(
  ports: Pick<Ports, "registerStore" | "documentReader">,
  stored: StoredImport,
): Promise<ReviewView> {
  const { draft: read, items, decisions, open } = await reviewing(ports, stored);
  const draft = applyDecisions(read, decisions);
  const register = await ports.registerStore.load();
  const begins = stored.decisions.length === 0;
  const taken = items.flatMap((item) => decisions.get(item.key)?.kind ?? []);
  const rejected = taken.filter((kind) => kind === "not-a-task").length;
  const accepted = taken.filter((kind) => kind === "accept").length;
  return {
    importId: stored.id,
    fileName: stored.fileName,
    message: stored.message,
    draft,
    begins,
    items,
    open,
    decided: { accepted, changed: taken.length - accepted - rejected, rejected },
    units: mentionedUnits(draft, register),
    // Comparing with the earlier version takes its time: it is shown before the first card and after the last.
    changes: begins || open.length === 0 ? amendmentOf(draft, register) : null,
  };
}

function withProposals(draft: DraftDocument, proposals: StoredImport["proposals"]): DraftDocument {
  const proposed = new Set(proposals.map(({ at }) => at));
  return {
    ...draft,
    tasks: proposals.reduce((tasks, { task }) => withTask(tasks, task), [...draft.tasks]),
    unread: draft.unread.filter(({ at }) => !proposed.has(at)),
  };
}
