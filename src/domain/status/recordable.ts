// From what was read to what can be recorded.
import type { Target } from "../register/target.ts";
import type { Quantity, Status, StatusReading } from "./status.ts";

/**
 * The status an update is recorded with. A reply that only gives figures says that work goes on; one that only asks for
 * help or for more time says that it is at risk. Both are shown back before they count. Null: nothing to go on.
 */
export function statusOf(reading: StatusReading): Status | null {
  if (reading.status !== null) return reading.status;
  if (reading.needsCoordination || reading.extensionTo !== null) return "at_risk";
  return reading.percent !== null || reading.quantities.length > 0 ? "on_track" : null;
}

export interface Comparison {
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  /** Of the target, rounded to whole percent. */
  readonly percent: number;
}

/** Quantities beside the task's floors of the same unit, each target used once, in the document's order. */
export function compareWithTargets(quantities: readonly Quantity[], targets: readonly Target[]): Comparison[] {
  const free = targets.filter((t) => t.comparator === ">=" && t.unit !== "%");
  return quantities.flatMap(({ value, unit }) => {
    const index = free.findIndex((t) => t.unit === unit);
    const [target] = index === -1 ? [] : free.splice(index, 1);
    return target ? [{ value, unit, target: target.value, percent: Math.round((value / target.value) * 100) }] : [];
  });
}
