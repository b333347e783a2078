// Which posted messages show a task, to be redrawn after something of it has changed.
import { addDays, type IsoDate } from "../../../domain/calendar.ts";
import type { Ports } from "../../ports.ts";

/** Messages older than this are not redrawn: they have left the screen. Days. */
const REDRAWN_DAYS = 30;

/** The posted digests of the last weeks that show any of the tasks. */
export async function showingTasks(
  ports: Pick<Ports, "postedStore" | "clock">,
  taskIds: readonly number[],
): Promise<number[]> {
  const posted = await ports.postedStore.showing({ taskIds }, redrawnSince(ports.clock.today()));
  return posted.map((one) => one.digestId);
}

export function redrawnSince(today: IsoDate): IsoDate {
  return addDays(today, -REDRAWN_DAYS);
}
