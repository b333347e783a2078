// A digest as it stands now, for delivery, for 全部查看 and for redrawing.
import type { Register } from "../../domain/register/register.ts";
import type { DigestView } from "../../domain/reminders/digest.ts";
import { viewDigest as draw } from "../../domain/reminders/digest-view.ts";
import type { ResponseIndex } from "../../domain/reminders/responses.ts";
import type { Ports } from "../ports.ts";
import type { ReminderStore } from "./reminder-store.ts";
import { loadResponses } from "./responses/load-responses.ts";

type FoundDigest = NonNullable<Awaited<ReturnType<ReminderStore["find"]>>>;

type ViewPorts = Pick<Ports, "registerStore" | "responseStore" | "calendar" | "clock">;

/** Null when there is no such digest. */
export async function viewDigest(
  ports: ViewPorts & Pick<Ports, "reminderStore">,
  digestId: number,
): Promise<DigestView | null> {
  const found = await ports.reminderStore.find(digestId);
  if (found === null) return null;
  const taskIds = [...new Set(found.reminders.map((reminder) => reminder.taskId))];
  const register = await ports.registerStore.loadAround(taskIds);
  return drawn(ports, found, register, await loadResponses(ports, register, taskIds));
}

/**
 * For who has the digest already: what it asks never changes, the facts about it do. From the whole register, which
 * hundreds of deliveries of one second share.
 */
export async function viewFound(ports: ViewPorts, found: FoundDigest): Promise<DigestView> {
  const register = await ports.registerStore.load();
  return drawn(ports, found, register, await loadResponses(ports, register));
}

function drawn(ports: ViewPorts, found: FoundDigest, register: Register, responses: ResponseIndex): DigestView {
  return draw({ ...found, register, today: ports.clock.today(), calendar: ports.calendar, responses });
}
