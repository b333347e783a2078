// 四、需协调解决的问题: figures that disagree, and a light that the office has set, on the agenda.
import { describe, expect, it } from "vitest";
import { items, register, said, target, task } from "../../support/meeting-facts.ts";

const classes = task("1", "开设订单班", { supporting: ["finance", "counties"], targets: [target(200, "个")] });
const figure = (by: "education" | "finance" | "north", value: number) =>
  said(classes, by, "on_track", { quantities: [{ value, unit: "个" }] });

describe("figures of lead and supporting units", () => {
  it("that disagree are brought to the meeting, side by side", () => {
    const facts = register({ tasks: [classes], latestUpdates: [figure("education", 156), figure("finance", 140)] });
    expect(items(facts, "coordination")).toMatchObject([
      {
        taskId: classes.id,
        reasons: [
          { code: "figures-disagree", params: { figures: "市教育局 156个，市财政局 140个", text: "200个以上" } },
        ],
      },
    ]);
  });

  it("that agree, or are a member's part, are not", () => {
    const same = register({ tasks: [classes], latestUpdates: [figure("education", 156), figure("finance", 156)] });
    const part = register({ tasks: [classes], latestUpdates: [figure("education", 156), figure("north", 20)] });
    expect([...items(same, "coordination"), ...items(part, "coordination")]).toEqual([]);
  });
});

it("a light that the office has set says so where its task is reported", () => {
  const setLight = { colour: "red", reason: "现场未整改", by: "US", on: "2026-12-10" } as const;
  const facts = register({ tasks: [{ ...classes, setLight }], latestUpdates: [figure("education", 156)] });
  const [report] = items(facts, "lead-reports");
  expect(report?.reasons.at(-1)).toMatchObject({ code: "light-set", params: { why: "现场未整改" } });
});
