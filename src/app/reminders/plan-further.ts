// The minute's look at what cannot wait for tomorrow's digest. Running it twice, late or after a crash says nothing twice: the
// keys of what was said are stored with it.
import { planFurther as decide } from "../../domain/reminders/further.ts";
import type { LocalTime } from "../../domain/reminders/responses.ts";
import type { Ports } from "../ports.ts";
import { planFactsOn } from "./plan-day.ts";

type FurtherPorts = Parameters<typeof planFactsOn>[0] & Pick<Ports, "tickStore">;

/** Returns how many messages were planned. */
export async function planFurther(ports: FurtherPorts): Promise<number> {
  const today = ports.clock.today();
  const register = await ports.registerStore.load();
  const [tick] = await ports.tickStore.newest(1);
  const digests = decide({
    ...(await planFactsOn(ports, today, register)),
    now: localNow(ports.clock),
    dayIsPlanned: tick?.date === today && tick.finishedAt !== null,
  });
  if (digests.length === 0) return 0;
  return (await ports.reminderStore.savePlan(digests)).length;
}

/** Date and time on the office's clocks. */
export function localNow(clock: Ports["clock"]): LocalTime {
  return `${clock.today()}T${clock.timeOfDay?.() ?? "12:00"}`;
}
