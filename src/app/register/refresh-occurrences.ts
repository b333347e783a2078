// Keeps the occurrences in step with tasks and meetings: after an import, after a meeting is set, and at every tick.
import { planOccurrences } from "../../domain/register/occurrences.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Ports } from "../ports.ts";

/** Stores what is new; returns the register with it. Running it again changes nothing. */
export async function refreshOccurrences(
  ports: Pick<Ports, "registerStore" | "calendar" | "clock">,
  loaded?: Register,
): Promise<Register> {
  const register = loaded ?? (await ports.registerStore.load());
  const { tasks, meetings } = register;
  const wanted = planOccurrences({ tasks, meetings, today: ports.clock.today(), calendar: ports.calendar });
  const changed = await ports.registerStore.saveOccurrences(wanted);
  return changed === 0 ? register : ports.registerStore.load();
}
