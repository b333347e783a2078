// Puts a newer version of a document in the place of the earlier one: the tasks that both have keep all that hangs on them.

import { isRenumbered } from "../../../domain/register/diff/register-diff.ts";
import type { DraftDocument } from "../../../domain/register/draft.ts";
import { Refusal } from "../../../errors.ts";
import type { Actor, ImportedDocument, Ports } from "../../ports.ts";
import type { AmendedTasks } from "../../use-cases.ts";
import type { Amendment } from "./plan-amendment.ts";

/** Older messages have scrolled away; what is asked now stands in the newest ones. */
const REDRAWN = 100;

/**
 * Throws `same-as-current` where nothing differs, `already-imported` for the very same file, and `register-changed` where
 * the earlier version was amended since the plan was made. The caller has asked who may.
 */
export async function amendDocument(
  ports: Pick<Ports, "registerStore" | "reminderStore">,
  input: { amendment: Amendment; draft: DraftDocument; sha256: string; fileName: string; by: Actor },
): Promise<{ stored: ImportedDocument; amended: AmendedTasks }> {
  const { amendment, draft, sha256, fileName, by } = input;
  const { previous, diff } = amendment;
  if (amendment.same) throw new Refusal("same-as-current", { title: previous.title });
  const stored = await ports.registerStore.amendDocument({
    // People go on calling the document what they called it.
    draft: { ...draft, shortTitle: previous.shortTitle },
    previousId: previous.id,
    matches: [...diff.changed, ...diff.unchanged],
    withdrawn: diff.withdrawn,
    sha256,
    fileName,
    by,
  });
  const renumbered = diff.changed.filter(isRenumbered).length;
  const touched = [...diff.changed, ...diff.withdrawn].map((task) => task.taskId);
  return {
    stored,
    amended: {
      added: diff.added.length,
      changed: diff.changed.length - renumbered,
      renumbered,
      withdrawn: diff.withdrawn.length,
      unchanged: diff.unchanged.length,
      digestIds: await ports.reminderStore.sentWithAny(touched, REDRAWN),
    },
  };
}
