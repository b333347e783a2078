// Brings the kept lights up to date: those alone that have changed since, or are of another day.
import { lightRow } from "../../domain/home/light-row.ts";
import type { Ports } from "../ports.ts";

export type LightPorts = Pick<Ports, "registerStore" | "homeStore" | "calendar" | "clock">;

/** Tasks that are loaded and computed at once. */
const AT_ONCE = 500;

/** A light that changes under the hand is left to the next look after so many rounds. */
const MOST_ROUNDS = 200;

/** Computed by the rules from the register around each task. Returns how many were. */
export async function refreshLights({ registerStore, homeStore, calendar, clock }: LightPorts): Promise<number> {
  let computed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const today = clock.today();
    const stale = await homeStore.staleLights(today, AT_ONCE);
    if (stale.length === 0) return computed;
    const versions = new Map(stale.map((one) => [one.taskId, one.version]));
    const register = await registerStore.loadAround([...versions.keys()], today);
    const updates = Map.groupBy(register.latestUpdates, (update) => update.taskId);
    const figures = Map.groupBy(register.figures, (figure) => figure.taskId);
    const occurrences = Map.groupBy(register.occurrences, (occurrence) => occurrence.taskId);
    const rows = register.tasks.map((task) => {
      // Each task with its own rows alone: the rules look through all they are given.
      const own = {
        latestUpdates: updates.get(task.id) ?? [],
        figures: figures.get(task.id) ?? [],
        occurrences: occurrences.get(task.id) ?? [],
      };
      const row = lightRow({ task, register: { ...register, ...own }, today, calendar });
      return { ...row, version: versions.get(task.id) ?? 0 };
    });
    await homeStore.saveLights(rows, today);
    computed += rows.length;
  }
  return computed;
}
