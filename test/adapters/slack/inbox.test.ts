// Every delivery takes effect once, or the person hears that it was not saved.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeReport } from "../../../src/adapters/slack/ids.ts";
import { CHANNEL, CONTACT, DM, SlackTestBot } from "../../support/slack-bot.ts";
import { noAnswer, proposal } from "../../support/slack-samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

describe("the inbox", () => {
  it("lets a delivery take effect once, however often it comes", async () => {
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
    const event = { type: "message", channel: DM, channel_type: "im", user: CONTACT, text: "垃圾分类谁管", ts: "18.1" };
    await Promise.all([bot.event(event, "Ev0SAME"), bot.event(event, "Ev0SAME")]);
    await bot.event(event, "Ev0SAME");
    expect(asked).toHaveLength(1);
  });

  it("keeps no tokens and no reply addresses", async () => {
    bot.gives("listMyTasks", []);
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

  it("finishes what an earlier run received and did not do", async () => {
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 3 });
    const message = {
      type: "message",
      channel: DM,
      channel_type: "im",
      user: CONTACT,
      text: "垃圾分类谁管",
      ts: "19.1",
    };
    await bot.inbox.receive({
      deliveryId: "Ev1",
      kind: "message",
      payload: { team_id: "T0", type: "event_callback", event: message },
    });
    await bot.inbox.receive({
      deliveryId: "t1",
      kind: "command",
      payload: { command: "/lianxi", user_id: CONTACT, channel_id: CHANNEL, text: "会议 2026-12-16" },
    });
    await bot.restart();
    expect(asked).toHaveLength(1);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM, DM]);
    expect(bot.slack.state.messages[1]?.text).toContain("未能确认完成");
    await bot.restart();
    expect(asked).toHaveLength(1);
  });

  it("does again what is known by its source key: a command keeps the one of its trigger, its answer comes as a message", async () => {
    const proposed = bot.gives("proposeUpdate", [proposal]);
    await bot.inbox.receive({
      deliveryId: "trigger77",
      kind: "command",
      payload: { command: "/lianxi", user_id: CONTACT, channel_id: CHANNEL, text: "进展 21 完成60%" },
    });
    await bot.restart();
    expect(proposed).toMatchObject([{ author: CONTACT, sourceKey: "command:trigger77" }]);
    expect(bot.slack.state.messages.map((one) => one.channel)).toEqual([DM]);
    await bot.restart();
    expect(proposed).toHaveLength(1);
  });

  it("lets what is in hand finish before it stops, and takes nothing more", async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let began = false;
    bot.useCases.listMyTasks = async () => {
      began = true;
      await held;
      return [];
    };
    const command = bot.command("我的");
    await expect.poll(() => began).toBe(true);
    const stopping = bot.restart();
    finish();
    await Promise.all([stopping, command]);
    expect(bot.slack.responses).toHaveLength(1);
  });
});
