// After an update, or a newer version of a document: the digests on people's screens follow.
import type { RecordedUpdate } from "../../../app/use-cases.ts";
import type { Office } from "./office.ts";

/** Brings the digests up to date. The change is saved by now: a failure here is logged and never shown as one. */
export async function redraw(recorded: Pick<RecordedUpdate, "digestIds">, office: Office): Promise<void> {
  try {
    await office.useCases.redrawDigests(recorded.digestIds);
  } catch (error) {
    office.log.warn({ error: String(error), digestIds: recorded.digestIds }, "Digests could not be redrawn");
  }
}
