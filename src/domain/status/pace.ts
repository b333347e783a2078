// The pace line (序时进度): what a yearly floor asks for by a day, against what has been reported by then.
import { addDays, daysBetween, type IsoDate } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import { actualOf, type TargetFacts } from "./target-actual.ts";

export interface Pace {
  /** The target's words. */
  readonly text: string;
  /** Of the target, as reported. */
  readonly percent: number;
  /** Of the target, by the share of the period that had passed when it was reported. */
  readonly expected: number;
}

/**
 * The target that is furthest behind, of the yearly floors (每年…以上) that have a figure for the running year. A figure is held
 * against the day it was reported: silence since then is the report's matter, not the figure's. Null where none can be held
 * against a line: a target by a date says when, but not since when.
 */
export function paceOf(facts: TargetFacts, due: Occurrence | null): Pace | null {
  if (due === null) return null;
  const yearly = facts.targets.filter((t) => t.period === "annual" && t.comparator === ">=" && t.unit !== "%");
  const paces = yearly.flatMap((target): Pace[] => {
    const actual = actualOf(target, facts);
    if (!actual || actual.on < due.opensOn || actual.on > due.dueDate) return [];
    const expected = Math.floor(shareOf(due.opensOn, actual.on, due.dueDate) * 100);
    return [{ text: target.text, percent: actual.percent, expected }];
  });
  return paces.sort((a, b) => a.percent - a.expected - (b.percent - b.expected))[0] ?? null;
}

/** The share of the days from `from` to `to` that has passed at the end of `day`. */
function shareOf(from: IsoDate, day: IsoDate, to: IsoDate): number {
  return daysBetween(from, addDays(day, 1)) / daysBetween(from, addDays(to, 1));
}
