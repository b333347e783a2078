// Reads a document and shows what an import would do. Stores nothing.
import type { DraftDocument } from "../../domain/register/draft.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Unit, UnitMention } from "../../domain/register/unit.ts";
import { Refusal } from "../../errors.ts";
import { readDocument } from "../../reading/documents/read-document.ts";
import { indexUnits } from "../../reading/unit-index.ts";
import type { Ports } from "../ports.ts";
import type { DocumentReview } from "../use-cases.ts";

/** Throws `file-…` refusals for files that cannot be read, `file-without-tasks` where nobody is given anything to do. */
export async function reviewDocument(
  ports: Pick<Ports, "documentReader" | "registerStore">,
  input: { fileName: string; bytes: Uint8Array },
): Promise<DocumentReview> {
  const content = await ports.documentReader.read(input.fileName, input.bytes);
  const draft = readDocument(content, input.fileName);
  if (draft.tasks.length === 0) throw new Refusal("file-without-tasks", { file: input.fileName });
  const sha256 = await sha256Of(input.bytes);
  const alreadyImported = await ports.registerStore.findDocumentBySha(sha256);
  const register = await ports.registerStore.load();
  return { draft, sha256, alreadyImported, units: mentionedUnits(draft, register) };
}

function mentionedUnits(draft: DraftDocument, register: Register): DocumentReview["units"] {
  const known = indexUnits(register.units.values());
  const mentions = draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]);
  return [...Map.groupBy(mentions, (m) => m.key).values()].flatMap((same) => {
    const [first] = same;
    return first ? [overview(first, same, known.get(first.key))] : [];
  });
}

function overview(
  first: UnitMention,
  same: readonly UnitMention[],
  unit: Unit | undefined,
): DocumentReview["units"][number] {
  const spellings = new Set(same.map((m) => m.name));
  spellings.delete(first.name);
  return {
    name: first.name,
    kind: first.kind,
    aliases: [...spellings],
    known: unit !== undefined,
    hasContact: (unit?.contacts.length ?? 0) > 0,
  };
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
