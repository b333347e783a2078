// 提醒 状态 and 提醒 日历 through the real Bolt app: who asked for which day, and what comes back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACTION, encodeStatusPage } from "../../../src/adapters/slack/ids.ts";
import { Refusal } from "../../../src/errors.ts";
import { SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";
import { forecast, row, status } from "./render/overview-samples.ts";
import { times } from "./render/samples.ts";

describe("seeing the reminders", () => {
  let bot: SlackTestBot;
  beforeAll(async () => {
    bot = await SlackTestBot.start();
  });
  afterAll(() => bot.stop());
  beforeEach(() => bot.clear());

  const lastReply = () => JSON.stringify(bot.slack.responses.at(-1));
  const many = status(
    {},
    times(30, (i) => row({ digestId: i + 1, person: `联络员${i + 1}` })),
  );

  it("today's status, that of a day gone by, and its second page", async () => {
    const asked = bot.gives("showReminderStatus", many);
    await bot.command("提醒 状态", SECRETARY);
    expect(lastReply()).toContain("计划 30 份，已发 30 份");
    await bot.command("提醒 状态 11月20日", SECRETARY);
    await bot.command("提醒 状态 11月20日 第2页", SECRETARY);
    expect(lastReply()).toContain("第 2/2 页");
    expect(lastReply()).toContain("联络员21");
    expect(asked).toEqual([
      { date: "2026-12-02", by: SECRETARY },
      { date: "2026-11-20", by: SECRETARY },
      { date: "2026-11-20", by: SECRETARY },
    ]);
  });

  it("a click opens the next page", async () => {
    const asked = bot.gives("showReminderStatus", many);
    const more = { user: { id: SECRETARY } };
    await bot.click(ACTION.statusPage, encodeStatusPage({ date: "2026-12-02", page: 2 }), more);
    expect(asked).toEqual([{ date: "2026-12-02", by: SECRETARY }]);
    expect(JSON.stringify(bot.slack.state.messages.at(-1) ?? bot.slack.responses.at(-1))).toContain("第 2/2 页");
  });

  it("the coming eight weeks", async () => {
    const asked = bot.gives("forecastReminders", forecast(8));
    await bot.command("提醒 日历", SECRETARY);
    expect(asked).toEqual([{ from: "2026-12-02", to: "2027-01-26", by: SECRETARY }]);
    expect(lastReply()).toContain("提醒日历");
  });

  it("a contact hears that it is the office's; a day that is none is refused", async () => {
    const denied = async () => {
      throw new Refusal("not-secretary");
    };
    bot.useCases = { showReminderStatus: denied, forecastReminders: denied };
    for (const text of ["提醒 状态", "提醒 日历"]) {
      await bot.command(text);
      expect(lastReply()).toContain("联席办");
    }
    await bot.command("提醒 状态 13月1日", SECRETARY);
    expect(lastReply()).toContain("13月1日");
  });
});
