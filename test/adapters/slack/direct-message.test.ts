// What is written to the bot. The documents sent to it are in review.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../../src/errors.ts";
import { CHANNEL, CONTACT, DM, SlackTestBot } from "../../support/slack-bot.ts";
import { noAnswer, proposal } from "../../support/slack-samples.ts";

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
    const proposed = bot.gives("proposeUpdate", [proposal]);
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
