// What people write to a reminder short of a report.
import { describe, expect, it } from "vitest";
import { isAcceptance, numberFirst, readResponse } from "../../../../src/adapters/slack/input/response-words.ts";

const TODAY = "2026-12-02";

describe("readResponse", () => {
  it.each(["已知悉", "收到", "收到，谢谢", "在办", "正在办理", "知道了", "已阅", "seen"])("%s: is on it", (text) => {
    expect(readResponse(text, TODAY)).toEqual({ kind: "seen" });
  });

  it.each(["签收", "已签收", "我单位已签收。", "同意签收", "accept"])("%s: accepts", (text) => {
    expect(readResponse(text, TODAY)).toEqual({ kind: "accepted" });
    expect(isAcceptance(text)).toBe(true);
  });

  it.each([
    ["签收 21", "21 签收"],
    ["签收21", "21 签收"],
    ["accept 21", "21 签收"],
    ["签收情况请报", "签收情况请报"],
    ["21 签收", "21 签收"],
  ])("%s: the number in front", (text, expected) => {
    expect(numberFirst(text)).toBe(expected);
  });

  it.each([
    ["明天提醒", "tomorrow"],
    ["明天", "tomorrow"],
    ["请明天再提醒我", "tomorrow"],
    ["明天上午再提醒一下", "tomorrow"],
    ["下午提醒", "afternoon"],
    ["今天下午再提醒", "afternoon"],
    ["3天后提醒", "in-3-days"],
    ["三个工作日后再提醒我", "in-3-days"],
  ])("%s: %s", (text, when) => {
    expect(readResponse(text, TODAY)).toEqual({ kind: "later", when });
  });

  it("a day that is named", () => {
    expect(readResponse("12月8日提醒我", TODAY)).toEqual({ kind: "later", when: { on: "2026-12-08" } });
  });

  it.each([
    ["不属本单位职责：应由市教育局办理", "应由市教育局办理"],
    ["不属于我局职责，应由市教育局办理", "应由市教育局办理"],
    ["不是我单位的职责 见三定方案", "见三定方案"],
    ["不属本单位职责", ""],
  ])("%s", (text, reason) => {
    expect(readResponse(text, TODAY)).toEqual({ kind: "not_mine", reason });
  });

  it.each([
    "已完成60%",
    "收到，已完成60%",
    "在办，预计12月20日前完成",
    "明天上午能报",
    "12月8日",
    "明天提醒各县区报送",
    "订单班补助谁管",
    "不属于重点",
    "下午开会研究",
  ])("%s is something else", (text) => {
    expect(readResponse(text, TODAY)).toBeNull();
  });
});
