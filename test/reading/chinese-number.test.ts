import { describe, expect, test } from "vitest";
import { NUMBER_SOURCE, parseChineseNumber } from "../../src/reading/chinese-number.ts";

describe("parseChineseNumber", () => {
  test.each([
    ["21", 21],
    ["２１", 21],
    ["1,200", 1200],
    ["二十一", 21],
    ["十", 10],
    ["三十", 30],
    ["一百零五", 105],
    ["一百二", 120],
    ["两千", 2000],
    ["三千二百万", 32_000_000],
    ["十万", 100_000],
    ["一亿二千万", 120_000_000],
    ["二〇二五", 2025],
    ["2.5万", 25_000],
    ["2.3万", 23_000],
    ["2.1萬", 21_000],
    ["1万2千", 12_000],
    ["3亿", 300_000_000],
    ["72%", 72],
    ["百分之七十二", 72],
    ["百分之百", 100],
    ["六成", 60],
    ["三成五", 35],
    ["七成半", 75],
    ["零", 0],
  ])("%s is %d", (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  test.each(["", "万", "人", "2.5万人", "二三十人", "十二成", "1千2万", "一二百", "％"])("%s is no number", (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });

  test("what the pattern finds in a sentence can be read", () => {
    const found = "年培训5万人次以上,输送2.5万人,建成三百二十个、1,200家".match(new RegExp(NUMBER_SOURCE, "g")) ?? [];
    expect(found.map(parseChineseNumber)).toEqual([50_000, 25_000, 320, 1200]);
  });
});
