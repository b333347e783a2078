// Many callers, few statements.
import { expect, it } from "vitest";
import { batched } from "../../../../src/adapters/db/reminders/batched.ts";

const double = (runs: number[][]) =>
  batched(async (inputs: readonly number[]) => {
    runs.push([...inputs]);
    await new Promise(setImmediate);
    return inputs.map((one) => one * 2);
  }, 3);

it("who asks at once shares a run, as many as fit; so do those who come while one is under way", async () => {
  const runs: number[][] = [];
  const ask = double(runs);
  const first = [1, 2, 3, 4].map(ask);
  await first[0];
  const later = [5, 6].map(ask);
  expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10, 12]);
  expect(runs).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(await ask(7)).toBe(14);
});

it("those who come one after another within a turn of the event loop share a run too", async () => {
  const runs: number[][] = [];
  const ask = double(runs);
  const late = Promise.resolve()
    .then(() => undefined)
    .then(() => ask(2));
  expect(await Promise.all([ask(1), late])).toEqual([2, 4]);
  expect(runs).toEqual([[1, 2]]);
});

it("a run that fails fails those in it, and goes on with the others", async () => {
  const ask = batched(async (inputs: readonly number[]) => {
    if (inputs.includes(2)) throw new Error("down");
    return inputs;
  }, 1);
  const [one, two, three] = [1, 2, 3].map(ask);
  await expect(two).rejects.toThrow("down");
  expect([await one, await three]).toEqual([1, 3]);
});

it("too few answers are an error, not somebody else's answer", async () => {
  await expect(batched(async () => [])(1)).rejects.toThrow("0 answers to 1 questions");
});
