// The joint reply (联合报送): a lead's report that is signed over what its supporting units have said.
import type { IsoDate } from "../../calendar.ts";
import type { Register } from "../../register/register.ts";
import type { Task } from "../../register/task.ts";
import { currentUnit, type Unit } from "../../register/unit.ts";
import { supportingUnits } from "../answered.ts";
import { askedSince } from "../roll-up.ts";
import type { JointReply, StatusUpdate } from "../status.ts";

/**
 * What is signed: of each supporting unit the newest answer of the period that the signer was shown (`upTo`: the newest id among them), and
 * the units that had sent none. The lead's own update carries it, so that report and signature are one append-only row: neither can be had
 * without the other, a later report does not take the signature back, and a correction that is signed again says anew what it covers. What
 * came between the showing and the click is not signed for unseen: it counts as later.
 *
 * @param updates of the task, in any order
 */
export function signOver(
  task: Task,
  { units, occurrences }: Pick<Register, "units" | "occurrences">,
  updates: readonly StatusUpdate[],
  upTo: number,
): JointReply {
  const since = askedSince(task, occurrences);
  const newest = new Map<number, StatusUpdate>();
  for (const update of updates) {
    const unitId = currentUnit(update.unitId, units)?.id;
    if (unitId === undefined || update.id > upTo || update.on < since) continue;
    if ((newest.get(unitId)?.id ?? 0) < update.id) newest.set(unitId, update);
  }
  const supporting = supportingUnits(task, units);
  return {
    covers: supporting.flatMap((unit) => newest.get(unit.id)?.id ?? []),
    missing: supporting.filter((unit) => !newest.has(unit.id)).map((unit) => unit.id),
  };
}

/** A signed report of the running period, as pages and papers show it. */
export interface JointView {
  readonly unitName: string;
  readonly on: IsoDate;
  /** How many answers it was signed over. */
  readonly covers: number;
  /** Units that had sent none by then. */
  readonly missing: readonly string[];
  /** Units whose answer came, or came anew, after it was signed (签署后补报). */
  readonly later: readonly string[];
}

/** Null where nothing is signed, or what is belongs to a period that is over. `signed`: the task's newest joint reply. */
export function jointView(
  task: Task,
  register: Pick<Register, "units" | "occurrences" | "latestUpdates">,
  signed: StatusUpdate | null | undefined,
): JointView | null {
  if (!signed?.joint || signed.on < askedSince(task, register.occurrences)) return null;
  const { units } = register;
  return {
    unitName: currentUnit(signed.unitId, units)?.name ?? "",
    on: signed.on,
    covers: signed.joint.covers.length,
    missing: signed.joint.missing.flatMap((id) => currentUnit(id, units)?.name ?? []),
    later: laterAnswers(task, register, signed).map(({ unit }) => unit.name),
  };
}

export interface LaterAnswer {
  readonly unit: Unit;
  readonly update: StatusUpdate;
}

/** Answers of the running period that the signed report does not cover. */
export function laterAnswers(
  task: Task,
  { units, occurrences, latestUpdates }: Pick<Register, "units" | "occurrences" | "latestUpdates">,
  signed: StatusUpdate,
): LaterAnswer[] {
  const since = askedSince(task, occurrences);
  const covered = new Set(signed.joint?.covers);
  if (!signed.joint || signed.on < since) return [];
  return supportingUnits(task, units).flatMap((unit) => {
    const update = latestUpdates.find((one) => one.taskId === task.id && one.unitId === unit.id);
    return update && update.on >= since && !covered.has(update.id) ? [{ unit, update }] : [];
  });
}
