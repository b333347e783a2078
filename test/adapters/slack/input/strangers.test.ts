// Who is of another organisation, told from the envelope alone; and what becomes of what they send.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isStranger } from "../../../../src/adapters/slack/input/strangers.ts";
import { SlackTestBot } from "../../../support/slack-bot.ts";
import { noAnswer } from "../../../support/slack-samples.ts";

const HOME = { teamId: "T0", enterpriseId: null };
const GRID = { teamId: "T0", enterpriseId: "E0" };

describe("a stranger", () => {
  it.each([
    ["a command of the own workspace", { command: "/lianxi", team_id: "T0" }, HOME, false],
    [
      "a click of a colleague",
      { type: "block_actions", team: { id: "T0" }, user: { id: "U1", team_id: "T0" } },
      HOME,
      false,
    ],
    [
      "a click from a shared channel",
      { type: "block_actions", team: { id: "T0" }, user: { id: "U1", team_id: "T9" } },
      HOME,
      true,
    ],
    [
      "a mention from a shared channel",
      { team_id: "T0", event: { type: "app_mention", user: "U1", user_team: "T9" } },
      HOME,
      true,
    ],
    [
      "a mention by a colleague",
      { team_id: "T0", event: { type: "app_mention", user: "U1", team: "T0" } },
      HOME,
      false,
    ],
    [
      "a home page that names nobody's workspace",
      { team_id: "T0", event: { type: "app_home_opened", user: "U1" } },
      HOME,
      false,
    ],
    [
      "another workspace of the same grid",
      { enterprise: { id: "E0" }, user: { id: "U1", team_id: "T5" } },
      GRID,
      false,
    ],
    ["another grid", { enterprise: { id: "E9" }, user: { id: "U1", team_id: "T5" } }, GRID, true],
  ])("%s", (_, body, home, stranger) => {
    expect(isStranger(body, home)).toBe(stranger);
  });
});

describe("what a stranger sends", () => {
  let bot: SlackTestBot;
  beforeAll(async () => {
    bot = await SlackTestBot.start();
  });
  beforeEach(() => bot.clear());
  afterAll(() => bot.stop());

  it("is refused in words, and reaches no use case", async () => {
    const asked = bot.gives("answerQuestion", { answer: noAnswer, questionId: 1 });
    await bot.event({
      type: "app_mention",
      user: "U9FOREIGN",
      user_team: "T9",
      channel: "C0LIANXI",
      text: "<@U0BOT> 订单班补助谁管",
      ts: "1.000001",
    });
    expect(asked).toEqual([]);
    const calls = JSON.stringify(bot.slack.state);
    expect(calls).toContain("仅供本单位 Slack 工作区的人员使用");
    expect(bot.logged).toEqual([]);
  });
});
