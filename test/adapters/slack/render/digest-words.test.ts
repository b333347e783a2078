// What a digest says of dates, of what it has no room for, and which buttons stand under a single task.
import { describe, expect, it } from "vitest";
import { message } from "../../../../src/adapters/slack/render/blocks.ts";
import { contactBlocks } from "../../../../src/adapters/slack/render/home/contact.ts";
import { renderMyTasks } from "../../../../src/adapters/slack/render/my-tasks.ts";
import { renderDigest, renderWholeDigest } from "../../../../src/adapters/slack/render/reminders.ts";
import { speaking } from "../../../../src/text/speaking.ts";
import { ownTask } from "./home-samples.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { digest, digestLine, myRow, TODAY, times } from "./samples.ts";

describe("the earlier date of a supporting unit", () => {
  const late = digestLine({
    role: "supporting",
    kind: "due",
    dueDate: "2026-11-25",
    daysLeft: -5,
    ownDue: { date: "2026-12-02", daysLeft: 0 },
    supportingAnswered: null,
  });
  const first = (one: typeof late) => linesOf(renderDigest(digest([one])))[1];

  it("is never called the task's own", () => {
    expect(first(late)).toContain("配合反馈时限已过 5 个工作日（11月25日）；办理时限今天到期");
    expect(first({ ...late, daysLeft: 0, ownDue: null })).toMatch(/· 配合反馈今天到期$/);
    expect(first({ ...late, dueDate: "2026-12-04", daysLeft: 2, ownDue: null })).toMatch(
      /· 配合反馈：12月4日（周五）前$/,
    );
    expect(first({ ...late, kind: "report", ownDue: null })).toMatch(/· 配合反馈时限已过 5 个工作日（11月25日）$/);
  });

  it("is what the first line urges", () => {
    expect(renderDigest(digest([late])).text).toBe(
      "催办：21 订单班补助配合反馈时限已过 5 个工作日（11月25日），请尽快反馈",
    );
    expect(renderDigest(digest([late, { ...late, taskId: 22 }])).text).toBe("催办：2 项配合反馈时限已过，请尽快反馈");
    expect(renderDigest(digest([late, digestLine({ taskId: 22 })])).text).toBe(
      "催办：1 项配合反馈时限已过，请尽快反馈；另有 1 项，最早12月9日（周三）",
    );
    expect(renderDigest(digest([late, digestLine({ taskId: 22, daysLeft: -1 })])).text).toBe(
      "催办：2 项已逾期，请尽快报送进展",
    );
  });

  it("in English too", () => {
    const said = speaking("en", () => [renderDigest(digest([late])).text, first(late)]);
    expect(said[0]).toContain("your reply on 21 订单班补助 was due");
    expect(said[1]).toContain("Your reply was due 5 working days ago");
  });

  it("on the home page and in the person's list as well", () => {
    const task = ownTask(0, "", { role: "supporting", dueDate: "2026-11-25", daysLeft: -5 });
    const home = contactBlocks({ now: [task], waiting: [], done: [] }, TODAY, { view: "own", starts: {} });
    expect(linesOf(message("", home)).join("\n")).toContain("配合反馈时限已过 5 个工作日（11月25日）");
    const mine = renderMyTasks([myRow(0, { role: "supporting", dueDate: "2026-11-25" })], TODAY);
    expect(linesOf(mine).join("\n")).toContain("配合反馈时限已过（11月25日）");
  });
});

describe("what a digest has no room for", () => {
  const lines = (open: number, answered: number) => [
    ...times(open, (i) => digestLine({ taskId: i + 1 })),
    ...times(answered, (i) => digestLine({ taskId: 100 + i, answered: true })),
  ];
  const rest = (open: number, answered: number) =>
    linesOf(renderDigest(digest(lines(open, answered)))).find((one) => one.startsWith("另有"));

  it("is counted with what is asked only where it is asked", () => {
    expect(rest(5, 0)).toBeUndefined();
    expect(rest(8, 0)).toBe("另有 3 项");
    expect(rest(5, 1)).toBe("另有 1 项已答复");
    expect(rest(7, 3)).toBe("另有 2 项待报，3 项已答复");
    expect(rest(0, 7)).toBe("另有 2 项已答复");
  });

  it("under the whole list too", () => {
    const shown = linesOf(renderWholeDigest(digest(lines(40, 2))));
    expect(shown).toContain("另有 2 项已答复");
  });
});

describe("a single task that is new to the unit", () => {
  it("can be accepted, reported and handed back in one click each; its page stands below", () => {
    const labels = (role: "lead" | "supporting") =>
      renderDigest(digest([digestLine({ receipt: "asked", role })])).blocks.flatMap((block) =>
        block.type === "actions" ? [buttonsOf({ blocks: [block] }).map(({ label }) => label)] : [],
      );
    expect(labels("lead")).toEqual([["签收", "报进展", "不属本单位职责"], ["查看事项"]]);
    expect(labels("supporting")).toEqual([["签收", "反馈", "不属本单位职责"], ["查看事项"]]);
  });
});
