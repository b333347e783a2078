// Chance from a seed: the same seed, the same year.
import { randomOf } from "../mutations.ts";

export interface Chance {
  /** In [0, 1). */
  share(): number;
  happens(probability: number): boolean;
  /** Both ends included. */
  whole(from: number, to: number): number;
  oneOf<T>(list: readonly T[]): T;
}

export function createChance(seed: number): Chance {
  const share = randomOf(seed);
  return {
    share,
    happens: (probability) => share() < probability,
    whole: (from, to) => from + Math.floor(share() * (to - from + 1)),
    oneOf(list) {
      const one = list[Math.floor(share() * list.length)];
      if (one === undefined) throw new Error("nothing to choose from");
      return one;
    },
  };
}
