// Whether it is quiet now. Looked at by every delivery: a digest may wait for its turn from the morning into the evening.
import { quietUntil } from "../../../domain/reminders/quiet-hours.ts";
import type { Ports } from "../../ports.ts";
import { currentPolicy } from "./show-policy.ts";

/** The instant at which the quiet hours end; null where a message may go out now. */
export async function quietNow(ports: Pick<Ports, "policyStore" | "clock">): Promise<Date | null> {
  const { quietHours } = await currentPolicy(ports);
  return quietUntil(ports.clock.now(), ports.clock.timeZone ?? "UTC", quietHours);
}
