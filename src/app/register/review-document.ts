// Reads a document and shows what an import would do. Stores nothing.
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import type { DocumentReview } from "../use-cases.ts";
import { amendmentOf } from "./amendment/plan-amendment.ts";
import { sha256Of } from "./file-hash.ts";
import { mentionedUnits } from "./units/mentioned-units.ts";

/** Throws `file-…` refusals for files that cannot be read, `file-without-tasks` where nobody is given anything to do. */
export async function reviewDocument(
  ports: Pick<Ports, "documentReader" | "registerStore">,
  input: { fileName: string; bytes: Uint8Array },
): Promise<DocumentReview> {
  const content = await ports.documentReader.read(input.fileName, input.bytes);
  const draft = await ports.documentReader.draft(content, input.fileName);
  if (draft.tasks.length === 0) throw new Refusal("file-without-tasks", { file: input.fileName });
  const sha256 = await sha256Of(input.bytes);
  const alreadyImported = await ports.registerStore.findDocumentBySha(sha256);
  const register = await ports.registerStore.load();
  const changes = alreadyImported ? null : amendmentOf(draft, register);
  return { draft, sha256, alreadyImported, changes, units: mentionedUnits(draft, register) };
}
