// What closing takes: by the rule for all, or by the task's own.
import { describe, expect, it, test } from "vitest";
import { linksIn, needsEvidence } from "../../../src/domain/status/closing.ts";

test.each([
  ["nothing is asked of anybody", false, [], false],
  ["asked of all", true, [], true],
  ["asked of all but this one", true, [[1, false]], false],
  ["asked of this one alone", false, [[1, true]], true],
  ["asked of another one", false, [[2, true]], false],
] as const)("%s", (_, all, tasks, needed) => {
  expect(needsEvidence({ all, tasks: new Map(tasks) }, 1)).toBe(needed);
});

describe("links in a report", () => {
  test.each([
    ["已完成，验收公示见 https://www.example.gov.cn/ys/21.html。", ["https://www.example.gov.cn/ys/21.html"]],
    ["见http://a.example.cn/x（附件）和http://a.example.cn/x", ["http://a.example.cn/x"]],
    ["没有链接，javascript:alert(1) 也不是", []],
    ["https://本地", []],
  ])("%s", (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it("reads 10,000 characters in no time", () => {
    expect(linksIn("https://".repeat(1_250))).toEqual([]);
  });
});
