// Takes up a review again: the newest open one, or a certain one, as it stands.
import { authorise } from "../../../domain/permission.ts";
import type { Ports } from "../../ports.ts";
import type { ReviewView } from "../../use-cases.ts";
import { findOpenReview, viewOf } from "./review-view.ts";

/** Secretary only. Null when no review is open. */
export async function continueReview(
  ports: Pick<Ports, "registerStore" | "importStore" | "documentReader" | "secretaries">,
  input: { by: string },
): Promise<ReviewView | null> {
  authorise(input.by, "import-documents", ports);
  const stored = await ports.importStore.findOpen(null);
  return stored && viewOf(ports, stored);
}

/** Secretary only. Throws `review-closed` or `already-imported` for what is over. */
export async function viewReview(
  ports: Pick<Ports, "registerStore" | "importStore" | "documentReader" | "secretaries">,
  input: { importId: number; by: string },
): Promise<ReviewView> {
  authorise(input.by, "import-documents", ports);
  return viewOf(ports, await findOpenReview(ports, input.importId));
}
