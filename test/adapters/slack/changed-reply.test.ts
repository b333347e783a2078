// Edited and deleted replies: nothing unconfirmed survives them, nothing confirmed is lost, and both versions are in the inbox.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONTACT, DM, SlackTestBot } from "../../support/slack-bot.ts";
import { proposal } from "../../support/slack-samples.ts";

const TS = "1700000500.000100";
const WAS = { user: CONTACT, ts: TS, text: "21 完成60%" };

describe("a reply that is changed in Slack", () => {
  let bot: SlackTestBot;
  beforeAll(async () => {
    bot = await SlackTestBot.start();
  });
  beforeEach(() => bot.clear());
  afterAll(() => bot.stop());

  const edited = (text: string, more: object = {}) =>
    bot.event({
      type: "message",
      subtype: "message_changed",
      channel: DM,
      channel_type: "im",
      event_ts: "1700000600.000100",
      message: { ...WAS, text, ...more },
      previous_message: { ...WAS, ...more },
    });
  const deleted = () =>
    bot.event({
      type: "message",
      subtype: "message_deleted",
      channel: DM,
      channel_type: "im",
      deleted_ts: TS,
      previous_message: WAS,
    });
  const said = () => bot.slack.state.messages.map((message) => message.text);

  it("before it was confirmed is read anew; what was shown back counts no more", async () => {
    const withdrawn = bot.gives("withdrawProposals", { withdrawn: 1, recorded: 0 });
    const proposed = bot.gives("proposeUpdate", [proposal]);
    await edited("21 完成80%");
    expect(withdrawn).toEqual([{ sourceKey: `message:${DM}:${TS}`, author: CONTACT }]);
    expect(proposed).toMatchObject([
      { author: CONTACT, taskRef: "21", text: "完成80%", sourceKey: `message:${DM}:${TS}:1700000600.000100` },
    ]);
    expect(said()).toHaveLength(1);
    const [stored] = [...bot.inbox.deliveries.values()];
    expect(JSON.stringify(stored?.payload)).toMatch(/60%.*80%|80%.*60%/);
  });

  it("after it was confirmed stays as it was recorded, and a correction is offered", async () => {
    bot.gives("withdrawProposals", { withdrawn: 0, recorded: 1 });
    const proposed = bot.gives("proposeUpdate", [proposal]);
    await edited("21 完成80%");
    expect(said()[0]).toContain("已记录的进展不变");
    expect(said()).toHaveLength(2);
    expect(proposed).toHaveLength(1);
  });

  it("by deleting it is withdrawn, or stays where it was confirmed, and says which", async () => {
    bot.gives("withdrawProposals", { withdrawn: 1, recorded: 0 });
    await deleted();
    bot.gives("withdrawProposals", { withdrawn: 0, recorded: 1 });
    await deleted();
    expect(said()).toEqual([expect.stringContaining("未记录进展"), expect.stringContaining("已记录的进展不变")]);
  });

  it("and was no progress is left alone: a question is not answered again", async () => {
    bot.gives("withdrawProposals", { withdrawn: 0, recorded: 0 });
    await edited("垃圾分类谁管？");
    expect(said()).toEqual([]);
  });

  it("by a preview that Slack adds, and messages of bots, are nobody's change", async () => {
    const withdrawn = bot.gives("withdrawProposals", { withdrawn: 1, recorded: 0 });
    await edited(WAS.text);
    await edited("别的", { bot_id: "B0BOT" });
    expect(withdrawn).toEqual([]);
    expect(bot.inbox.deliveries.size).toBe(0);
  });
});
