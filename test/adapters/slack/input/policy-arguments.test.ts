// 「提醒 规则 …」 as people type it.
import { describe, expect, it } from "vitest";
import { parsePolicyArguments, parsePolicyChange } from "../../../../src/adapters/slack/input/policy-arguments.ts";
import { Refusal } from "../../../../src/errors.ts";

it.each([
  ["事项 21 各自报送", "each"],
  ["事项 21 分别报送", "each"],
  ["task 21 each", "each"],
  ["事项 21 首家报送", "first"],
  ["事项 21 first reports", "first"],
])("%s", (text, rule) => expect(parsePolicyArguments(text)).toEqual({ kind: "lead-rule", ref: "21", rule }));

describe("a change to the rules", () => {
  const lead = { kind: "before", role: "lead", steps: [-30, -14, -7, -3, -1, 0] };
  it.each([
    ["牵头 提前 30、14、7、3、1、0", lead],
    ["牵头单位提前30,14，7 3；1、当天", lead],
    ["牵头 提前 ３０、14天、7个工作日、3日、1、到期当天", lead],
    ["lead before 30 14 7 3 1 0", lead],
    ["配合 提前 15、7、3、0", { kind: "before", role: "supporting", steps: [-15, -7, -3, 0] }],
    ["逾期 1、3、5 每10", { kind: "overdue", role: null, steps: [1, 3, 5], every: 10 }],
    ["逾期 1、3、5，此后每 10 个工作日一次", { kind: "overdue", role: null, steps: [1, 3, 5], every: 10 }],
    ["逾期 2", { kind: "overdue", role: null, steps: [2], every: null }],
    ["配合 逾期 3 每15", { kind: "overdue", role: "supporting", steps: [3], every: 15 }],
    ["免打扰 18:00-8:30", { kind: "quiet-hours", hours: { from: "18:00", to: "08:30" } }],
    ["免打扰 18：00～8：30", { kind: "quiet-hours", hours: { from: "18:00", to: "08:30" } }],
    ["免打扰时段：18点至次日8点半", { kind: "quiet-hours", hours: { from: "18:00", to: "08:30" } }],
    ["免打扰 12点到13点30分", { kind: "quiet-hours", hours: { from: "12:00", to: "13:30" } }],
    ["免打扰 不设", { kind: "quiet-hours", hours: null }],
    ["休息日 不提前", { kind: "before-holiday", move: false }],
    ["节假日 提前", { kind: "before-holiday", move: true }],
    ["恢复默认", { kind: "reset" }],
    // What is after the due date is left to the check, which says so.
    ["牵头 提前 3、-1", { kind: "before", role: "lead", steps: [-3, 1] }],
  ])("%s", (text, change) => {
    expect(parsePolicyChange(text)).toEqual(change);
  });

  it.each([
    ["随便", "policy-unreadable"],
    ["提前 30、14", "policy-unreadable"], // whose?
    ["牵头 30、14", "policy-unreadable"],
    ["牵头 提前", "policy-no-steps"],
    ["逾期 每10", "policy-no-steps"],
    ["逾期 1、3 每", "policy-no-steps"],
    ["逾期 1、3 每10、20", "policy-unreadable"],
    ["牵头 提前 三十、7", "policy-step-not-whole"],
    ["牵头 提前 1.5", "policy-step-not-whole"],
    ["逾期 1、3 每十", "policy-step-not-whole"],
    ["免打扰", "policy-quiet-unreadable"],
    ["免打扰 晚上", "policy-quiet-unreadable"],
    ["免打扰 25:00-8:00", "policy-quiet-unreadable"],
    ["免打扰 18:60-8:00", "policy-quiet-unreadable"],
  ])("refuses %s: %s", (text, code) => {
    expect(() => parsePolicyChange(text)).toThrow(expect.objectContaining({ code }) as Refusal);
  });
});

describe("the words after 规则", () => {
  it.each([
    ["", { kind: "show" }],
    ["恢复默认", { kind: "change", change: { kind: "reset" } }],
    ["事项 21", { kind: "show-task", ref: "21" }],
    ["事项21 恢复默认", { kind: "change-task", ref: "21", change: { kind: "reset" } }],
    [
      "事项 责任分工·21 牵头 提前 30、0",
      { kind: "change-task", ref: "责任分工·21", change: { kind: "before", role: "lead", steps: [-30, 0] } },
    ],
  ])("%s", (text, wanted) => {
    expect(parsePolicyArguments(text)).toEqual(wanted);
  });

  it("a single task has steps and nothing else", () => {
    expect(() => parsePolicyArguments("事项 21 免打扰 18:00-8:30")).toThrow(new Refusal("policy-of-task-only-steps"));
  });
});
