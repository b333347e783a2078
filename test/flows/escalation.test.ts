// A silent unit over simulated weeks, through the real Bolt app, stores, queue and messenger: who is told when, and never twice a day.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDigestQueue, type DigestQueue } from "../../src/adapters/jobs/queue.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import type { UseCases } from "../../src/app/use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { addDays } from "../../src/domain/calendar.ts";
import { openTestDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";
import { weekdays } from "../support/facts.ts";
import { FAKE_BOT_TOKEN } from "../support/fake-slack.ts";
import { testClock } from "../support/office.ts";
import { SECRETARY, SlackTestBot } from "../support/slack-bot.ts";

/** 市教育局 has all three, 市财政局 a contact alone; 老赵 is nobody's contact. */
const PEOPLE = {
  UJIAO: "教育王",
  UJIAOFU: "教育李",
  UJIAOTOU: "教育张",
  UCAI: "财政陈",
  UZHAO: "老赵",
} as const;

const due = { kind: "by" as const, due: "2026-12-09", everyMonths: null, day: null, text: "" };

describe("a unit that stays silent", () => {
  let bot: SlackTestBot;
  let database: Database;
  let queue: DigestQueue;
  let useCases: UseCases;
  const clock = testClock("2026-11-23");

  beforeAll(async () => {
    bot = await SlackTestBot.start();
    bot.slack.state.users.push(
      ...Object.entries(PEOPLE).map(([id, realName]) => ({ id, name: id.toLowerCase(), realName })),
      { id: "UBOT", name: "robot", realName: "机器人", isBot: true },
      { id: "UGUEST", name: "guest", realName: "访客", isGuest: true },
    );
    database = await openTestDatabase();
    queue = createDigestQueue(database, () => undefined);
    await queue.start();
    const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
    const stores = storesOn(database, queue.enqueue, () => clock.today());
    useCases = bindUseCases({
      ...toolsOf(readConfig({})),
      ...stores,
      calendar: weekdays,
      clock,
      secretaries: [SECRETARY],
      messenger: createMessenger({ ...slack, pace: 0 }),
      directory: createDirectory(slack),
    });
    bot.useCases = useCases;
    await queue.work(useCases.deliverDigest);
    const draft = aDraft("责任分工", [
      aDraftTask("1", ["市教育局"], ["市财政局"], { deadlines: [due] }),
      aDraftTask("2", ["市教育局"], [], { deadlines: [due] }),
    ]);
    await stores.registerStore.saveDocument({ draft, sha256: "a".repeat(64), fileName: "责任分工.txt", by: SECRETARY });
    await bot.command("联络员 市教育局 <@UJIAO>", SECRETARY);
    await bot.command("联络员 市教育局 <@UJIAOFU> 副", SECRETARY);
    await bot.command("联络员 市教育局 <@UJIAOTOU> 负责人", SECRETARY);
    await bot.command("联络员 市财政局 <@UCAI>", SECRETARY);
  });

  afterAll(async () => {
    await queue.stop();
    await bot.stop();
    await database.close();
  });

  const lastReply = () => JSON.stringify(bot.slack.responses.at(-1));
  const nameOf = (channel: string) =>
    channel === `D${SECRETARY.slice(1)}`
      ? "联席办"
      : (PEOPLE[`U${channel.slice(1)}` as keyof typeof PEOPLE] ?? channel);
  const inDm = (user: keyof typeof PEOPLE) => bot.slack.state.messages.filter((m) => m.channel === `D${user.slice(1)}`);

  /** What the unit itself is asked is another test's. */
  /** Receipt is asked in the same line, until somebody has given it. */
  const inShort = (text: string) => (/^(?:请签收 \d+ 项；)?催办/.test(text) ? "催办" : text);

  /** What went out that day: who got it, and its first line. A second tick of the day adds nothing. */
  async function day(date: string): Promise<string[]> {
    clock.date = date;
    const before = bot.slack.state.messages.length;
    await useCases.planDay({ date, dryRun: false });
    await useCases.planDay({ date, dryRun: false });
    const waiting = { where: { state: { in: ["pending", "sending"] as ("pending" | "sending")[] } } };
    await until(async () => (await database.prisma.digest.count(waiting)) === 0);
    const sent = bot.slack.state.messages.slice(before).map((m) => `${nameOf(m.channel)}：${inShort(m.text)}`);
    const people = sent.map((one) => one.split("：")[0]);
    expect(people, `one digest per person on ${date}`).toHaveLength(new Set(people).size);
    return sent.sort();
  }

  it("before the due date only those who must report are asked", async () => {
    const all: string[] = [];
    for (const date of weekdaysFrom("2026-11-23", "2026-12-02")) all.push(...(await day(date)));
    expect(new Set(all.map((one) => one.split("：")[0]))).toEqual(new Set(["教育王", "财政陈"]));
  });

  it("a supporting unit with a contact alone: the lead unit hears of it at once, then the office, then the agenda", async () => {
    expect(await day("2026-12-03")).toEqual(["教育王：尚未收到市财政局对1 事项1的反馈，请予联系", "财政陈：催办"]);
    expect((await day("2026-12-04")).filter((one) => !one.startsWith("教育王"))).toEqual([]);
    expect(await day("2026-12-07")).toContain("联席办：1 个单位的 1 项进展经逐级提醒尚未收到，请予处理");
    await day("2026-12-08");
    expect(await day("2026-12-09")).toContain("联席办：1 个单位的 1 项进展经逐级提醒尚未收到，请予处理");
  });

  it("a lead unit climbs from its contact to the deputy and the head, who hear what comes next", async () => {
    expect(await day("2026-12-10")).toEqual(["教育王：催办"]);
    expect(await day("2026-12-11")).toEqual(["教育李：尚未收到贵单位 2 项进展，请督促报送"]);
    const preview = await useCases.planDay({ date: "2026-12-14", dryRun: true });
    expect(preview.escalations?.map((one) => [one.rung, one.slackUser])).toEqual([
      ["head", "UJIAOTOU"],
      ["head", "UJIAOTOU"],
    ]);
    expect(await day("2026-12-12")).toEqual([]);
    expect(await day("2026-12-14")).toEqual(["教育张：尚未收到贵单位 2 项进展，请督促报送", "教育王：催办"]);
    const [told] = inDm("UJIAOTOU");
    expect(JSON.stringify(told?.blocks)).toContain("尚未收到市教育局进展，已逾期 3 个工作日，抄送负责人");
    expect(JSON.stringify(told?.blocks)).toContain("仍未收到的，12月16日（周三）报联席办");
  });

  it("the secretary stops one escalation with a reason, nobody else and not without one", async () => {
    for (const [text, by, expected] of [
      ["提醒 停止升级 2 市教育局 已电话说明", "UJIAO", "由联席办办理"],
      ["提醒 停止升级 2 市教育局", SECRETARY, "请写明原因"],
      ["提醒 停止升级 2 市财政局 已电话说明", SECRETARY, "不承担"],
      ["提醒 停止升级 99 市教育局 已电话说明", SECRETARY, "第 99 项不存在"],
      ["提醒 停止升级 市教育局", SECRETARY, "缺少事项编号"],
      ["提醒 恢复升级 2 市教育局", SECRETARY, "没有停止"],
      ["提醒 停止升级 2 市教育局 已电话说明", SECRETARY, "已停止升级：2 事项2 市教育局"],
      ["提醒 停止升级 2 市教育局 已电话说明", SECRETARY, "此前已停止"],
    ] as const) {
      await bot.command(text, by);
      expect(lastReply(), text).toContain(expected);
    }
    const preview = await useCases.planDay({ date: "2026-12-16", dryRun: true });
    expect(preview.skipped).toContainEqual(
      expect.objectContaining({
        reason: { code: "escalation-stopped", params: { unit: "市教育局", why: "已电话说明" } },
      }),
    );
  });

  it("who is away is stood in for: refused what cannot be, then the substitute is asked and may report", async () => {
    for (const [text, by, expected] of [
      ["请假", "UCAI", "目前没有登记的请假"],
      ["请假 12月15日至12月31日 由 <@UZHAO> 代理", "UZHAO", "不是任何单位的联络员"],
      ["请假 12月1日 由 <@UZHAO> 代理", "UCAI", "没有读懂"],
      ["请假 2026-12-01至2026-12-04", "UCAI", "已过"],
      ["请假 12月31日至12月15日", "UCAI", "晚于"],
      ["请假 12月15日至12月31日 由 <@UCAI> 代理", "UCAI", "不能代理本人"],
      ["请假 12月15日至12月31日 由 <@UBOT> 代理", "UCAI", "是应用"],
      ["请假 12月15日至12月31日 由 <@UGUEST> 代理", "UCAI", "访客"],
      ["请假 12月15日至12月31日 由 @谁也不是 代理", "UCAI", "没有找到"],
      ["联络员 市财政局 请假 12月15日至12月31日", "UCAI", "由联席办办理"],
      ["联络员 市财政局 请假 12月15日至12月31日", SECRETARY, "提醒将发给联席办"],
      ["请假 取消", "UCAI", "已取消财政陈的请假"],
      ["请假 取消", "UCAI", "没有登记的请假"],
      ["进展 1 推进中50%", "UZHAO", "不是"],
      ["请假 12月15日至12月31日 由 <@UZHAO> 代理", "UCAI", "期间提醒发给老赵"],
    ] as const) {
      await bot.command(text, by);
      expect(lastReply(), text).toContain(expected);
    }
    clock.date = "2026-12-15";
    await bot.command("请假", "UCAI");
    expect(lastReply()).toContain("12月15日（周二）至12月31日（周四）请假");
    await bot.command("单位 市财政局", SECRETARY);
    expect(lastReply()).toContain("财政陈（12月15日至12月31日请假，老赵代理）");
    const sent = await day("2026-12-16");
    expect(JSON.stringify(inDm("UZHAO").at(-1)?.blocks)).toContain("代市财政局财政陈答复");
    expect(sent).toContain("老赵：催办");
    expect(sent).toContain("联席办：1 个单位的 1 项进展经逐级提醒尚未收到，请予处理");
    expect(sent.filter((one) => one.startsWith("财政陈"))).toEqual([]);
    await bot.command("我的", "UZHAO");
    expect(lastReply()).toContain("事项1");
    await bot.command("进展 1 推进中50%", "UZHAO");
    await confirmLast("UZHAO");
    expect(await database.prisma.statusUpdate.findMany({ include: { unit: true } })).toMatchObject([
      { author: "UZHAO", percent: 50, unit: { name: "市财政局" } },
    ]);
  });

  it("resumed after days without a tick, the newest rung alone is told; a unit that answered climbs no more", async () => {
    await bot.command("提醒 恢复升级 2 市教育局", SECRETARY);
    expect(lastReply()).toContain("已恢复升级");
    await bot.command("进展 1 推进中70%", "UJIAO");
    await confirmLast("UJIAO");
    clock.date = "2026-12-22";
    const preview = await useCases.planDay({ date: "2026-12-22", dryRun: true });
    expect(preview.escalations?.map((one) => [one.rung, one.reminder.role])).toEqual([["agenda", "lead"]]);
    expect(await day("2026-12-22")).toContain("联席办：1 个单位的 1 项进展经逐级提醒尚未收到，请予处理");
    const rungs = await database.prisma.reminder.findMany({
      where: { level: { gt: 0 } },
      include: { occurrence: { include: { task: true } }, unit: true },
      orderBy: { id: "asc" },
    });
    const levels = Map.groupBy(rungs, (one) => `${one.occurrence.task.ref} ${one.unit.name}`);
    expect(Object.fromEntries([...levels].map(([whose, all]) => [whose, all.map((one) => one.level)]))).toEqual({
      "1 市财政局": [3, 4, 5],
      "1 市教育局": [1, 2, 4],
      "2 市教育局": [1, 2, 5],
    });
  });

  it("a contact is relieved, and it is said who is asked from then on", async () => {
    for (const [text, by, expected] of [
      ["联络员 市教育局 撤销 <@UJIAO>", "UJIAO", "由联席办办理"],
      ["联络员 市教育局 撤销", SECRETARY, "缺少人员"],
      ["联络员 市教育局 撤销 @老赵", SECRETARY, "不是市教育局的联络员（现有：教育王、教育李、教育张）"],
      ["联络员 市教育局 撤销 <@UJIAO>", SECRETARY, "今后的提醒发给教育李"],
      ["联络员 市财政局 撤销 财政陈", SECRETARY, "今后的提醒将发给联席办"],
      ["联络员 市财政局 撤销 财政陈", SECRETARY, "没有联络员"],
      ["联络员 市财政局 <@UGUEST>", SECRETARY, "访客"],
      ["联络员 市财政局 <@UBOT>", SECRETARY, "是应用"],
    ] as const) {
      await bot.command(text, by);
      expect(lastReply(), text).toContain(expected);
    }
  });

  async function confirmLast(user: string): Promise<void> {
    const value = /"action_id":"[^"]*confirm[^"]*","value":"((?:[^"\\]|\\.)*)"/i.exec(lastReply())?.[1];
    if (value === undefined) throw new Error(`nothing to confirm in ${lastReply()}`);
    await bot.click(ACTION.confirmUpdate, JSON.parse(`"${value}"`), { user: { id: user } });
  }
});

function weekdaysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days.filter((date) => weekdays.isWorkingDay(date));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error("it did not come to pass within 20 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
