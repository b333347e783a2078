// Each person is answered in the language they chose, through the real Bolt app; the same digest goes out in two languages.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION, encodeLanguage } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import type { UseCases } from "../../src/app/use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { openTestDatabase } from "../support/database.ts";
import { FAKE_BOT_TOKEN } from "../support/fake-slack.ts";
import { testClock } from "../support/office.ts";
import { CHANNEL, CONTACT, DM, SECRETARY, SlackTestBot } from "../support/slack-bot.ts";

const TODAY = "2026-12-11";
const OTHER = "U0JIAOYU";

describe("the language each person reads", () => {
  let bot: SlackTestBot;
  let database: Database;
  let useCases: UseCases;

  beforeAll(async () => {
    bot = await SlackTestBot.start();
    bot.slack.state.users.push({ id: OTHER, name: "jiaoyu", realName: "市教育局联络员" });
    database = await openTestDatabase();
    const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
    const stores = storesOn(database, async () => 0);
    useCases = bindUseCases({
      ...toolsOf(readConfig({})),
      ...stores,
      clock: testClock(TODAY),
      secretaries: [SECRETARY],
      messenger: createMessenger({ ...slack, pace: 0, languageOf: stores.languageStore.find }),
      directory: createDirectory(slack),
    });
    bot.useCases = useCases;
    const bytes = new Uint8Array(readFileSync(new URL("../../examples/责任分工.txt", import.meta.url)));
    await useCases.importDocument({ fileName: "责任分工.txt", bytes, by: SECRETARY });
    await bot.command(`联络员 市民政局 <@${CONTACT}>`, SECRETARY);
    for (const unit of ["市财政局", "市卫生健康委", "市人力资源社会保障局"]) {
      await bot.command(`联络员 ${unit} <@${OTHER}>`, SECRETARY);
    }
    await bot.command("会议 2027-01-27", SECRETARY);
  });
  afterAll(async () => {
    await bot.stop();
    await database.close();
  });

  const reply = () => JSON.stringify(bot.slack.responses.at(-1) ?? "");
  const lastIn = (channel: string) =>
    JSON.stringify(bot.slack.state.messages.filter((m) => m.channel === channel).at(-1));

  it("is the office's until they choose; what can be chosen is shown with buttons", async () => {
    await bot.command("语言");
    expect(reply()).toContain("您尚未选择语言");
    for (const name of ["简体中文", "English", "繁体中文"]) expect(reply()).toContain(name);
    await bot.command("语言 法文");
    expect(reply()).toContain("没有「法文」这种语言");
    expect(await database.prisma.person.count()).toBe(0);
  });

  it("is chosen by a word, for commands, refusals and help alike, and by nobody for anybody else", async () => {
    await bot.command("language en");
    expect(reply()).toContain("Changed to English");
    await bot.command("mine");
    expect(reply()).toContain("tasks: ");
    await bot.command("show 9999");
    expect(reply()).toContain("Not saved: there is no task 9999");
    await bot.command("meeting 2027-01-27");
    expect(reply()).toContain("this is for the office to do");
    await bot.command("help");
    expect(reply()).toContain("/lianxi show 21");
    await bot.command("extend 1");
    expect(reply()).toContain("/lianxi extend 21 2026-12-20");
    await bot.command("我的", OTHER);
    expect(reply()).toMatch(/共 \d+ 项/);
  });

  it("the home page and a channel: one's own, and the office's", async () => {
    await bot.event({ type: "app_home_opened", user: CONTACT, tab: "home" });
    expect(JSON.stringify(bot.slack.state.homes.get(CONTACT))).toContain("Send “/lianxi help”");
    await bot.event({
      type: "app_mention",
      channel: CHANNEL,
      user: CONTACT,
      text: "<@U0LIANXI> 垃圾分类谁管",
      ts: "1700000500.000100",
    });
    expect(lastIn(CHANNEL)).toContain("台账中没有");
  });

  it("the same day's digests go out in the language of each who gets them, and are redrawn in it", async () => {
    await useCases.planDay({ date: TODAY, dryRun: false });
    const digests = await database.prisma.digest.findMany({ where: { slackUser: { in: [CONTACT, OTHER] } } });
    expect(digests).toHaveLength(2);
    for (const { id } of digests) await useCases.deliverDigest(id);
    expect(lastIn(DM)).toMatch(/Please (?:report|reply|complete)/);
    const otherDm = `D${OTHER.slice(1)}`;
    expect(lastIn(otherDm)).toMatch(/请于|请贵单位/);
    expect(lastIn(otherDm)).not.toContain("Please");
    await useCases.redrawDigests(digests.map(({ id }) => id));
    expect(lastIn(DM)).toMatch(/Please (?:report|reply|complete)/);
    expect(lastIn(otherDm)).toMatch(/请于|请贵单位/);
  });

  it("an extension asked for in English comes to the secretary in Chinese, and its decision back in English", async () => {
    await bot.command("extend 1 2027-03-31 rain");
    const value = /"action_id":"confirm_update","value":"((?:[^"\\]|\\.)*)"/.exec(reply())?.[1] ?? "";
    await bot.click(ACTION.confirmUpdate, JSON.parse(`"${value}"`));
    expect(reply()).toContain("The extension request (to");
    expect(reply()).toContain("Received: *1 ");
    const card = lastIn(`D${SECRETARY.slice(1)}`);
    expect(card).toContain("请审核延期申请");
    await bot.command("申请 1 同意", SECRETARY);
    expect(reply()).toContain("已同意延期");
    expect(lastIn(DM)).toContain("Your unit's extension request was approved");
  });

  it("Traditional Chinese is chosen by a click, and typed as well as read", async () => {
    await bot.click(ACTION["language-zh-Hant"], encodeLanguage({ language: "zh-Hant" }));
    expect(reply()).toContain("您現在使用的語言：繁體中文");
    await bot.command("進展");
    expect(JSON.stringify(bot.slack.state.views.at(-1))).toContain("報送進展");
    await bot.command("查看 9999");
    expect(reply()).toContain("發送「/lianxi 我的」可查看貴單位的事項");
    await bot.command("語言 英文");
    expect(reply()).toContain("Changed to English");
    const events = await database.prisma.auditEvent.findMany({ where: { action: "person.language" } });
    expect(events.map((event) => event.after)).toEqual([
      { language: "en" },
      { language: "zh-Hant" },
      { language: "en" },
    ]);
  });
});
