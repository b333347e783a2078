// What a contact's own units have asked for: to look at, not to decide.
import { unitsSpokenFor } from "../../../domain/permission.ts";
import type { RequestView } from "./request-use-cases.ts";
import { type RequestPorts, requestViews } from "./view-request.ts";

/** Of the decided ones so many are shown: older ones stand on their tasks' pages. */
const DECIDED = 5;

/** Those that wait, oldest first, then the last that were decided. */
export async function listOwnRequests(ports: RequestPorts, { by }: { by: string }): Promise<RequestView[]> {
  const register = await ports.registerStore.loadAround(await ports.registerStore.taskIdsOf(by));
  const own = register.tasks.flatMap((task) => {
    const units = unitsSpokenFor(by, task, register).map(({ id }) => id);
    return register.requests.filter(({ taskId, unitId }) => taskId === task.id && units.includes(unitId));
  });
  const byAge = own.toSorted((a, b) => a.id - b.id);
  const waiting = byAge.filter(({ state }) => state === "pending");
  const decided = byAge
    .filter(({ state }) => state !== "pending")
    .slice(-DECIDED)
    .toReversed();
  const stored = await Promise.all([...waiting, ...decided].map(({ id }) => ports.requestStore.find(id)));
  return requestViews(
    stored.filter((one) => one !== null),
    register,
    ports,
  );
}
