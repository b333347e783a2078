// The words after 「单位」, and those beside a file.
import { describe, expect, it } from "vitest";
import { groupOfFile, parseUnits } from "../../../../src/adapters/slack/input/unit-arguments.ts";

describe("units", () => {
  it.each([
    ["", { kind: "list" }],
    ["市教育局", { kind: "show", unitName: "市教育局" }],
    [
      "集合 各县区人民政府 东湖区人民政府、西山县人民政府，南溪县人民政府 北岭县人民政府",
      {
        kind: "group",
        groupName: "各县区人民政府",
        memberNames: ["东湖区人民政府", "西山县人民政府", "南溪县人民政府", "北岭县人民政府"],
      },
    ],
    ["集合 各县区人民政府", { kind: "group-file", groupName: "各县区人民政府" }],
    ["别名 市教育局 市教委", { kind: "alias", unitName: "市教育局", alias: "市教委", from: null, to: null }],
    [
      "别名 市卫生健康委 市卫计委 至2018-12-31",
      { kind: "alias", unitName: "市卫生健康委", alias: "市卫计委", from: null, to: "2018-12-31" },
    ],
    [
      "别名 市卫生健康委 市卫计委 自 2014年3月1日 至 2018年12月31日",
      { kind: "alias", unitName: "市卫生健康委", alias: "市卫计委", from: "2014-03-01", to: "2018-12-31" },
    ],
    ["合并 市旅游局 市文化和旅游局", { kind: "merge", fromName: "市旅游局", intoName: "市文化和旅游局" }],
    ["合并 市旅游局、市文化和旅游局", { kind: "merge", fromName: "市旅游局", intoName: "市文化和旅游局" }],
    ["merge A B", { kind: "merge", fromName: "A", intoName: "B" }],
    ["撤销合并 市旅游局", { kind: "unmerge", unitName: "市旅游局" }],
  ])("%j", (text, wanted) => {
    expect(parseUnits(text)).toEqual(wanted);
  });

  it.each(["集合", "别名 市教育局", "合并 市旅游局", "撤销合并"])("%j lacks something", (text) => {
    expect(() => parseUnits(text)).toThrow("missing-argument");
  });

  it.each(["别名 A单位 B单位 至12月31日", "别名 A单位 B单位 2018-12-31", "别名 A单位 B单位 至2018-13-01"])(
    "%j has no date to go by",
    (text) => {
      expect(() => parseUnits(text)).toThrow("bad-date");
    },
  );
});

describe("beside a file", () => {
  it.each([
    ["集合 各县区人民政府", "各县区人民政府"],
    ["单位 集合 各县区人民政府", "各县区人民政府"],
    ["/lianxi 单位 集合：各县区人民政府", "各县区人民政府"],
    ["集合", null],
    ["请导入", null],
    ["集合 各县区人民政府 甲县", null],
    ["", null],
  ])("%j → %j", (text, group) => {
    expect(groupOfFile(text)).toBe(group);
  });
});
