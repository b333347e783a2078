// Loads that are shared: few for many, and never one from before somebody asked.
import { expect, it } from "vitest";
import { keepWhile, shareNext } from "../../../src/app/reminders/sharing-loads.ts";

/** A load that ends when the test says so, and answers with its number. */
function heldLoad() {
  const ends: (() => void)[] = [];
  let begun = 0;
  const load = () => {
    const number = ++begun;
    return new Promise<number>((resolve) => ends.push(() => resolve(number)));
  };
  return { load, end: () => ends.shift()?.(), begun: () => begun };
}

const turn = () => new Promise(setImmediate);

it("who asks alone gets a load of their own at once", async () => {
  const { load, end } = heldLoad();
  const ask = shareNext(load);
  const one = ask();
  end();
  expect(await one).toBe(1);
  const two = ask();
  end();
  expect(await two).toBe(2);
});

it("who asks while one runs gets the next one, together with all others", async () => {
  const { load, end, begun } = heldLoad();
  const ask = shareNext(load);
  const first = ask();
  const others = Array.from({ length: 500 }, ask);
  await turn();
  expect(begun()).toBe(1);
  end();
  await turn();
  const late = ask(); // the second runs by now
  end();
  await turn();
  end();
  expect(await first).toBe(1);
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(await late).toBe(3);
});

it("a load that fails fails those who share it, and nobody after them", async () => {
  let fails = true;
  const ask = shareNext(async () => {
    if (fails) throw new Error("down");
    return "up";
  });
  const both = [ask(), ask()];
  for (const one of both) await expect(one).rejects.toThrow("down");
  fails = false;
  expect(await ask()).toBe("up");
});

it("what was loaded is kept until the version is another one", async () => {
  let version = "2026-11-23/7";
  let loads = 0;
  const ask = keepWhile(
    async () => version,
    async () => ++loads,
  );
  expect([await ask(), await ask()]).toEqual([1, 1]);
  version = "2026-11-23/8";
  expect(await Promise.all([ask(), ask()])).toEqual([2, 2]);
  version = "2026-11-24/8";
  expect(await ask()).toBe(3);
});

it("the version is looked at before the load: what changes meanwhile is loaded by who asks next", async () => {
  let version = "1";
  let loads = 0;
  const ask = keepWhile(
    async () => version,
    async () => {
      version = "2";
      return ++loads;
    },
  );
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(2);
  expect(await ask()).toBe(2);
});

it("a load that fails is not kept", async () => {
  let fails = true;
  const ask = keepWhile(
    async () => "1",
    async () => {
      if (fails) throw new Error("down");
      return "up";
    },
  );
  await expect(ask()).rejects.toThrow("down");
  fails = false;
  expect(await ask()).toBe("up");
});
