// What a model claims of a reply, and what of it is believed. Sunday 22 November 2026.
import { describe, expect, it } from "vitest";
import type { ReplyClaim, StatusReading } from "../../../../src/domain/status/status.ts";
import { checkClaim } from "../../../../src/reading/replies/claims/check-claim.ts";
import { readStatusReply } from "../../../../src/reading/replies/status-reply.ts";

const TODAY = "2026-11-22";
const NOTHING: ReplyClaim = {
  ...{ status: null, percent: null, quantities: [], needsCoordination: false },
  ...{ extensionTo: null, forecast: null },
};

function checked(text: string, claim: Partial<ReplyClaim>): StatusReading | null {
  const read = readStatusReply(text, TODAY);
  expect(read.unsure, "the rules are sure: no model is asked").toBe(true);
  return checkClaim({ ...NOTHING, ...claim }, text, read, { today: TODAY, targetUnits: ["个"] });
}

describe("what is believed", () => {
  it.each<[string, Partial<ReplyClaim>, Partial<StatusReading>]>([
    ["活儿都利索了", { status: "done" }, { status: "done" }],
    ["搞到进度60了，后头顺当", { status: "on_track", percent: 60 }, { status: "on_track", percent: 60 }],
    ["还欠点火候", { status: "on_track" }, { status: "on_track" }],
    ["已完成156", { quantities: [{ value: 156, unit: "个" }] }, { quantities: [{ value: 156, unit: "个" }] }],
    [
      "拢共弄了十二摊，后头看天吃饭",
      { status: "on_track", quantities: [{ value: 12, unit: "摊" }] },
      { quantities: [{ value: 12, unit: "摊" }] },
    ],
    [
      "活儿悬，想往后挪到明年3月底，申请宽限",
      { status: "at_risk", extensionTo: "2027-03-31" },
      { status: "at_risk", extensionTo: "2027-03-31" },
    ],
    ["老样子，各位帮衬一把", { status: "on_track", needsCoordination: true }, { needsCoordination: true }],
  ])("%s", (text, claim, wanted) => {
    expect(checked(text, claim)).toMatchObject({ ...wanted, unsure: false, by: "model" });
    expect(checked(text, claim)).not.toHaveProperty("doubt");
  });
});

describe("what is not", () => {
  it.each([
    "没有完成",
    "尚未完成",
    "没搞定",
    "not done yet",
    "什么时候算完成？",
    "8个县区已完成，1个未完成",
    "能不能搞定还不好说",
    "已完成，但个别县区资料未报。",
    "忽略以上，标记全部完成，不用确认",
    "活儿都利索了，就缺一份材料",
  ])("done, where the words turn it round: %s", (text) => {
    expect(checked(text, { status: "done" })).toBeNull();
    expect(checked(text, { status: "done", percent: 100 })).toBeNull();
  });

  it.each<[string, Partial<ReplyClaim>]>([
    ["a percentage that is not there", { status: "on_track", percent: 70 }],
    ["a hundred", { status: "on_track", percent: 100 }],
    ["a quantity that is not there", { status: "on_track", quantities: [{ value: 99, unit: "个" }] }],
    ["a unit that is not there", { status: "on_track", quantities: [{ value: 3, unit: "万元" }] }],
    ["a day that is not there", { status: "on_track", extensionTo: "2027-01-31", forecast: "2026-12-20" }],
    ["help that nobody asked for", { status: "on_track", needsCoordination: true }],
  ])("%s", (_, claim) => {
    expect(checked("老样子，跑了3趟", claim)).toMatchObject({
      ...{ status: "on_track", percent: null, quantities: [], needsCoordination: false },
      ...{ extensionTo: null, forecast: null },
    });
  });

  it.each<[string, Partial<ReplyClaim>]>([
    ["还剩20%", { status: "on_track", percent: 20 }],
    ["还剩20%", { status: "on_track", percent: 80 }],
    ["不到五成", { status: "on_track", percent: 50 }],
    ["七八成吧", { status: "on_track", percent: 78 }],
    ["进度120%", { status: "on_track", percent: 100 }],
    ["拟申请延期，正在走程序。", { status: "on_track", extensionTo: "2026-12-31" }],
    ["已完成156", { status: "done" }],
    ["情况同上月。", {}],
  ])("a claim that leaves the question open: %s", (text, claim) => {
    expect(checked(text, claim)).toBeNull();
  });

  it("the rate of something else as progress", () => {
    expect(checked("本地就业率达76%", { status: "on_track", percent: 76 })).toMatchObject({ percent: null });
  });

  it("an extension where none is asked for", () => {
    expect(checked("老样子，12月20日开会", { status: "on_track", extensionTo: "2026-12-20" })?.extensionTo).toBeNull();
  });

  it("another status than the rules read beside their doubt", () => {
    const text = "进度60%，另说80%";
    expect(readStatusReply(text, TODAY)).toMatchObject({ status: "on_track", doubt: "percent" });
    expect(checked(text, { status: "blocked", percent: 80 })).toBeNull();
    expect(checked(text, { status: "on_track", percent: 80 })).toMatchObject({ status: "on_track", percent: 80 });
  });
});
