// The changes of a newer version, as the secretary sees them; and against Slack's limits, however long they are.
import { describe, expect, it } from "vitest";
import { checkLimits, textLength } from "../../../../../src/adapters/slack/limits.ts";
import { renderChanges } from "../../../../../src/adapters/slack/render/review/changes.ts";
import type { Amendment } from "../../../../../src/app/register/amendment/plan-amendment.ts";
import type { FieldChange, MatchedTask, RegisterDiff } from "../../../../../src/domain/register/diff/register-diff.ts";
import { aDocument } from "../../../../support/facts.ts";
import { linesOf } from "../reading.ts";

function amendment(diff: Partial<RegisterDiff>, same = false, title = "责任分工"): Amendment {
  const none = { added: [], changed: [], withdrawn: [], unchanged: [] };
  return { previous: { ...aDocument, title }, diff: { ...none, ...diff }, same };
}

function changed(fromRef: string, ref: string, ...changes: [FieldChange["field"], string, string][]): MatchedTask {
  const fields = changes.map(([field, before, after]) => ({ field, before, after }));
  const number = { field: "number", before: fromRef, after: ref } as const;
  const all = fromRef === ref ? fields : [number, ...fields];
  return { taskId: 1, fromRef, ref, title: `事项${ref}`, changes: all };
}

const lines = (one: Amendment) => linesOf({ blocks: renderChanges(one) });

describe("renderChanges", () => {
  it("shows old and new side by side, and numbers that moved in one line", () => {
    const diff: Partial<RegisterDiff> = {
      changed: [
        changed("20", "21", ["lead", "市教育局", "市财政局"], ["deadlines", "", "2026年底前"]),
        changed("1", "2"),
        changed("2", "3"),
      ],
      added: [
        { ref: "1", title: "适老化改造", lead: ["市民政局"], dividedFrom: null },
        { ref: "4", title: "上门送餐", lead: [], dividedFrom: "3" },
      ],
      withdrawn: [
        { taskId: 5, ref: "5", title: "家庭病床", lead: ["市卫生健康委"], mergedInto: null },
        { taskId: 6, ref: "6", title: "长护险", lead: ["市医保局"], mergedInto: "21" },
      ],
      unchanged: [changed("7", "7")],
    };
    expect(lines(amendment(diff))).toEqual([
      "*与现行版本《责任分工》比对*",
      "新增 2 项 · 修改 1 项 · 仅编号变动 2 项 · 撤回 2 项 · 未变 1 项",
      "*修改 1 项*",
      "*20→21 事项21*",
      "牵头单位：原 市教育局 → 现 市财政局",
      "时限要求：原 （无） → 现 2026年底前",
      "仅编号变动 2 项：1→2、2→3",
      "*新增 2 项*",
      "1 适老化改造（牵头：市民政局）",
      "4 上门送餐（牵头：（无）；由第 3 项分出）",
      "*撤回 2 项*",
      "5 家庭病床（牵头：市卫生健康委）",
      "6 长护险（牵头：市医保局；并入第 21 项）",
      "撤回的事项不再提醒，原有记录保留备查",
    ]);
  });

  it("of a long text only the stretch that differs", () => {
    const text = (figure: string) => `${"前文".repeat(40)}到2027年建成${figure}个以上${"后文".repeat(40)}`;
    expect(lines(amendment({ changed: [changed("1", "1", ["text", text("200"), text("260")])] }))).toContain(
      "内容：原 …年建成200个以上… → 现 …年建成260个以上…",
    );
  });

  it("says when nothing differs", () => {
    expect(lines(amendment({}, true))).toEqual(["*与现行版本《责任分工》一致，无需导入*"]);
  });

  it("five lines each, then how many more", () => {
    const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i + 1));
    const shown = lines(
      amendment({
        added: times(8, (i) => ({ ref: `${i}`, title: "新事项", lead: [], dividedFrom: null })),
        changed: times(7, (i) => changed(`${i}`, `${i}`, ["text", "旧", "新"])),
        withdrawn: times(6, (i) => ({ taskId: i, ref: `${i}`, title: "旧事项", lead: [], mergedInto: null })),
      }),
    );
    expect(shown.filter((line) => line.startsWith("另有"))).toEqual(["另有 2 项", "另有 3 项", "另有 1 项"]);
    expect(shown.filter((line) => line.includes("新事项"))).toHaveLength(5);
  });

  it.each([
    ["plain", "把"],
    ["what is escaped", "<&>"],
    ["marks and mentions", "*_<!channel>@U1`"],
    ["half characters", "𠮷"],
    ["line breaks", "甲\n乙\t"],
  ])("stays within the limits and half a message, however much there is: %s", (_, text) => {
    for (const count of [1, 5, 40]) {
      for (const long of [1, 40, 4_000]) {
        const words = text.repeat(long);
        const tasks = Array.from({ length: count }, (_x, i) => i + 1);
        const fields = ["text", "lead", "supporting", "deadlines", "targets"] as const;
        const blocks = renderChanges(
          amendment(
            {
              added: tasks.map((i) => ({
                ref: `${words}${i}`,
                title: words,
                lead: [words, words],
                dividedFrom: words,
              })),
              changed: tasks.flatMap((i) => [
                changed(`${words}${i}`, `${i}${words}`),
                changed(
                  `${i}`,
                  `${i}`,
                  ...fields.map((field): [FieldChange["field"], string, string] => [
                    field,
                    words,
                    `${words}新${words}`,
                  ]),
                ),
              ]),
              withdrawn: tasks.map((i) => ({ taskId: i, ref: words, title: words, lead: [words], mergedInto: words })),
            },
            false,
            words,
          ),
        );
        expect(checkLimits(blocks)).toEqual([]);
        expect(blocks.length).toBeLessThanOrEqual(6);
        expect(textLength(blocks)).toBeLessThanOrEqual(8_000);
      }
    }
  });
});
