// How people say that they are away, and who stands in. Read whole or not at all.
import { describe, expect, it } from "vitest";
import { readAbsence } from "../../src/reading/absence-phrase.ts";

const TODAY = "2026-11-22"; // a Sunday

describe("an absence", () => {
  it.each([
    ["11月25日至12月3日 由 @李某 代理", "2026-11-25", "2026-12-03", "@李某"],
    ["11月25日至12月3日由@李某代理", "2026-11-25", "2026-12-03", "@李某"],
    ["11月25日至12月3日 由 <@U0LI|li> 代理", "2026-11-25", "2026-12-03", "<@U0LI|li>"],
    ["11月25日至12月3日 由李某代理", "2026-11-25", "2026-12-03", "李某"],
    ["11月25日-12月3日 代理 @li.si", "2026-11-25", "2026-12-03", "@li.si"],
    ["從11月25日起至12月3日止，由@李某代理", "2026-11-25", "2026-12-03", "@李某"],
    ["2026-11-25 to 2026-12-03 by @li", "2026-11-25", "2026-12-03", "@li"],
    ["Nov 25 to Dec 3 substitute <@U0LI>", "2026-11-25", "2026-12-03", "<@U0LI>"],
    ["11月25日至30日", "2026-11-25", "2026-11-30", null],
    ["12月1日~5日", "2026-12-01", "2026-12-05", null],
    ["12月30日至1月3日", "2026-12-30", "2027-01-03", null],
    ["明天到下周五", "2026-11-23", "2026-11-27", null],
    ["即日起至12月3日", "2026-11-22", "2026-12-03", null],
    ["到12月3日", "2026-11-22", "2026-12-03", null],
    ["11月25日 @李某", "2026-11-25", "2026-11-25", "@李某"],
  ])("%s", (text, from, to, person) => {
    expect(readAbsence(text, TODAY)).toEqual({ from, to, person });
  });

  it.each([
    "",
    "@李某",
    "下周",
    "从11月25日起",
    "11月20日至12月3日", // this year's is over, next year's is far: the year must be written
    "11月25日至12月3日 视情况而定",
    "11月25日、11月27日、12月3日",
    "两周",
    "11-25至12-03", // the first is no date for the reader, and half is not enough
    "由代理",
  ])("is not guessed from %j", (text) => {
    expect(readAbsence(text, TODAY)).toBeNull();
  });
});
