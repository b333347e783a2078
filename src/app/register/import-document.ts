// Reads a document and puts it into the register in one go, for the terminal: the review was shown before.
import { authorise } from "../../domain/permission.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import type { ImportSummary } from "../use-cases.ts";
import { reviewDocument } from "./review-document.ts";
import { storeDraft } from "./store-draft.ts";

/** Secretary only. Throws `already-imported` for the very same file: importing twice changes nothing. */
export async function importDocument(
  ports: Pick<Ports, "documentReader" | "registerStore" | "reminderStore" | "calendar" | "clock" | "secretaries">,
  input: { fileName: string; bytes: Uint8Array; by: string; asNew?: boolean },
): Promise<ImportSummary> {
  authorise(input.by, "import-documents", ports);
  const { draft, sha256, alreadyImported } = await reviewDocument(ports, input);
  if (alreadyImported) throw new Refusal("already-imported", { title: alreadyImported.title });
  const { fileName, by, asNew = false } = input;
  return storeDraft(ports, { draft, sha256, fileName, by, asNew });
}
