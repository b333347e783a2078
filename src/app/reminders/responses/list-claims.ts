// Claims 不属本单位职责 that wait for the office's decision.
import { taskName } from "../../../domain/answers/task-card.ts";
import { authorise } from "../../../domain/permission.ts";
import { answeringUnits, currentUnit } from "../../../domain/register/unit.ts";
import type { Ports } from "../../ports.ts";
import type { PendingClaim } from "./response-use-cases.ts";

type ClaimPorts = Pick<Ports, "registerStore" | "responseStore" | "secretaries">;

/** Oldest first. Who has not got the task any more claims nothing. */
export async function listClaims(ports: ClaimPorts, { by }: { by: string }): Promise<PendingClaim[]> {
  authorise(by, "decide-claims", ports);
  return pendingClaims(ports);
}

/** Most days there is none: then nothing else is loaded. */
export async function pendingClaims({
  registerStore,
  responseStore,
}: Pick<Ports, "registerStore" | "responseStore">): Promise<PendingClaim[]> {
  const claims = await responseStore.pendingClaims();
  if (claims.length === 0) return [];
  const register = await registerStore.loadAround([...new Set(claims.map(({ taskId }) => taskId))]);
  const { units } = register;
  return claims.flatMap(({ id, taskId, unitId, reason, on }): PendingClaim[] => {
    const task = register.tasks.find((one) => one.id === taskId);
    const unit = currentUnit(unitId, units);
    if (!task || !unit) return [];
    const answering = task.assignments.flatMap((one) => {
      const assigned = units.get(one.unitId);
      return assigned === undefined ? [] : [assigned, ...answeringUnits(assigned, units)];
    });
    if (!answering.includes(unit)) return [];
    const named = { taskId, taskName: taskName(task, register), title: task.title };
    return [{ responseId: id, ...named, unitName: unit.name, reason: reason ?? "", on }];
  });
}
