// Puts an approved draft into the register and says what is left to do. The last step of every import, in chat and in the terminal.
import type { DraftDocument } from "../../domain/register/draft.ts";
import { distinctShortTitle } from "../../domain/register/short-title.ts";
import { unitIdsOf } from "../../domain/register/task.ts";
import { answeringUnits } from "../../domain/register/unit.ts";
import { Refusal } from "../../errors.ts";
import type { Actor, ImportedDocument, Ports } from "../ports.ts";
import type { AmendedTasks, ImportSummary } from "../use-cases.ts";
import { amendDocument } from "./amendment/amend-document.ts";
import { amendmentOf } from "./amendment/plan-amendment.ts";
import { refreshOccurrences } from "./refresh-occurrences.ts";

interface Import {
  readonly draft: DraftDocument;
  readonly sha256: string;
  readonly fileName: string;
  readonly by: Actor;
  /** A document of its own, although the register holds one that reads like an earlier version. */
  readonly asNew?: boolean;
}

/**
 * Where the register holds an earlier version, the draft takes its place. Throws `already-imported` for the very same file
 * and `same-as-current` for another one that says the same: neither changes anything. The caller has asked who may.
 */
export async function storeDraft(
  ports: Pick<Ports, "registerStore" | "reminderStore" | "calendar" | "clock">,
  input: Import,
): Promise<ImportSummary> {
  const { draft } = input;
  const { stored, amended } = await store(ports, input);
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
    ...(amended ? { amended } : {}),
  };
}

async function store(
  ports: Pick<Ports, "registerStore" | "reminderStore">,
  { asNew = false, ...input }: Import,
): Promise<{ stored: ImportedDocument; amended?: AmendedTasks }> {
  const known = await ports.registerStore.findDocumentBySha(input.sha256);
  if (known) throw new Refusal("already-imported", { title: known.title });
  const register = await ports.registerStore.load();
  const amendment = asNew ? null : amendmentOf(input.draft, register);
  if (amendment) return amendDocument(ports, { ...input, amendment });
  const shortTitle = distinctShortTitle(input.draft, new Set(register.documents.map((d) => d.shortTitle)));
  return { stored: await ports.registerStore.saveDocument({ ...input, draft: { ...input.draft, shortTitle } }) };
}
