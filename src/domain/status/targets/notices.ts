// What of a report is pointed out to whoever sends it, before it counts: in words, never as a refusal.
import type { IsoDate } from "../../calendar.ts";
import type { Quantity, Status, StatusUpdate } from "../status.ts";
import { statusStep } from "../transitions.ts";
import { reportedFor, type TargetFacts, valueIn } from "./target-actual.ts";

export type Notice =
  /** A figure that has gone down since the last report of the same running period. */
  | {
      readonly kind: "lower";
      readonly value: number;
      readonly earlier: number;
      readonly unit: string;
      readonly on: IsoDate;
    }
  /** What was done, or had begun, is so no more. */
  | { readonly kind: "back"; readonly last: Status; readonly on: IsoDate };

/** With a reply that is shown back, and with a report that was not. */
export interface PointedOut {
  readonly notices?: readonly Notice[];
}

/** `last`: the unit's newest update; `facts`: of the task, with what was reported before. */
export function noticesOf(
  said: { readonly unitId: number; readonly status: Status | null; readonly quantities: readonly Quantity[] },
  { facts, last }: { readonly facts: TargetFacts; readonly last: StatusUpdate | null },
): Notice[] {
  const step = said.status === null || last === null ? null : statusStep(last.status, said.status);
  const back: Notice[] =
    last !== null && (step === "takes-back" || step === "falls-back")
      ? [{ kind: "back", last: last.status, on: last.on }]
      : [];
  const unit = facts.units.get(said.unitId);
  // A ceiling (不超过…) is met by going down.
  const lower = facts.targets.flatMap((target): Notice[] => {
    const value = target.comparator === "<=" ? null : valueIn(said.quantities, target, facts.targets);
    const [before] = unit ? reportedFor(target, facts, [unit]) : [];
    if (value === null || !before || value >= before.value) return [];
    return [{ kind: "lower", value, earlier: before.value, unit: target.unit, on: before.on }];
  });
  return [...back, ...lower];
}
