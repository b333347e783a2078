// Tasks that were divided or drawn together: a text without a pair whose words stand in a task that did change.
import type { Pair, Side } from "./match.ts";
import { nearestOf } from "./nearest.ts";
import { countShared } from "./words.ts";

/** Shorter texts say too little to tell where they come from. */
const SHORTEST = 6;

/** This much of the text stands in the other one, */
const HELD = 0.8;
/** and this much of it is missing in the text that took the other one's place (or stood in it before). */
const MOVED = 0.4;

/**
 * For each of `lone` (tasks of one version without a pair) the pair whose task on the other side holds its words while
 * that task's own counterpart does not: the new half of a divided task, the old half of a merged one.
 */
export function originsOf(
  lone: readonly Side[],
  pairs: readonly { readonly holder: Side; readonly counterpart: Side; readonly pair: Pair }[],
): (Pair | null)[] {
  const near = nearestOf(
    lone.map((side) => side.bigrams),
    pairs.map(({ holder }) => holder.bigrams),
  );
  return lone.map(({ bigrams }, i) => {
    if (bigrams.length < SHORTEST) return null;
    const found = (near[i] ?? []).find((at) => {
      const candidate = pairs[at];
      if (candidate === undefined) return false;
      const held = countShared(bigrams, candidate.holder.bigrams);
      const kept = countShared(bigrams, candidate.counterpart.bigrams);
      return held >= HELD * bigrams.length && held - kept >= MOVED * bigrams.length;
    });
    return found === undefined ? null : (pairs[found]?.pair ?? null);
  });
}
