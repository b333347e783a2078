// Requests as the secretary sees them: what is asked, on what dates, decided by whom.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import { nameAtTheTime } from "../../../domain/register/unit.ts";
import { extendable, frozenBy } from "../../../domain/status/request-decision.ts";
import { supportAnswered } from "../../../domain/status/roll-up.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { evidenceMissing } from "../closing/evidence-missing.ts";
import type { StoredRequest } from "./request-store.ts";
import type { RequestView } from "./request-use-cases.ts";

export type RequestPorts = Pick<
  Ports,
  "registerStore" | "requestStore" | "reminderStore" | "closureStore" | "calendar" | "clock" | "secretaries"
>;

/** How many posted digests a decision redraws: older ones have left the screen. */
export const REDRAWN_DIGESTS = 50;

export async function listRequests(ports: RequestPorts, { by }: { by: string }): Promise<RequestView[]> {
  authorise(by, "decide-requests", ports);
  const found = await Promise.all((await ports.requestStore.pending()).map((id) => ports.requestStore.find(id)));
  const stored = found.filter((one) => one !== null);
  const register = await ports.registerStore.loadAround(stored.map((one) => one.taskId));
  return requestViews(stored, register, ports);
}

export async function viewRequest(
  ports: RequestPorts,
  { requestId, by }: { requestId: number; by: string },
): Promise<RequestView> {
  authorise(by, "decide-requests", ports);
  const stored = await ports.requestStore.find(requestId);
  const view = stored && (await requestViewOf(stored, await ports.registerStore.loadAround([stored.taskId]), ports));
  if (!view) throw new Refusal("unknown-request", { id: requestId });
  return view;
}

/** Without those whose task is not in the register. */
export async function requestViews(
  stored: readonly StoredRequest[],
  register: Register,
  ports: Pick<RequestPorts, "clock" | "closureStore">,
): Promise<RequestView[]> {
  const views = await Promise.all(stored.map((one) => requestViewOf(one, register, ports)));
  return views.filter((view) => view !== null);
}

async function requestViewOf(
  stored: StoredRequest,
  register: Register,
  ports: Pick<RequestPorts, "clock" | "closureStore">,
): Promise<RequestView | null> {
  const task = register.tasks.find((t) => t.id === stored.taskId);
  if (!task) return null;
  const { id, kind, state, reason, proposedDate, requestedOn, requestedBy, decision } = stored;
  const own = kind === "extension" ? extendable(task.id, register) : null;
  return {
    requestId: id,
    kind,
    state,
    taskId: task.id,
    taskName: taskName(task, register),
    title: task.title,
    unitName: nameAtTheTime(stored.unitId, register.units),
    reason,
    proposedDate,
    requestedOn,
    requestedBy,
    dates: own && { original: own.originalDueDate, current: own.dueDate, changes: own.changes },
    frozenUntil: kind === "extension" ? (frozenBy(register.meetings, ports.clock.today())?.date ?? null) : null,
    decision,
    ...(kind === "closure" && state === "pending"
      ? { evidenceMissing: await evidenceMissing(ports, task.id), support: supportAnswered(task, register) }
      : {}),
  };
}
