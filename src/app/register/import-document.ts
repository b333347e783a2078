// Puts a reviewed document into the register.
import { requireSecretary } from "../../domain/permission.ts";
import { distinctShortTitle } from "../../domain/register/short-title.ts";
import { unitIdsOf } from "../../domain/register/task.ts";
import { answeringUnits } from "../../domain/register/unit.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import type { ImportSummary } from "../use-cases.ts";
import { refreshOccurrences } from "./refresh-occurrences.ts";
import { reviewDocument } from "./review-document.ts";

/** Secretary only. Throws `already-imported` for the very same file: importing twice changes nothing. */
export async function importDocument(
  ports: Pick<Ports, "documentReader" | "registerStore" | "calendar" | "clock" | "secretaries">,
  input: { fileName: string; bytes: Uint8Array; by: string },
): Promise<ImportSummary> {
  requireSecretary(input.by, ports.secretaries);
  const { draft, sha256, alreadyImported } = await reviewDocument(ports, input);
  if (alreadyImported) throw new Refusal("already-imported", { title: alreadyImported.title });
  const { documents } = await ports.registerStore.load();
  const shortTitle = distinctShortTitle(draft, new Set(documents.map((d) => d.shortTitle)));
  const stored = await ports.registerStore.saveDocument({
    draft: { ...draft, shortTitle },
    sha256,
    fileName: input.fileName,
    by: input.by,
  });
  const register = await refreshOccurrences(ports);

  const assigned = register.tasks
    .filter((task) => task.documentId === stored.documentId)
    .flatMap((task) => [...unitIdsOf(task, "lead"), ...unitIdsOf(task, "supporting")]);
  const units = [...new Set(assigned)].flatMap((id) => register.units.get(id) ?? []);
  const answering = [...new Set(units.flatMap((unit) => answeringUnits(unit, register.units)))];
  return {
    title: draft.title,
    tasks: stored.tasks,
    unitsCreated: stored.unitsCreated,
    unitsWithoutContact: answering.filter((unit) => unit.contacts.length === 0).map((unit) => unit.name),
  };
}
