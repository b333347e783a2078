// Which task of the newer version is which task of the earlier one: by likeness of text, helped by number, units and place.
import { nearestOf } from "./nearest.ts";
import { type Bigrams, likeness } from "./words.ts";

/** One task of either version, as far as matching looks at it. Tasks stand in the order of their document. */
export interface Side {
  readonly ref: string;
  /** As `wordsOf` gives them. */
  readonly words: string;
  readonly bigrams: Bigrams;
  /** Who leads and supports, in any form that is equal on both sides for the same units. */
  readonly units: string;
}

/** Indexes into the earlier and the newer version. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** A text under another number is the same task from this likeness on; under its own number less is enough. */
const ALIKE = 0.5;
const ALIKE_SAME_NUMBER = 0.3;

/** What decides between texts that are about equally like: never as much as a text's own words. */
const SAME_NUMBER = 0.1;
const SAME_UNITS = 0.05;
const PLACE = 0.001;
const FARTHEST = 40;

/**
 * Every task is in one pair at most. Texts that are the same go first, in their order; the rest is the stable matching:
 * no two tasks of different pairs would both rather have each other.
 */
export function matchTasks(before: readonly Side[], after: readonly Side[]): Pair[] {
  const same = matchSame(before, after);
  return [...same, ...matchAlike(before, after, same)];
}

/** Same words and units first; then same words, whoever has the task now. */
function matchSame(before: readonly Side[], after: readonly Side[]): Pair[] {
  const pairs = matchByKey(before, after, (side) => `${side.words}\n${side.units}`, []);
  return [...pairs, ...matchByKey(before, after, (side) => side.words, pairs)];
}

function matchByKey(
  before: readonly Side[],
  after: readonly Side[],
  keyOf: (side: Side) => string,
  taken: readonly Pair[],
): Pair[] {
  const free = freeOf(before, after, taken);
  const earlier = Map.groupBy(free.before, (at) => keyOf(before[at] as Side));
  const newer = Map.groupBy(free.after, (at) => keyOf(after[at] as Side));
  return [...newer].flatMap(([key, places]) => pairUp(earlier.get(key) ?? [], places, before, after));
}

/** Tasks of the same words: in order where there are as many as before; else those of the same number first. */
function pairUp(earlier: number[], newer: number[], before: readonly Side[], after: readonly Side[]): Pair[] {
  const inOrder = (a: number[], b: number[]) =>
    a.slice(0, b.length).map((at, i) => ({ before: at, after: b[i] as number }));
  if (earlier.length === newer.length) return inOrder(earlier, newer);
  const byRef = new Map(earlier.map((at) => [before[at]?.ref, at]));
  const numbered = newer.flatMap((at) => {
    const own = byRef.get(after[at]?.ref);
    return own === undefined ? [] : [{ before: own, after: at }];
  });
  const rest = (all: number[], used: number[]) => all.filter((at) => !used.includes(at));
  return [
    ...numbered,
    ...inOrder(
      rest(
        earlier,
        numbered.map((p) => p.before),
      ),
      rest(
        newer,
        numbered.map((p) => p.after),
      ),
    ),
  ];
}

interface Edge extends Pair {
  readonly score: number;
}

/** The best pair first, then the best of what is left: with scores that both sides share this is the stable matching. */
function matchAlike(before: readonly Side[], after: readonly Side[], same: readonly Pair[]): Pair[] {
  const edges = edgesOf(before, after, same).sort(
    (a, b) => b.score - a.score || a.after - b.after || a.before - b.before,
  );
  const usedBefore = new Set<number>();
  const usedAfter = new Set<number>();
  return edges.filter((edge) => {
    if (usedBefore.has(edge.before) || usedAfter.has(edge.after)) return false;
    usedBefore.add(edge.before);
    usedAfter.add(edge.after);
    return true;
  });
}

function edgesOf(before: readonly Side[], after: readonly Side[], same: readonly Pair[]): Edge[] {
  const free = freeOf(before, after, same);
  const byRef = new Map(free.before.map((at) => [before[at]?.ref, at]));
  const unmatched = new Set(free.before);
  const shifts = shiftsOf(after.length, same);
  const near = nearestOf(
    free.after.map((at) => (after[at] as Side).bigrams),
    free.before.map((at) => (before[at] as Side).bigrams),
  );
  return free.after.flatMap((at, i) => {
    const newer = after[at] as Side;
    const own = byRef.get(newer.ref);
    const candidates = new Set((near[i] ?? []).map((candidate) => free.before[candidate] as number));
    if (own !== undefined) candidates.add(own);
    // Where all texts are made of the same words only the place tells: counted from what is above, and from the end.
    for (const place of [at + (shifts[at] ?? 0), before.length - after.length + at]) {
      if (unmatched.has(place)) candidates.add(place);
    }
    return [...candidates].flatMap((candidate) => {
      const earlier = before[candidate] as Side;
      const alike = likeness(earlier.bigrams, newer.bigrams);
      const sameNumber = earlier.ref === newer.ref;
      if (alike < (sameNumber ? ALIKE_SAME_NUMBER : ALIKE)) return [];
      const away = Math.min(Math.abs(candidate - (at + (shifts[at] ?? 0))), FARTHEST);
      const score =
        alike + (sameNumber ? SAME_NUMBER : 0) + (earlier.units === newer.units ? SAME_UNITS : 0) - away * PLACE;
      return [{ before: candidate, after: at, score }];
    });
  });
}

/** How far the tasks stood from their place of today, judged by the nearest one above that did not change. */
function shiftsOf(length: number, same: readonly Pair[]): number[] {
  const shiftAt = new Map(same.map((pair) => [pair.after, pair.before - pair.after]));
  let shift = 0;
  return Array.from({ length }, (_, at) => {
    shift = shiftAt.get(at) ?? shift;
    return shift;
  });
}

function freeOf(
  before: readonly Side[],
  after: readonly Side[],
  taken: readonly Pair[],
): { before: number[]; after: number[] } {
  const usedBefore = new Set(taken.map((pair) => pair.before));
  const usedAfter = new Set(taken.map((pair) => pair.after));
  return {
    before: [...before.keys()].filter((at) => !usedBefore.has(at)),
    after: [...after.keys()].filter((at) => !usedAfter.has(at)),
  };
}
