// 二、总体进展: lights counted, and figures added up against targets.
import { describe, expect, test } from "vitest";
import { due, items, reasonsOf, register, said, target, task } from "../../support/meeting-facts.ts";

describe("二 overall progress", () => {
  test("counts the lights of the open tasks", () => {
    const [done, late, silent, closed] = [
      task("1", "一"),
      task("2", "二"),
      task("3", "三"),
      task("4", "四", { state: "closed" }),
    ];
    const [item] = items(
      register({
        tasks: [done, late, silent, closed],
        latestUpdates: [said(done, "education", "done"), said(late, "education", "on_track")],
        occurrences: [due(late, "2026-12-01")],
      }),
      "overall-progress",
    );
    expect(reasonsOf(item)).toEqual(["light-counts total=3 green=1 yellow=0 red=2 grey=0"]);
  });

  const bases = target(20, "个");
  const trainees = target(6000, "人");
  test.each<{
    when: string;
    targets: ReturnType<typeof target>[];
    updates: Parameters<typeof said>[];
    reasons: string[];
  }>([
    {
      when: "the lead reports figures in the targets' units",
      targets: [bases, trainees],
      updates: [
        [
          task("1", ""),
          "education",
          "on_track",
          {
            quantities: [
              { value: 4200, unit: "名" },
              { value: 15, unit: "个" },
            ],
          },
        ],
      ],
      reasons: [
        "target-progress text=20个以上 actual=15个 percent=75",
        "target-progress text=6000人以上 actual=4200人 percent=70",
      ],
    },
    {
      when: "members of a supporting group report their parts: they are added up",
      targets: [trainees],
      updates: [
        [task("1", ""), "north", "on_track", { quantities: [{ value: 21000, unit: "人" }] }],
        [task("1", ""), "south", "on_track", { quantities: [{ value: 400, unit: "人" }] }],
      ],
      reasons: ["target-progress text=6000人以上 actual=2.14万人 percent=356"],
    },
    {
      when: "both the lead and the members report: the lead's figure is the whole",
      targets: [bases],
      updates: [
        [task("1", ""), "education", "on_track", { quantities: [{ value: 10, unit: "个" }] }],
        [task("1", ""), "north", "on_track", { quantities: [{ value: 4, unit: "个" }] }],
      ],
      reasons: ["target-progress text=20个以上 actual=10个 percent=50"],
    },
    {
      when: "a share is reported by several members: shares are not added",
      targets: [target(75, "%")],
      updates: [
        [task("1", ""), "north", "on_track", { quantities: [{ value: 70, unit: "%" }] }],
        [task("1", ""), "south", "on_track", { quantities: [{ value: 80, unit: "%" }] }],
      ],
      reasons: ["target-unreported text=75%以上"],
    },
    {
      when: "each member must reach it",
      targets: [target(1, "个", { scope: "each", text: "每县1个以上" })],
      updates: [
        [task("1", ""), "north", "on_track", { quantities: [{ value: 2, unit: "个" }] }],
        [task("1", ""), "south", "on_track", { quantities: [{ value: 0, unit: "个" }] }],
      ],
      reasons: ["target-progress text=每县1个以上 actual=1/3 percent=33"],
    },
    {
      when: "a limit is kept",
      targets: [target(30, "天", { comparator: "<=", text: "不超过30天" })],
      updates: [[task("1", ""), "education", "on_track", { quantities: [{ value: 12, unit: "天" }] }]],
      reasons: ["target-progress text=不超过30天 actual=12天 percent=100"],
    },
    {
      when: "only a percentage comes for the only target",
      targets: [bases],
      updates: [[task("1", ""), "education", "on_track", { percent: 60 }]],
      reasons: ["target-progress text=20个以上 actual=60% percent=60"],
    },
    {
      when: "a percentage could be that of either target",
      targets: [bases, trainees],
      updates: [[task("1", ""), "education", "on_track", { percent: 60 }]],
      reasons: ["target-unreported text=20个以上", "target-unreported text=6000人以上"],
    },
  ])("$when", ({ targets, updates, reasons }) => {
    const training = task("1", "建设实训基地", { supporting: ["counties"], targets });
    const latestUpdates = updates.map(([, ...rest]) => said(training, ...rest));
    const [, item] = items(register({ tasks: [training], latestUpdates }), "overall-progress");
    expect(item).toMatchObject({ topic: "关于建设实训基地量化目标完成情况的通报", minutes: 0 });
    expect(reasonsOf(item)).toEqual(reasons);
  });

  test("last year's figure is no progress towards a yearly target", () => {
    const yearly = task("1", "订单培养", { targets: [target(200, "个", { period: "annual" })] });
    const facts = register({
      tasks: [yearly],
      occurrences: [due(yearly, "2026-12-31", { period: "2026", opensOn: "2026-01-01" })],
      latestUpdates: [
        said(yearly, "education", "done", { on: "2025-12-20", quantities: [{ value: 210, unit: "个" }] }),
      ],
    });
    expect(reasonsOf(items(facts, "overall-progress")[1])).toEqual(["target-unreported text=200个以上"]);
  });
});
