// Percentiles by nearest rank: always a time that was measured.
import { expect, it } from "vitest";
import { percentile, percentilesOf } from "../../bench/statistics.ts";

it.each([
  [[7], 95, 7],
  [[3, 1, 2], 50, 2],
  [[4, 3, 2, 1], 50, 2],
  [[10, 9, 100], 95, 100],
  [[], 50, Number.NaN],
])("of %j the %d%% is %d", (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});

it("of a hundred values the 99th", () => {
  const values = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(percentilesOf(values)).toEqual({ p50: 50, p95: 95, p99: 99 });
});
