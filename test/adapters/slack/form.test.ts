// The form for progress: opened, filled in, refused at the field, recorded.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeProposal, encodeReport } from "../../../src/adapters/slack/ids.ts";
import { Refusal } from "../../../src/errors.ts";
import { CONTACT, DM, SlackTestBot } from "../../support/slack-bot.ts";
import { recorded, storedProposal, supportView } from "../../support/slack-samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => {
  bot.clear();
  bot.gives("supportBrief", null);
});
afterAll(() => bot.stop());

describe("the form", () => {
  const tasks = [
    { taskId: 21, taskName: "责任分工·21", title: "订单班补助", unitName: "市财政局", role: "lead" as const },
    { taskId: 17, taskName: "17", title: "实训基地补助", unitName: "市财政局", role: "lead" as const },
  ];
  const filledIn = (percent: string) => ({
    task: { task: { selected_option: { value: "21" } } },
    status: { status: { selected_option: { value: "on_track" } } },
    percent: { percent: { value: percent } },
    details: { details: { value: "已开156个班" } },
    coordination: { coordination: { selected_options: [{ value: "needed" }] } },
    extension: { extension: { selected_date: "2026-12-20" } },
  });
  const openedAt = () => JSON.stringify(bot.slack.state.views.at(-1)?.view);

  it("opens at the task whose number was typed", async () => {
    bot.gives("reportableTasks", tasks);
    await bot.command("进展 21");
    expect(openedAt()).toContain('"initial_option":{"text":{"type":"plain_text","text":"责任分工·21');
  });

  it("is recorded field by field, and told in a direct message", async () => {
    bot.gives("reportableTasks", tasks);
    const saved = bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.click("report", encodeReport({ taskId: 21 }));
    expect(await bot.submit(filledIn("６０％"), "V0FORM")).toBe("");
    expect(saved).toEqual([
      {
        author: CONTACT,
        taskId: 21,
        fields: {
          status: "on_track",
          percent: 60,
          needsCoordination: true,
          extensionTo: "2026-12-20",
          text: "已开156个班",
        },
        permalink: null,
        sourceKey: "view:V0FORM",
      },
    ]);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM]);
  });

  it("says what is wrong at the field, and takes the mended form", async () => {
    bot.gives("reportableTasks", tasks);
    const saved = bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.command("进展");
    const answer = JSON.parse(await bot.submit(filledIn("160"), "V0SAME"));
    expect(answer).toMatchObject({ response_action: "errors", errors: { percent: expect.stringContaining("160") } });
    expect(saved).toEqual([]);
    expect(await bot.submit(filledIn("60"), "V0SAME")).toBe("");
    expect(saved).toHaveLength(1);
  });

  it.each([
    ["past-date", "extension"],
    ["closed-task", "task"],
    ["already-recorded", "details"],
  ] as const)("a %s stands at %s", async (code, field) => {
    bot.gives("reportableTasks", tasks);
    bot.useCases.recordUpdate = async () => {
      throw new Refusal(code);
    };
    await bot.command("进展");
    expect(Object.keys(JSON.parse(await bot.submit(filledIn(""))).errors)).toEqual([field]);
  });

  it("修改 starts from what was understood, and takes the place of what was shown", async () => {
    bot.gives("reportableTasks", tasks);
    bot.gives("viewProposal", storedProposal);
    await bot.click("edit_update", encodeProposal({ proposalId: 7, taskId: 21 }));
    expect(openedAt()).toContain("已开156个班，完成60%");
    const saved = bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.submit(filledIn("70"));
    expect(saved).toMatchObject([{ proposalId: 7, fields: { percent: 70 } }]);
    expect(bot.slack.responses.at(-1)).toMatchObject({ replace_original: true });
  });

  it("opened by a command in a channel gives its receipt there, for the asker alone", async () => {
    bot.gives("reportableTasks", tasks);
    bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.command("进展");
    await bot.submit(filledIn("60"));
    expect(bot.slack.responses).toMatchObject([
      { response_type: "ephemeral", text: expect.stringContaining("已收到") },
    ]);
    expect(bot.slack.state.messages).toEqual([]);
  });

  it("is saved even if the digests cannot be redrawn", async () => {
    bot.gives("reportableTasks", tasks);
    bot.gives("recordUpdate", recorded);
    await bot.click("report", encodeReport({ taskId: 21 }));
    expect(await bot.submit(filledIn("60"))).toBe("");
    expect(bot.slack.state.messages[0]?.text).toContain("已收到");
    expect(bot.slack.state.messages).toHaveLength(1);
  });
});

describe("the form of a lead with supporting units", () => {
  const tasks = [
    { taskId: 21, taskName: "21", title: "订单班补助", unitName: "市财政局", role: "lead" as const },
    { taskId: 17, taskName: "17", title: "实训基地补助", unitName: "市财政局", role: "lead" as const },
  ];
  const filledIn = (joint: object) => ({
    task: { task: { selected_option: { value: "21" } } },
    status: { status: { selected_option: { value: "on_track" } } },
    details: { details: { value: "推进中" } },
    joint: { joint },
  });

  it("shows what they said, and takes the signature over what was shown", async () => {
    bot.gives("reportableTasks", tasks);
    bot.gives("supportBrief", supportView(2));
    const saved = bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.click("report", encodeReport({ taskId: 21 }));
    const form = JSON.stringify(bot.slack.state.views.at(-1)?.view);
    expect(form).toContain("配合单位 2/4 已报");
    expect(form).not.toContain("实训基地补助");
    await bot.submit(filledIn({ selected_options: [{ value: "12" }] }));
    await bot.submit(filledIn({ selected_options: [] }));
    expect(saved).toMatchObject([{ taskId: 21, joint: { upTo: 12 } }, { taskId: 21 }]);
    expect(saved[1]).not.toHaveProperty("joint");
  });
});

describe("the form of a supporting unit", () => {
  const tasks = [
    { taskId: 17, taskName: "17", title: "实训基地补助", unitName: "市财政局", role: "lead" as const },
    { taskId: 21, taskName: "21", title: "订单班补助", unitName: "市财政局", role: "supporting" as const },
  ];
  const filledIn = (text: string, figures = "", marks: string[] = []) => ({
    task: { task: { selected_option: { value: "21" } } },
    feedback_text: { feedback_text: { value: text } },
    feedback_figures: { feedback_figures: { value: figures } },
    feedback_marks: { feedback_marks: { selected_options: marks.map((value) => ({ value })) } },
  });
  const opened = () => bot.slack.state.views.at(-1)?.view as { blocks: { block_id: string }[] };

  it("asks only what the unit can know, and offers no task that it leads", async () => {
    bot.gives("reportableTasks", tasks);
    await bot.click("report", encodeReport({ taskId: 21 }));
    expect(opened().blocks.map((one) => one.block_id)).toEqual([
      "task",
      "feedback_text",
      "feedback_figures",
      "feedback_marks",
    ]);
    expect(JSON.stringify(opened())).not.toContain("实训基地补助");
  });

  it("at a task that the unit leads the whole form opens", async () => {
    bot.gives("reportableTasks", tasks);
    await bot.click("report", encodeReport({ taskId: 17 }));
    expect(opened().blocks.map((one) => one.block_id)).toContain("percent");
  });

  it("is recorded without a percentage; the status is left to its words", async () => {
    bot.gives("reportableTasks", tasks);
    const saved = bot.gives("recordUpdate", recorded);
    bot.gives("redrawDigests", undefined);
    await bot.click("report", encodeReport({ taskId: 21 }));
    expect(await bot.submit(filledIn("资金已拨付", "订单班 156 个", ["needed"]))).toBe("");
    expect(await bot.submit(filledIn("已全部落实", "", ["done"]))).toBe("");
    const rest = { percent: null, extensionTo: null };
    expect(saved).toMatchObject([
      { fields: { ...rest, status: null, needsCoordination: true, text: "资金已拨付", figures: "订单班 156 个" } },
      { fields: { ...rest, status: "done", needsCoordination: false, text: "已全部落实" } },
    ]);
  });

  it.each([
    [filledIn("  "), "feedback_text", null],
    [filledIn("有进展", "156"), "feedback_figures", new Refusal("figures-without-unit", { text: "156" })],
    [filledIn("有进展"), "task", new Refusal("closed-task")],
  ] as const)("what is wrong stands at its field (%#)", async (values, field, refusal) => {
    bot.gives("reportableTasks", tasks);
    if (refusal !== null) {
      bot.useCases.recordUpdate = async () => {
        throw refusal;
      };
    }
    await bot.click("report", encodeReport({ taskId: 21 }));
    expect(Object.keys(JSON.parse(await bot.submit(values)).errors)).toEqual([field]);
  });
});
