// What importing a draft would change, where the register holds an earlier version of the document. Stores nothing.
import type { DraftDocument } from "../../domain/register/draft.ts";
import type { RegisterDiff } from "../../domain/register/register-diff.ts";
import type { SourceDocument } from "../../domain/register/task.ts";
import type { Ports } from "../ports.ts";

/** A newer version of a document that the register holds. */
export interface Amendment {
  /** The version in force, which the draft would take the place of. */
  readonly previous: SourceDocument;
  readonly diff: RegisterDiff;
  /** True where nothing differs: there is nothing to import. */
  readonly same: boolean;
}

/** Null when the register holds no earlier version: the draft is a document of its own. */
export async function planAmendment(
  ports: Pick<Ports, "registerStore">,
  draft: DraftDocument,
): Promise<Amendment | null> {
  throw new Error(`not yet: ${draft.title} ${typeof ports}`);
}
