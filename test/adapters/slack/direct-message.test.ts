// What is written to the bot, and the documents sent to it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeApplyImport } from "../../../src/adapters/slack/ids.ts";
import { Refusal } from "../../../src/errors.ts";
import { CHANNEL, CONTACT, DM, SlackTestBot } from "../../support/slack-bot.ts";
import { noAnswer, proposal, review } from "../../support/slack-samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

describe("a direct message", () => {
  it("is a question", async () => {
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
    await bot.dm("垃圾分类谁管");
    expect(asked).toEqual([{ text: "垃圾分类谁管", asker: CONTACT }]);
    expect(bot.slack.state.messages).toMatchObject([{ channel: DM }]);
  });

  it("or a command in plain words", async () => {
    bot.gives("listMyTasks", []);
    await bot.dm("我的");
    expect(bot.slack.state.messages).toHaveLength(1);
  });

  it("in the thread of a digest is progress, with a link as evidence", async () => {
    const proposed = bot.gives("proposeUpdate", proposal);
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
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
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
    const reviewed = bot.gives("reviewDocument", review);
    const file = bot.slack.state.addFile("分工.txt", Buffer.from("一、市教育局牵头"));
    await bot.dm("", { subtype: "file_share", files: [file] });
    expect(reviewed).toMatchObject([{ fileName: "分工.txt" }]);

    const imported = bot.gives("importDocument", { title: "示例", tasks: 1, unitsCreated: 1, unitsWithoutContact: [] });
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
    const reviewed = bot.gives("reviewDocument", review);
    await bot.command("导入");
    expect(reviewed).toHaveLength(1);
  });
});
