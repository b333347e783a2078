// Figures as they were reported: corrections keep the value before them, and figures that disagree stand side by side.
import { daysBetween, type IsoDate } from "../../calendar.ts";
import type { Target } from "../../register/target.ts";
import type { StatusUpdate } from "../status.ts";
import { THRESHOLDS } from "../thresholds.ts";
import { countsFor, type Reported, reportedFor, type TargetFacts, valueIn } from "./target-actual.ts";

export interface TrailEntry {
  readonly on: IsoDate;
  readonly value: number;
  /** It takes the place of the one before it. */
  readonly corrects: boolean;
}

interface FigureTrail {
  readonly unitId: number;
  /** The oldest first; the last one counts. */
  readonly entries: readonly TrailEntry[];
}

interface TargetTrails {
  readonly target: Target;
  readonly disagrees: boolean;
  /** Of units that have corrected a figure, and, where figures disagree, of all that report the whole. */
  readonly trails: readonly FigureTrail[];
}

/** The same with names: as the task's page shows it. */
export interface TrailView {
  readonly text: string;
  readonly unit: string;
  readonly disagrees: boolean;
  readonly sources: readonly { readonly unitName: string; readonly entries: readonly TrailEntry[] }[];
}

const CORRECTION = /更正|订正|勘误|修正|有误|\bcorrect/i;

/** What stands on the task's page beside its targets. `history`: all updates of the task, newest first. */
export function trailsOf(facts: TargetFacts, history: readonly StatusUpdate[]): TargetTrails[] {
  const unitIds = [...new Set(history.toReversed().map((update) => update.unitId))];
  return facts.targets.flatMap((target) => {
    const against = new Set(disagreeing(target, facts).map(({ unit }) => unit.id));
    const trails = unitIds
      .map((unitId): FigureTrail => ({ unitId, entries: trailOf(target, facts, history, unitId) }))
      .filter(({ unitId, entries }) => against.has(unitId) || entries.some((one) => one.corrects));
    return trails.length === 0 ? [] : [{ target, disagrees: against.size > 0, trails }];
  });
}

/** A figure corrects the one before it where its words say so, where it is the smaller one, and where it came on the same day. */
function trailOf(
  target: Target,
  facts: TargetFacts,
  history: readonly StatusUpdate[],
  unitId: number,
): readonly TrailEntry[] {
  const entries: TrailEntry[] = [];
  for (const update of history.toReversed()) {
    if (update.unitId !== unitId || !countsFor(target, facts, update)) continue;
    const value = valueIn(update.quantities, target, facts.targets);
    const before = entries.at(-1);
    if (value === null || value === before?.value) continue;
    const smaller = before !== undefined && target.comparator !== "<=" && value < before.value;
    const corrects = before !== undefined && (smaller || update.on === before.on || CORRECTION.test(update.text));
    entries.push({ on: update.on, value, corrects });
  }
  return entries;
}

/**
 * The figures of bodies that each report the whole, leads before supporting, where they are not the same; empty where they agree.
 * Members of a group report a part each and are not compared. A later figure that is larger has grown, once the two are further
 * apart than one round of reports.
 */
export function disagreeing(target: Target, facts: TargetFacts): Reported[] {
  if (target.scope === "each") return [];
  const bodies = [...facts.leads, ...facts.supporting].filter((unit) => unit.kind === "single");
  const reported = reportedFor(target, facts, [...new Set(bodies)]);
  const differ = reported.some((a) => reported.some((b) => contradicts(a, b, target)));
  return differ ? reported : [];
}

function contradicts(a: Reported, b: Reported, { comparator }: Target): boolean {
  if (a.value === b.value || a.on > b.on) return false;
  const sameRound = daysBetween(a.on, b.on) <= THRESHOLDS.sameRoundDays;
  return sameRound || (comparator === ">=" && b.value < a.value);
}
