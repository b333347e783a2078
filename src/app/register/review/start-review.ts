// A file arrives: it is read, what no rule could read is shown to the model if there is one, and the review is opened.
import { authorise } from "../../../domain/permission.ts";
import type { DraftDocument } from "../../../domain/register/draft.ts";
import { Refusal } from "../../../errors.ts";
import { tasksFromClaims } from "../../../reading/documents/block-task.ts";
import type { Model, Ports } from "../../ports.ts";
import type { ReviewView } from "../../use-cases.ts";
import { sha256Of } from "../file-hash.ts";
import type { BlockProposal } from "./import-store.ts";
import { viewOf } from "./review-view.ts";

/** A model is asked about so many blocks of a document; the others are listed as unread. */
const MOST_BLOCKS = 12;

/**
 * Secretary only. A file whose review is open goes on where it stood. Throws `already-imported`, `file-…` refusals for what cannot be
 * read, and `file-without-tasks` where nobody is given anything to do.
 */
export async function startReview(
  ports: Pick<Ports, "documentReader" | "registerStore" | "importStore" | "model" | "secretaries">,
  input: { fileName: string; bytes: Uint8Array; by: string },
): Promise<ReviewView> {
  const { fileName, bytes, by } = input;
  authorise(by, "import-documents", ports);
  const sha256 = await sha256Of(bytes);
  const imported = await ports.registerStore.findDocumentBySha(sha256);
  if (imported) throw new Refusal("already-imported", { title: imported.title });
  const open = await ports.importStore.findOpen(sha256);
  if (open) return viewOf(ports, open);

  const content = await ports.documentReader.read(fileName, bytes);
  const draft = await ports.documentReader.draft(content, fileName);
  if (draft.tasks.length + draft.unread.length === 0) throw new Refusal("file-without-tasks", { file: fileName });
  const proposals = ports.model ? await propose(ports.model, draft) : [];
  return viewOf(ports, await ports.importStore.start({ fileName, sha256, content, proposals, startedBy: by }));
}

/** What a model that fails would have said is not missed: the block stays listed as unread. */
async function propose(model: Model, draft: DraftDocument): Promise<BlockProposal[]> {
  const blocks = draft.unread.slice(0, MOST_BLOCKS);
  const claims = await Promise.allSettled(blocks.map(async (block) => model.readClause(block.text)));
  return blocks.flatMap((block, i) => {
    const claimed = claims[i];
    if (claimed?.status !== "fulfilled") return [];
    return tasksFromClaims(block, claimed.value, draft).map((task) => ({ at: block.at, task }));
  });
}
