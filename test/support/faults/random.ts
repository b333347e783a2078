// Chance that can be repeated: a draw depends on the seed and on what it is drawn for, never on who came first.

/** Draws for one seed. The same labels give the same number in [0, 1). */
export type Draw = (...labels: readonly (string | number)[]) => number;

/** FNV-1a over the labels, then two rounds of mixing: even enough for choosing among faults. */
export function drawFrom(seed: number): Draw {
  return (...labels) => {
    let hash = 0x811c9dc5 ^ seed;
    for (const character of labels.join("/")) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** The entry of a weighted table that a draw in [0, 1) falls on. */
export function pick<T>(table: readonly (readonly [T, number])[], draw: number): T {
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw * total;
  for (const [entry, weight] of table) {
    left -= weight;
    if (left < 0) return entry;
  }
  const last = table.at(-1);
  if (last === undefined) throw new Error("an empty table");
  return last[0];
}
