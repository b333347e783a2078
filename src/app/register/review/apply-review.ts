// The end of a review: the decided draft goes into the register, or the file is put aside.
import { authorise } from "../../../domain/permission.ts";
import { applyDecisions, settle } from "../../../domain/register/review/decisions.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import type { ImportSummary } from "../../use-cases.ts";
import { storeDraft } from "../store-draft.ts";
import { findOpenReview, reviewing } from "./review-view.ts";

type ReviewPorts = Pick<
  Ports,
  "registerStore" | "importStore" | "documentReader" | "reminderStore" | "calendar" | "clock" | "secretaries"
>;

/**
 * Secretary only. `acceptRest` takes every open guess as proposed; `asNew` keeps what reads like an earlier version as it is. Throws `review-unfinished`, `file-without-tasks` where no task is
 * left, and `already-imported` the second time.
 */
export async function applyReview(
  ports: ReviewPorts,
  input: { importId: number; acceptRest: boolean; asNew: boolean; by: string },
): Promise<ImportSummary> {
  const { importId, by } = input;
  authorise(by, "import-documents", ports);
  const stored = await findOpenReview(ports, importId);
  const { sha256, fileName } = stored;
  const imported = await ports.registerStore.findDocumentBySha(sha256);
  if (imported) {
    // Imported by another way, or by a click whose process ended before the review was closed.
    await ports.importStore.close(importId, "applied", by);
    throw new Refusal("already-imported", { title: imported.title });
  }
  const { draft, open } = await reviewing(ports, stored);
  if (open.length > 0 && !input.acceptRest) throw new Refusal("review-unfinished", { count: open.length });
  const rest = { by, keys: open.map(({ key }) => key), decision: { kind: "accept" } } as const;
  const steps = open.length === 0 ? stored.decisions : [...stored.decisions, rest];
  if (open.length > 0 && !(await ports.importStore.saveDecisions(importId, stored.version, steps, by))) {
    // Somebody decided or applied in between: what stands now counts.
    return applyReview(ports, input);
  }
  const decided = applyDecisions(draft, settle(steps));
  if (decided.tasks.length === 0) throw new Refusal("file-without-tasks", { file: fileName });
  const summary = await storeDraft(ports, { draft: decided, sha256, fileName, by, asNew: input.asNew });
  await ports.importStore.close(importId, "applied", by);
  return summary;
}

/** Secretary only. The register is not touched. Throws `review-closed` the second time. */
export async function discardReview(
  ports: ReviewPorts,
  input: { importId: number; by: string },
): Promise<{ title: string }> {
  authorise(input.by, "import-documents", ports);
  const stored = await findOpenReview(ports, input.importId);
  if (!(await ports.importStore.close(stored.id, "discarded", input.by))) throw new Refusal("review-closed");
  return { title: (await reviewing(ports, stored)).draft.title };
}
