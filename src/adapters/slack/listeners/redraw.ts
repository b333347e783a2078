// After an update, or a newer version of a document: the digests on people's screens follow.
import type { RecordedUpdate } from "../../../app/use-cases.ts";
import type { Office } from "./office.ts";

/** The same after a change of units or dates. Answers how many people see it; 0 where that cannot be said. */
export async function follow(
  find: () => Promise<{ readonly digestIds: readonly number[]; readonly people: number }>,
  office: Office,
): Promise<{ people: number; redraw(): Promise<void> }> {
  try {
    const followed = await find();
    return { people: followed.people, redraw: () => redraw(followed, office) };
  } catch (error) {
    office.log.warn({ error: String(error) }, "Digests to redraw could not be found");
    return { people: 0, redraw: async () => undefined };
  }
}

/** After a change of contacts, members or merges. */
export async function followUnits(units: readonly (number | string)[], office: Office): Promise<void> {
  await (await follow(() => office.useCases.followUnits(units), office)).redraw();
}

/** Brings the digests up to date. The change is saved by now: a failure here is logged and never shown as one. */
export async function redraw(recorded: Pick<RecordedUpdate, "digestIds">, office: Office): Promise<void> {
  try {
    await office.useCases.redrawDigests(recorded.digestIds);
  } catch (error) {
    office.log.warn({ error: String(error), digestIds: recorded.digestIds }, "Digests could not be redrawn");
  }
}
