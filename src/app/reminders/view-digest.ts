// A digest as it stands now, for delivery, for 全部查看 and for redrawing.
import type { DigestView } from "../../domain/reminders/digest.ts";
import { viewDigest as draw } from "../../domain/reminders/digest-view.ts";
import type { Ports } from "../ports.ts";
import { loadResponses } from "./responses/load-responses.ts";

/** Null when there is no such digest. */
export async function viewDigest(
  ports: Pick<Ports, "registerStore" | "responseStore" | "reminderStore" | "calendar" | "clock">,
  digestId: number,
): Promise<DigestView | null> {
  const found = await ports.reminderStore.find(digestId);
  if (!found) return null;
  const register = await ports.registerStore.load();
  const responses = await loadResponses(ports, register);
  return draw({ ...found, register, today: ports.clock.today(), calendar: ports.calendar, responses });
}
