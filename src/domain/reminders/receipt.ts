// Receipt (签收): which units have taken a task on, which have handed it back, which have said neither.
import type { IsoDate } from "../calendar.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { indexUpdates, updateOf } from "../status/answered.ts";
import type { StatusUpdate } from "../status/status.ts";
import { type ReminderResponse, type ResponseIndex, responsesOf, type UnitResponses } from "./responses.ts";

/** Who took the task on in the unit's name; or the claim that it is another unit's, undecided or agreed to. */
export type Receipt =
  | { readonly kind: "accepted"; readonly by: string; readonly on: IsoDate }
  | { readonly kind: "declined"; readonly claim: ReminderResponse }
  | { readonly kind: "handed-back"; readonly claim: ReminderResponse };

/** Null: the unit is still asked for it. Who reports, or says to be on it, has accepted by deed. */
export function receiptOf(responses: UnitResponses, update: StatusUpdate | null): Receipt | null {
  const { accepted, assigned, seen, notMine } = responses;
  if (notMine?.kind === "not_mine") return { kind: "declined", claim: notMine };
  if (notMine?.kind === "not_mine_accepted") return { kind: "handed-back", claim: notMine };
  if (accepted !== null) return { kind: "accepted", by: accepted.slackUser, on: accepted.on };
  // Deeds from before the claim that was turned down, or before the task was given anew, say nothing of it.
  const since = notMine ?? assigned;
  if (update !== null && update.on >= (since?.on ?? "")) return { kind: "accepted", by: update.author, on: update.on };
  if (seen !== null && seen.id > (since?.id ?? 0)) return { kind: "accepted", by: seen.slackUser, on: seen.on };
  return null;
}

export interface TaskReceipts {
  readonly accepted: number;
  readonly total: number;
  /** Units that have said nothing yet. */
  readonly missing: readonly string[];
  readonly declined: readonly {
    readonly unit: string;
    readonly reason: string;
    readonly on: IsoDate;
    /** The office has agreed, and the unit still stands in the task: another one must be named. */
    readonly agreed: boolean;
  }[];
}

/** Of all units that answer for the task, groups member by member, leads first. */
export function receiptsOf(
  task: Task,
  { units, latestUpdates }: Pick<Register, "units" | "latestUpdates">,
  responses: ResponseIndex,
): TaskReceipts {
  const updates = indexUpdates(latestUpdates.filter((update) => update.taskId === task.id));
  const all = unitsOf(task, units).map((unit) => ({
    unit: unit.name,
    receipt: receiptOf(responsesOf(responses, task.id, unit.id), updateOf(updates, task.id, unit.id)),
  }));
  return {
    accepted: all.filter(({ receipt }) => receipt?.kind === "accepted").length,
    total: all.length,
    missing: all.flatMap(({ unit, receipt }) => (receipt === null ? [unit] : [])),
    declined: all.flatMap(({ unit, receipt }) => {
      if (receipt === null || receipt.kind === "accepted") return [];
      const { reason, on } = receipt.claim;
      return [{ unit, reason: reason ?? "", on, agreed: receipt.kind === "handed-back" }];
    }),
  };
}

function unitsOf(task: Task, units: Register["units"]): Unit[] {
  const assigned = [...unitIdsOf(task, "lead"), ...unitIdsOf(task, "supporting")].flatMap((id) => units.get(id) ?? []);
  return [...new Set(assigned.flatMap((unit) => answeringUnits(unit, units)))];
}
