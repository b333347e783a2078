// The real Bolt app, from Slack's request to what the person sees. Use cases are plain objects.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBoltApp } from "../../../src/adapters/slack/bolt-app.ts";
import { checkToken } from "../../../src/adapters/slack/check-token.ts";
import { encodeHelpful, encodeProposal, encodeShowTask } from "../../../src/adapters/slack/ids.ts";
import { Refusal } from "../../../src/errors.ts";
import { FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET, FakeSlack } from "../../support/fake-slack.ts";
import { fakeUseCases } from "../../support/fake-use-cases.ts";
import { MemoryInbox } from "../../support/memory-inbox.ts";
import { CHANNEL, CONTACT, DM, SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";
import { emptyAgenda, noAnswer, proposal, recorded } from "../../support/slack-samples.ts";
import { agendaItem } from "./render/samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

describe("a slash command", () => {
  it("is answered for the asker alone", async () => {
    const asked = bot.gives("listMyTasks", []);
    expect(await bot.command("我的")).toBe("");
    expect(asked).toEqual([{ slackUser: CONTACT }]);
    expect(bot.slack.responses).toEqual([expect.objectContaining({ response_type: "ephemeral" })]);
  });

  it("that nobody knows says so; a question is answered", async () => {
    await bot.command("办了");
    expect(bot.slack.responses[0]?.text).toContain("没有「办了」这个指令");
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
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
    const proposed = bot.gives("proposeUpdate", [proposal]);
    await bot.command("进展 21 已开156个班，完成60%");
    expect(proposed).toEqual([
      expect.objectContaining({ author: CONTACT, text: "已开156个班，完成60%", taskRef: "21", thread: null }),
    ]);
    const confirmed = bot.gives("confirmUpdate", recorded);
    const redrawn = bot.gives("redrawDigests", undefined);
    await bot.click("confirm_update", encodeProposal({ proposalId: 7, taskId: 21 }));
    expect(confirmed).toEqual([{ proposalId: 7, taskId: 21, author: CONTACT }]);
    expect(bot.slack.responses.at(-1)).toMatchObject({ replace_original: true });
    expect(redrawn).toEqual([[1, 2]]);
  });

  it("延期 and 办结 become what one would write", async () => {
    const proposed = bot.gives("proposeUpdate", [proposal]);
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
  const fingerprint = "a".repeat(64);
  const unapproved = { fingerprint, approval: null, mayApprove: false };
  const agenda = { agenda: emptyAgenda, docx: new Uint8Array([80, 75, 3, 4]), ...unapproved };

  it("goes to the channel with its document, and is saved for a secretary", async () => {
    const compiled = bot.gives("compileAgenda", agenda);
    await bot.command("议程", SECRETARY);
    expect(compiled).toEqual([{ meetingId: "next", today: "2026-12-02", save: true, by: SECRETARY }]);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([CHANNEL, CHANNEL]);
    const [file] = [...bot.slack.state.files.values()].slice(-1);
    expect(file?.name).toBe("议程-2026-12-15.docx");
    expect(file?.bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("is approved by the chair's click, and says by whom in place of the button", async () => {
    const topics = {
      ...emptyAgenda,
      sections: [{ key: "coordination" as const, items: [agendaItem("关于补助兑现的汇报")], emptyReason: null }],
    };
    bot.gives("compileAgenda", { ...agenda, agenda: topics, mayApprove: true });
    const approval = { by: CONTACT, on: "2026-12-02" };
    const approved = bot.gives("approveAgenda", { ...agenda, agenda: topics, mayApprove: true, approval });
    await bot.command("议程", CONTACT);
    const [shown] = bot.slack.state.messages;
    expect(JSON.stringify(shown)).toContain("待会议主持人审定");
    await bot.click("approve_agenda", JSON.stringify({ meetingId: 1, fingerprint }));
    expect(approved).toEqual([{ meetingId: 1, fingerprint, today: "2026-12-02", by: CONTACT }]);
    const answer = JSON.stringify(bot.slack.responses.at(-1));
    expect(answer).toContain(`已由 <@${CONTACT}> 于12月2日审定`);
    expect(answer).not.toContain("approve_agenda");
  });

  it("goes to the asker where the bot is no member", async () => {
    bot.gives("compileAgenda", agenda);
    await bot.command("议程", CONTACT, "C0ELSEWHERE");
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM, DM]);
  });
});

describe("the ledger", () => {
  const ledger = { tasks: 3, whole: false, bytes: new Uint8Array([80, 75, 3, 4]) };

  it("goes into the direct messages of who asked, wherever it was", async () => {
    const asked = bot.gives("exportLedger", ledger);
    await bot.command("导出", CONTACT);
    await bot.command("导出 csv", CONTACT);
    expect(asked).toEqual([
      { format: "xlsx", by: CONTACT },
      { format: "csv", by: CONTACT },
    ]);
    const files = [...bot.slack.state.files.values()].slice(-2);
    expect(files.map((file) => file.name)).toEqual(["责任事项台账-2026-12-02.xlsx", "责任事项台账-2026-12-02.csv"]);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM, DM]);
    expect(JSON.stringify(bot.slack.responses)).toContain("已导出贵单位承担的 3 项");
  });

  it("is refused to everybody else with a word on what would work", async () => {
    bot.useCases.exportLedger = async () => {
      throw new Refusal("no-ledger");
    };
    await bot.command("导出", CONTACT);
    expect(JSON.stringify(bot.slack.responses)).toContain("未导出");
    expect(bot.slack.state.messages).toEqual([]);
  });
});

describe("elsewhere", () => {
  it("a mention in a channel is answered in its thread", async () => {
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
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
    bot.gives("viewHome", {
      today: "2026-12-02",
      office: null,
      own: null,
      both: false,
      nextMeeting: null,
      chair: false,
    });
    await bot.event({ type: "app_home_opened", tab: "home", user: CONTACT, channel: DM });
    expect(bot.slack.state.homes.has(CONTACT)).toBe(true);
  });

  it("a helpful answer is noted, a task is shown, an old button is refused", async () => {
    const noted = bot.gives("markHelpful", undefined);
    await bot.click("helpful_no", encodeHelpful({ questionId: 3 }));
    expect(noted).toEqual([{ questionId: 3, helpful: false }]);
    expect(bot.slack.state.messages.at(-1)?.text).toContain("已记录");
    bot.useCases.showTask = async ({ ref }) => {
      throw new Refusal("unknown-task", { ref });
    };
    await bot.click("show_task", encodeShowTask({ ref: "责任分工·21" }));
    expect(bot.slack.responses.at(-1)?.text).toContain("责任分工·21");
    await bot.click("confirm_update", "21");
    expect(bot.slack.responses.at(-1)?.text).toContain("已失效");
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

  it("waits for a Slack that is out of reach or in trouble, and does not call the token wrong", async () => {
    const slack = await FakeSlack.start();
    slack.fail("auth.test", { kind: "reset", lands: false }, { kind: "http-500", lands: false });
    const warned: string[] = [];
    const bot = await createBoltApp(
      {
        botToken: FAKE_BOT_TOKEN,
        apiUrl: slack.apiUrl,
        connection: { kind: "http", signingSecret: FAKE_SIGNING_SECRET, port: 0 },
      },
      {
        useCases: fakeUseCases({}),
        inbox: new MemoryInbox(),
        clock: { now: () => new Date(0), today: () => "2026-12-02" },
        secretaries: [],
        setDate: null,
        log: { info: () => {}, warn: (_, message) => void warned.push(message), error: () => {} },
      },
    );
    expect(bot.botUserId).toBe("U0BOT");
    expect(warned).toEqual(Array(2).fill("Slack cannot be reached; trying again"));
    await slack.stop();
  });

  it("the operator's check tells a Slack out of reach from a token it does not take", async () => {
    const slack = await FakeSlack.start();
    const check = (botToken: string) => checkToken({ botToken, apiUrl: slack.apiUrl }, []);
    await expect(check("xoxb-wrong")).rejects.toMatchObject({ code: "slack-token-rejected" });
    slack.fail("auth.test", { kind: "html", lands: false });
    await expect(check(FAKE_BOT_TOKEN)).rejects.toMatchObject({ code: "slack-unreachable" });
    await slack.stop();
    await expect(check(FAKE_BOT_TOKEN)).rejects.toMatchObject({ code: "slack-unreachable" });
  });

  it("nothing that was logged or posted holds the token", async () => {
    bot.useCases.listUnits = async () => {
      throw new Error("boom");
    };
    await bot.command("单位");
    expect(bot.logged.join()).not.toContain(FAKE_BOT_TOKEN);
  });
});
