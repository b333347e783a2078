// Messages per person and week, as figures.
import { CONTACTS } from "./register.ts";
import { SIMULATED_SECRETARY, type SimulatedYear } from "./year.ts";

export interface Distribution {
  readonly weeks: number;
  /** How many person-weeks had no message, one, two … */
  readonly personWeeks: readonly number[];
  /** Of the people who got any message that week: a median over everybody would be 0 and say nothing. */
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/** Over the weeks in which a meeting's topics are collected (`busy`), or over all the others. The secretary is left out. */
export function messagesPerWeek({ messages, busyWeeks }: SimulatedYear, busy: boolean): Distribution {
  const weeks = [...messages].filter(([week]) => busyWeeks.has(week) === busy);
  const counts = weeks
    .flatMap(([, people]) => [...people].flatMap(([person, count]) => (person === SIMULATED_SECRETARY ? [] : [count])))
    .sort((a, b) => a - b);
  const rank = (share: number) => counts[Math.max(0, Math.ceil(share * counts.length) - 1)] ?? 0;
  const max = counts.at(-1) ?? 0;
  const withCount = Array.from({ length: max }, (_, i) => counts.filter((count) => count === i + 1).length);
  return {
    weeks: weeks.length,
    personWeeks: [weeks.length * CONTACTS - counts.length, ...withCount],
    median: rank(0.5),
    p90: rank(0.9),
    max,
  };
}
