// The pace line (序时进度): what a floor asks for by a day, against what has been reported by then.
import { addDays, daysBetween, type IsoDate, isIsoDate } from "../../calendar.ts";
import type { Occurrence } from "../../register/deadline.ts";
import type { Target } from "../../register/target.ts";
import { actualOf, type TargetFacts } from "./target-actual.ts";

export interface Pace {
  /** The target's words. */
  readonly text: string;
  /** Of the target, as reported. */
  readonly percent: number;
  /** Of the target, by the share of the period that had passed when it was reported. */
  readonly expected: number;
}

export interface PaceDates {
  /** The task's own due date: the year that a yearly floor runs over. */
  readonly due: Occurrence | null;
  /** The date of the document that sets the target; null where it has none. */
  readonly documentDate: IsoDate | null;
}

/**
 * The target that is furthest behind, of the floors (…以上) that have a figure for the running period. A figure is held against the
 * day it was reported: silence since then is the report's matter, not the figure's.
 *
 * A yearly floor runs over its year. A floor by a date (到2025年…) is cumulative and runs from the date of the document that sets it:
 * from then on the units have known of it, while the day of its import says only when the office came to it, and would make a
 * target that is nearly due look as if it had just begun. A document without a date gives no line, and neither does a rate: a
 * share is no sum that grows day by day.
 */
export function paceOf(facts: TargetFacts, dates: PaceDates): Pace | null {
  const paces = facts.targets.flatMap((target) => paceOfTarget(target, facts, dates) ?? []);
  return paces.sort((a, b) => a.percent - a.expected - (b.percent - b.expected))[0] ?? null;
}

/** Null for a target that has no line, and for one without a figure in its period. */
function paceOfTarget(target: Target, facts: TargetFacts, dates: PaceDates): Pace | null {
  const period = periodOf(target, dates);
  const actual = period && actualOf(target, facts);
  if (!period || !actual || actual.on < period.from || (target.period === "annual" && actual.on > period.to))
    return null;
  const expected = Math.floor(shareOf(period.from, actual.on, period.to) * 100);
  return { text: target.text, percent: actual.percent, expected };
}

function periodOf(target: Target, { due, documentDate }: PaceDates): { from: IsoDate; to: IsoDate } | null {
  if (target.comparator !== ">=" || target.unit === "%") return null;
  if (target.period === "annual") return due && { from: due.opensOn, to: due.dueDate };
  const by = target.period?.replace(/^by /, "") ?? "";
  return isIsoDate(by) && documentDate !== null && documentDate < by ? { from: documentDate, to: by } : null;
}

/** The share of the days from `from` to `to` that has passed at the end of `day`. */
function shareOf(from: IsoDate, day: IsoDate, to: IsoDate): number {
  return Math.min(1, daysBetween(from, addDays(day, 1)) / daysBetween(from, addDays(to, 1)));
}
