import { describe, expect, it } from "vitest";
import { distinctShortTitle } from "../../../src/domain/register/short-title.ts";

describe("a short title that tells documents apart", () => {
  const title = "云川市养老服务提质行动责任分工";
  it.each([
    ["its own, where it is free", title, "责任分工", [], "责任分工"],
    ["with its subject, where it is taken", title, "责任分工", ["责任分工"], "养老服务责任分工"],
    ["with a number, where that is taken too", title, "责任分工", ["责任分工", "养老服务责任分工"], "责任分工2"],
    ["without the city and 关于", "云川市关于加快智慧社区建设的实施意见", "实施意见", ["实施意见"], "智慧社区实施意见"],
    ["without a city in front", "职业教育服务产业责任分工", "责任分工", ["责任分工"], "职业教育责任分工"],
  ])("%s", (_, full, shortTitle, taken, expected) => {
    expect(distinctShortTitle({ title: full, shortTitle }, new Set(taken))).toBe(expected);
  });
});
