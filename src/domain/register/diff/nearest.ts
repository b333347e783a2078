// For each text of one version the few texts of the other that may be the same: found by their rarest pairs of characters.
import type { Bigrams } from "./words.ts";

/** So many candidates a text are compared in full. */
const CANDIDATES = 8;

/** So many entries of the index are looked at for one text: what bounds the time of registers whose tasks are all alike. */
const LOOK_UPS = 1_500;

/** Indexes into `pool` for each of `texts`, the likeliest first. Grows with the number of texts, not with its square. */
export function nearestOf(texts: readonly Bigrams[], pool: readonly Bigrams[]): number[][] {
  const index = new Map<number, number[]>();
  for (const [at, bigrams] of pool.entries()) {
    for (const pair of bigrams) {
      const holders = index.get(pair);
      if (holders === undefined) index.set(pair, [at]);
      else holders.push(at);
    }
  }
  return texts.map((bigrams) => mostShared(bigrams, index));
}

function mostShared(bigrams: Bigrams, index: ReadonlyMap<number, readonly number[]>): number[] {
  const lists: (readonly number[])[] = [];
  for (const pair of bigrams) {
    const holders = index.get(pair);
    if (holders !== undefined) lists.push(holders);
  }
  lists.sort((a, b) => a.length - b.length);
  const shared = new Map<number, number>();
  let left = LOOK_UPS;
  for (const list of lists) {
    for (const at of list.slice(0, left)) shared.set(at, (shared.get(at) ?? 0) + 1);
    left -= list.length;
    if (left <= 0) break;
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([at]) => at);
}
