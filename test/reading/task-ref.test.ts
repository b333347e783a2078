// A task's number as people write it.
import { describe, expect, it } from "vitest";
import { readTaskRef } from "../../src/reading/task-ref.ts";

describe("readTaskRef", () => {
  it.each([
    ["21", "21", null],
    ["２１", "21", null],
    ["第21项", "21", null],
    ["第二十一条", "21", null],
    ["（二十一）", "21", null],
    ["二十一", "21", null],
    ["21.", "21", null],
    ["21号事项", "21", null],
    ["#21", "21", null],
    ["責任分工·21", "21", "责任分工"],
    ["责任分工 21", "21", "责任分工"],
    ["《责任分工》第21项", "21", "责任分工"],
    ["实施意见第五条", "5", "实施意见"],
    ["021", "21", null],
    ["订单班", "订单班", null],
    ["", "", null],
  ])("%s → %s of %s", (text, ref, document) => {
    expect(readTaskRef(text)).toEqual({ ref, document });
  });
});
