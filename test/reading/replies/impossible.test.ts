import { describe, expect, it } from "vitest";
import { readImpossible } from "../../../src/reading/replies/impossible.ts";

const TODAY = "2026-11-23";

describe("what cannot be", () => {
  it.each([
    ["完成 120%", { kind: "percent", percent: 120 }],
    ["已完成１５０％", { kind: "percent", percent: 150 }],
    ["申请延期到2020-01-01，资金未到", { kind: "past-extension", date: "2020-01-01" }],
    ["请求延期至今天", { kind: "past-extension", date: TODAY }],
    ["申请延期到11月20日，资金紧张", { kind: "past-extension", date: "2026-11-20" }],
    ["申请延期到10月20日", { kind: "past-extension", date: "2026-10-20" }],
    ["申请延期到6月30日", null],
    ["因11月20日验收未通过，申请延期", null],
    ["申请延期到2027年11月20日", null],
    ["完成100%", null],
    ["同比增长120%，完成60%", null],
    ["申请延期到12月20日", null],
    ["原定10月底完成，申请延期到12月20日", null],
    ["进展顺利", null],
  ])("%s", (text, expected) => expect(readImpossible(text, TODAY)).toEqual(expected));
});
