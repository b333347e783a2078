// Puts an approved draft into the register and says what is left to do. The last step of every import, in chat and in the terminal.
import type { DraftDocument } from "../../domain/register/draft.ts";
import { distinctShortTitle } from "../../domain/register/short-title.ts";
import { unitIdsOf } from "../../domain/register/task.ts";
import { answeringUnits } from "../../domain/register/unit.ts";
import type { Actor, Ports } from "../ports.ts";
import type { ImportSummary } from "../use-cases.ts";
import { refreshOccurrences } from "./refresh-occurrences.ts";

/** Throws `already-imported` for the very same file: importing twice changes nothing. The caller has asked who may. */
export async function storeDraft(
  ports: Pick<Ports, "registerStore" | "calendar" | "clock">,
  input: { draft: DraftDocument; sha256: string; fileName: string; by: Actor },
): Promise<ImportSummary> {
  const { draft } = input;
  const { documents } = await ports.registerStore.load();
  const shortTitle = distinctShortTitle(draft, new Set(documents.map((d) => d.shortTitle)));
  const stored = await ports.registerStore.saveDocument({ ...input, draft: { ...draft, shortTitle } });
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
