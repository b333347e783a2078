// What a unit still owes after a report, as its digests have it.
import type { DigestLine } from "../../domain/reminders/digest.ts";
import { isOpen } from "../../domain/reminders/digest-view.ts";
import type { Ports } from "../ports.ts";
import { viewDigest } from "../reminders/view-digest.ts";

/**
 * How many lines of the unit are open in the newest of these digests that has any. The newest alone would not do: a message that
 * urged one task is answered while the digest of the day still asks for others.
 */
export async function stillOpen(
  ports: Pick<Ports, "registerStore" | "responseStore" | "reminderStore" | "calendar" | "clock">,
  digestIds: readonly number[],
  unitName: string,
): Promise<number> {
  for (const id of digestIds) {
    const lines = (await viewDigest(ports, id))?.lines ?? [];
    const owed = lines.filter((line) => line.unitName === unitName && isOpen(line) && !isTold(line)).length;
    if (owed > 0) return owed;
  }
  return 0;
}

/** Lines that tell somebody else of the unit ask it for nothing. */
function isTold({ reason: { code } }: DigestLine): boolean {
  return code === "answered-after-signing" || code === "not-mine";
}
