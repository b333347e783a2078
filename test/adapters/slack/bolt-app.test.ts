// The real Bolt app, from Slack's request to what the person sees. Use cases are plain objects.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBoltApp } from "../../../src/adapters/slack/bolt-app.ts";
import {
  encodeApplyImport,
  encodeHelpful,
  encodeProposal,
  encodeReport,
  encodeShowTask,
} from "../../../src/adapters/slack/ids.ts";
import type { UseCases } from "../../../src/app/use-cases.ts";
import { Refusal } from "../../../src/errors.ts";
import { FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET, FakeSlack } from "../../support/fake-slack.ts";
import { fakeUseCases } from "../../support/fake-use-cases.ts";
import { MemoryInbox } from "../../support/memory-inbox.ts";
import { CHANNEL, CONTACT, DM, SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";
import { emptyAgenda, noAnswer, proposal, recorded, review, storedProposal } from "../../support/slack-samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

/** Lets a use case write down what it was called with. */
function calls<Name extends keyof UseCases>(name: Name, answer: Awaited<ReturnType<UseCases[Name]>>) {
  const inputs: unknown[] = [];
  bot.useCases = {
    ...bot.useCases,
    [name]: async (input: unknown) => {
      inputs.push(input);
      return answer;
    },
  };
  return inputs;
}

describe("a slash command", () => {
  it("is answered for the asker alone", async () => {
    const asked = calls("listMyTasks", []);
    expect(await bot.command("我的")).toBe("");
    expect(asked).toEqual([{ slackUser: CONTACT }]);
    expect(bot.slack.responses).toEqual([expect.objectContaining({ response_type: "ephemeral" })]);
  });

  it("that nobody knows says so; a question is answered", async () => {
    await bot.command("办了");
    expect(bot.slack.responses[0]?.text).toContain("没有「办了」这个指令");
    const asked = calls("answerQuestion", { answer: noAnswer, questionId: 3 });
    await bot.command("垃圾分类谁管");
    expect(asked).toEqual([{ text: "垃圾分类谁管", asker: CONTACT }]);
  });

  it("with a refusal says why and what would work", async () => {
    bot.useCases.showTask = async () => {
      throw new Refusal("unknown-task", { ref: "35", range: "1–29" });
    };
    await bot.command("查看 35");
    expect(bot.slack.responses[0]?.text).toContain("第 35 项不存在");
    expect(bot.logged).toEqual([]);
  });

  it("that breaks gives the person a number and the log the cause", async () => {
    bot.useCases.listUnits = async () => {
      throw new Error("boom");
    };
    await bot.command("单位");
    const [line = "{}"] = bot.logged;
    expect(line).toContain("boom");
    expect(bot.slack.responses[0]?.text).toContain(JSON.parse(line).traceId);
  });

  it("progress is shown back, confirmed with one click, and the digests follow", async () => {
    const proposed = calls("proposeUpdate", proposal);
    await bot.command("进展 21 已开156个班，完成60%");
    expect(proposed).toEqual([
      expect.objectContaining({ author: CONTACT, text: "已开156个班，完成60%", taskRef: "21", thread: null }),
    ]);
    const confirmed = calls("confirmUpdate", recorded);
    const redrawn = calls("redrawDigests", undefined);
    await bot.click("confirm_update", encodeProposal({ proposalId: 7, taskId: 21 }));
    expect(confirmed).toEqual([{ proposalId: 7, taskId: 21, author: CONTACT }]);
    expect(bot.slack.responses.at(-1)).toMatchObject({ replace_original: true });
    expect(redrawn).toEqual([[1, 2]]);
  });

  it("延期 and 办结 become what one would write", async () => {
    const proposed = calls("proposeUpdate", proposal);
    await bot.command("延期 21 12月20日 资金未到位");
    await bot.command("办结 21");
    expect(proposed).toMatchObject([
      { taskRef: "21", text: "申请延期到12月20日，资金未到位" },
      { taskRef: "21", text: "已完成" },
    ]);
  });

  it("时钟 moves the date of the local workspace", async () => {
    const moved: string[] = [];
    bot.setDate = async (date) => {
      moved.push(date);
    };
    await bot.command("时钟 12月9日");
    expect(moved).toEqual(["2026-12-09"]);
  });
});

describe("the agenda", () => {
  const agenda = { agenda: emptyAgenda, docx: new Uint8Array([80, 75, 3, 4]) };

  it("goes to the channel with its document, and is saved for a secretary", async () => {
    const compiled = calls("compileAgenda", agenda);
    await bot.command("议程", SECRETARY);
    expect(compiled).toEqual([{ meetingId: "next", today: "2026-12-02", save: true, by: SECRETARY }]);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([CHANNEL, CHANNEL]);
    const [file] = [...bot.slack.state.files.values()].slice(-1);
    expect(file?.name).toBe("议程-2026-12-15.docx");
    expect(file?.bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("goes to the asker where the bot is no member", async () => {
    calls("compileAgenda", agenda);
    await bot.command("议程", CONTACT, "C0ELSEWHERE");
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM, DM]);
  });
});

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
    calls("reportableTasks", tasks);
    await bot.command("进展 21");
    expect(openedAt()).toContain('"initial_option":{"text":{"type":"plain_text","text":"责任分工·21');
  });

  it("is recorded field by field, and told in a direct message", async () => {
    calls("reportableTasks", tasks);
    const saved = calls("recordUpdate", recorded);
    calls("redrawDigests", undefined);
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
    calls("reportableTasks", tasks);
    const saved = calls("recordUpdate", recorded);
    calls("redrawDigests", undefined);
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
    calls("reportableTasks", tasks);
    bot.useCases.recordUpdate = async () => {
      throw new Refusal(code);
    };
    await bot.command("进展");
    expect(Object.keys(JSON.parse(await bot.submit(filledIn(""))).errors)).toEqual([field]);
  });

  it("修改 starts from what was understood, and takes the place of what was shown", async () => {
    calls("reportableTasks", tasks);
    calls("viewProposal", storedProposal);
    await bot.click("edit_update", encodeProposal({ proposalId: 7, taskId: 21 }));
    expect(openedAt()).toContain("已开156个班，完成60%");
    const saved = calls("recordUpdate", recorded);
    calls("redrawDigests", undefined);
    await bot.submit(filledIn("70"));
    expect(saved).toMatchObject([{ proposalId: 7, fields: { percent: 70 } }]);
    expect(bot.slack.responses.at(-1)).toMatchObject({ replace_original: true });
  });

  it("is saved even if the digests cannot be redrawn", async () => {
    calls("reportableTasks", tasks);
    calls("recordUpdate", recorded);
    await bot.command("进展");
    expect(await bot.submit(filledIn("60"))).toBe("");
    expect(bot.slack.state.messages[0]?.text).toContain("已收到");
    expect(bot.slack.state.messages).toHaveLength(1);
  });
});

describe("a direct message", () => {
  it("is a question", async () => {
    const asked = calls("answerQuestion", { answer: noAnswer, questionId: 3 });
    await bot.dm("垃圾分类谁管");
    expect(asked).toEqual([{ text: "垃圾分类谁管", asker: CONTACT }]);
    expect(bot.slack.state.messages).toMatchObject([{ channel: DM }]);
  });

  it("or a command in plain words", async () => {
    calls("listMyTasks", []);
    await bot.dm("我的");
    expect(bot.slack.state.messages).toHaveLength(1);
  });

  it("in the thread of a digest is progress, with a link as evidence", async () => {
    const proposed = calls("proposeUpdate", proposal);
    await bot.dm("21 已完成60%", { thread_ts: "1699.0001" });
    expect(proposed).toEqual([
      expect.objectContaining({
        taskRef: "21",
        text: "已完成60%",
        thread: { channel: DM, ts: "1699.0001" },
        permalink: expect.stringContaining("/archives/"),
      }),
    ]);
    expect(bot.slack.state.messages).toMatchObject([{ channel: DM, thread_ts: "1699.0001" }]);
  });

  it("in a thread may also ask", async () => {
    bot.useCases.proposeUpdate = async () => {
      throw new Refusal("nothing-said");
    };
    const asked = calls("answerQuestion", { answer: noAnswer, questionId: 3 });
    await bot.dm("这项谁牵头？", { thread_ts: "1699.0001" });
    expect(asked).toHaveLength(1);
  });

  it.each([
    { bot_id: "B0BOT" },
    { subtype: "message_changed" },
    { subtype: "message_deleted" },
    { channel: CHANNEL, channel_type: "channel" },
  ])("that is none is passed over: %j", async (more) => {
    await bot.dm("垃圾分类谁管", more);
    expect(bot.slack.calls).toEqual([]);
    expect(bot.logged).toEqual([]);
  });
});

describe("a document", () => {
  it("is reviewed when it arrives and imported by the button, byte for byte", async () => {
    const reviewed = calls("reviewDocument", review);
    const file = bot.slack.state.addFile("分工.txt", Buffer.from("一、市教育局牵头"));
    await bot.dm("", { subtype: "file_share", files: [file] });
    expect(reviewed).toMatchObject([{ fileName: "分工.txt" }]);

    const imported = calls("importDocument", { title: "示例", tasks: 1, unitsCreated: 1, unitsWithoutContact: [] });
    const blocks = JSON.stringify(bot.slack.state.messages[0]?.blocks);
    const sha256 = /[0-9a-f]{64}/.exec(blocks)?.[0] ?? "";
    await bot.click("apply_import", encodeApplyImport({ fileId: file.id, sha256 }));
    expect(imported).toMatchObject([{ fileName: "分工.txt", by: CONTACT }]);
    expect(bot.slack.responses).toMatchObject([{ replace_original: true }]);
  });

  it("that changed since is not imported", async () => {
    const file = bot.slack.state.addFile("分工.txt", Buffer.from("另一份"));
    await bot.click("apply_import", encodeApplyImport({ fileId: file.id, sha256: "0".repeat(64) }));
    expect(bot.slack.responses[0]?.text).toContain("未导入");
  });

  it("sent earlier is found by 导入; without one it says how", async () => {
    await bot.command("导入");
    expect(bot.slack.responses[0]?.text).toContain("私信");
    const file = bot.slack.state.addFile("分工.txt", Buffer.from("x"));
    bot.slack.state.addMessage({ channel: DM, user: CONTACT, text: "", files: [file] });
    const reviewed = calls("reviewDocument", review);
    await bot.command("导入");
    expect(reviewed).toHaveLength(1);
  });
});

describe("elsewhere", () => {
  it("a mention in a channel is answered in its thread", async () => {
    const asked = calls("answerQuestion", { answer: noAnswer, questionId: 3 });
    await bot.event({
      type: "app_mention",
      channel: CHANNEL,
      user: CONTACT,
      text: "<@U0BOT> 垃圾分类谁管",
      ts: "17.1",
    });
    expect(asked).toEqual([{ text: "垃圾分类谁管", asker: CONTACT }]);
    expect(bot.slack.state.messages).toMatchObject([{ channel: CHANNEL, thread_ts: "17.1" }]);
  });

  it("the home page shows itself", async () => {
    calls("listMyTasks", []);
    calls("listMeetings", []);
    await bot.event({ type: "app_home_opened", tab: "home", user: CONTACT, channel: DM });
    expect(bot.slack.state.homes.has(CONTACT)).toBe(true);
  });

  it("a helpful answer is noted, a task is shown, an old button is refused", async () => {
    const noted = calls("markHelpful", undefined);
    await bot.click("helpful_no", encodeHelpful({ questionId: 3 }));
    expect(noted).toEqual([{ questionId: 3, helpful: false }]);
    bot.useCases.showTask = async ({ ref }) => {
      throw new Refusal("unknown-task", { ref });
    };
    await bot.click("show_task", encodeShowTask({ ref: "责任分工·21" }));
    expect(bot.slack.responses.at(-1)?.text).toContain("责任分工·21");
    await bot.click("confirm_update", "21");
    expect(bot.slack.responses.at(-1)?.text).toContain("已失效");
  });
});

describe("the inbox", () => {
  it("lets a delivery take effect once, however often it comes", async () => {
    const asked = calls("answerQuestion", { answer: noAnswer, questionId: 3 });
    const event = { type: "message", channel: DM, channel_type: "im", user: CONTACT, text: "垃圾分类谁管", ts: "18.1" };
    await Promise.all([bot.event(event, "Ev0SAME"), bot.event(event, "Ev0SAME")]);
    await bot.event(event, "Ev0SAME");
    expect(asked).toHaveLength(1);
  });

  it("keeps no tokens and no reply addresses", async () => {
    calls("listMyTasks", []);
    await bot.command("我的");
    const [delivery] = [...bot.inbox.deliveries.values()];
    expect(delivery).toMatchObject({ kind: "command", done: true, payload: { text: "我的", user_id: CONTACT } });
    expect(JSON.stringify(delivery)).not.toMatch(/verification-secret|respond|xoxb/);
  });

  it.each(["broken", "stuck"] as const)("that is %s says “not saved” and does nothing", async (mode) => {
    bot.inbox.mode = mode;
    const answers = await Promise.all([
      bot.command("我的"),
      bot.dm("21 已完成"),
      bot.click("report", encodeReport({ taskId: 1 })),
    ]);
    expect(JSON.parse(answers[0] ?? "").text).toContain("未保存");
    await expect.poll(() => bot.slack.state.messages[0]?.text).toContain("未保存");
    await expect.poll(() => bot.slack.responses[0]?.text).toContain("未保存");
    const modal = await bot.submit({});
    expect(JSON.parse(modal)).toMatchObject({
      response_action: "errors",
      errors: { details: expect.stringContaining("未保存") },
    });
  });
});

describe("starting", () => {
  it("refuses a token Slack does not take", async () => {
    const slack = await FakeSlack.start();
    const start = createBoltApp(
      {
        botToken: "xoxb-wrong",
        apiUrl: slack.apiUrl,
        connection: { kind: "http", signingSecret: FAKE_SIGNING_SECRET, port: 0 },
      },
      {
        useCases: fakeUseCases({}),
        inbox: new MemoryInbox(),
        clock: { now: () => new Date(0), today: () => "2026-12-02" },
        secretaries: [],
        setDate: null,
        log: { info: () => {}, warn: () => {}, error: () => {} },
      },
    );
    await expect(start).rejects.toMatchObject({ code: "slack-token-rejected", details: { why: "invalid_auth" } });
    await slack.stop();
  });

  it("nothing that was logged or posted holds the token", async () => {
    bot.useCases.listUnits = async () => {
      throw new Error("boom");
    };
    await bot.command("单位");
    expect(bot.logged.join()).not.toContain(FAKE_BOT_TOKEN);
  });
});
