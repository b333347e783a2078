import { describe, expect, test } from "vitest";
import { mirror, normalise, toSimplified } from "../../src/reading/script.ts";

describe("toSimplified", () => {
  test.each([
    ["牽頭單位", "牵头单位"],
    ["産業鍊、人才鍊和全産業鍊", "产业链、人才链和全产业链"],
    ["教育鍊教學鍊創新鍊産品鍊", "教育链教学链创新链产品链"],
    ["鍛鍊技能", "锻炼技能"],
    ["財政局与财政局", "财政局与财政局"],
    ["将标强录浏", "将标强录浏"],
    ["將標強錄瀏", "将标强录浏"],
    ["衞生健康委", "卫生健康委"],
  ])("%s", (text, simplified) => {
    expect(toSimplified(text)).toBe(simplified);
    expect(toSimplified(simplified)).toBe(simplified);
  });
});

test("normalise folds full-width forms", () => {
  expect(normalise("（牽頭單位：Ａ局，２０項）")).toBe("(牵头单位:A局,20项)");
});

test.each(["（牽頭單位：財政局，責任單位：各縣區）", "一、總體要求　２０項", "𠀀𩷶龘鍊", "臺灣ﬁ㈱½"])(
  "the mirror of %s is as long as it",
  (text) => {
    expect(mirror(text)).toHaveLength(text.length);
  },
);
