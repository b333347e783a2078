// Receipt through the real Bolt app: accepted in one click, handed back with a reason, decided by one of two secretaries, put on
// the agenda, given to another unit; and the clicks that come twice, late or from somebody else.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION, NOT_MINE_FIELD } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import type { UseCases } from "../../src/app/use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { openTestDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";
import { weekdays } from "../support/facts.ts";
import { FAKE_BOT_TOKEN } from "../support/fake-slack.ts";
import { testClock } from "../support/office.ts";
import { SECRETARY, SlackTestBot } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";
const SECOND = "U0MISHU";
const STRANGER = "U0ZHUFANG";
const dmOf = (user: string) => `D${user.slice(1)}`;

describe("a task is accepted or handed back", () => {
  let bot: SlackTestBot;
  let database: Database;
  let useCases: UseCases;

  beforeAll(async () => {
    bot = await SlackTestBot.start();
    for (const [id, realName] of [
      ["UE", "李四"],
      ["UD", "张三"],
      ["UF", "王五"],
      ["UK", "赵六"],
      [SECOND, "联席办副秘书"],
      [STRANGER, "路人"],
    ] as const) {
      bot.slack.state.users.push({ id, name: id.toLowerCase(), realName });
    }
    database = await openTestDatabase();
    const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
    const stores = storesOn(database, async () => 0);
    const clock = testClock(TODAY);
    useCases = bindUseCases({
      ...toolsOf(readConfig({})),
      ...stores,
      clock,
      calendar: weekdays,
      secretaries: [SECRETARY, SECOND],
      messenger: createMessenger({ ...slack, pace: 0 }),
      directory: createDirectory(slack),
    });
    bot.useCases = useCases;
    const draft = aDraft("责任分工", [
      aDraftTask("1", ["市教育局"], ["市财政局"]),
      aDraftTask("2", ["市教育局"]),
      aDraftTask("3", ["市科技局"]),
    ]);
    await stores.registerStore.saveDocument({ draft, sha256: "a", fileName: "责任分工.txt", by: SECRETARY });
    for (const [unit, user, role] of [
      ["市教育局", "UE", ""],
      ["市教育局", "UD", " 副"],
      ["市财政局", "UF", ""],
      ["市科技局", "UK", ""],
    ]) {
      await bot.command(`联络员 ${unit} <@${user}>${role}`, SECRETARY);
    }
    await setMeeting(
      { ...stores, calendar: weekdays, clock: testClock("2026-11-23"), secretaries: [SECRETARY] },
      { date: "2026-12-23", by: SECRETARY },
    );
    await useCases.tickDay({ date: TODAY, occasion: "day" });
    await deliver();
  });
  afterAll(async () => {
    await bot.stop();
    await database.close();
  });

  async function deliver(): Promise<void> {
    const waiting = await database.prisma.digest.findMany({ where: { state: "pending" }, orderBy: { id: "asc" } });
    for (const { id } of waiting) await useCases.deliverDigest(id);
  }
  const inDm = (user: string) => bot.slack.state.messages.filter((m) => m.channel === dmOf(user));
  const said = (message: object | undefined) => JSON.stringify(message ?? "");
  const lastReply = () => said(bot.slack.responses.at(-1));
  const buttonsOf = (message: object | undefined) =>
    [...said(message).matchAll(/"type":"button","text":\{"type":"plain_text","text":"([^"]*)"/g)].map(
      ([, label]) => label,
    );
  const valueIn = (message: object | undefined, actionId: string): string => {
    const found = new RegExp(`"action_id":"${actionId}","value":("(?:[^"\\\\]|\\\\.)*")`).exec(said(message));
    if (!found) throw new Error(`no button ${actionId} in ${said(message)}`);
    return JSON.parse(found[1] ?? '""') as string;
  };
  const press = (actionId: string, value: string, by: string) =>
    bot.click(actionId, value, { user: { id: by }, channel: { id: dmOf(by) } });
  const page = async (ref: string) => {
    await bot.command(`查看 ${ref}`, SECRETARY);
    return lastReply();
  };
  const dutyItems = async () => {
    const { agenda } = await useCases.compileAgenda({ meetingId: "next", today: TODAY, save: false, by: SECRETARY });
    const items = agenda.sections.find((one) => one.key === "coordination")?.items ?? [];
    return items.filter((one) => one.topic.endsWith("承办单位的确定"));
  };
  let acceptAllValue = "";

  it("the first message asks for it: 签收 comes first, beside it the way to hand it back", () => {
    const [several] = inDm("UE");
    expect(buttonsOf(several)[0]).toBe("全部签收");
    expect(said(several)).toContain("*请签收 2 项；请于");
    expect(said(several)).not.toContain("*请签收*");
    const [one] = inDm("UF");
    expect(said(one)).toContain("*请签收*");
    expect(buttonsOf(one)).toEqual(["签收", "反馈", "不属本单位职责", "查看事项"]);
    acceptAllValue = valueIn(several, ACTION.acceptAll);
  });

  it("全部签收 is one click, of the reader alone, and counts once", async () => {
    await press(ACTION.acceptAll, acceptAllValue, "UF");
    expect(lastReply()).toContain("没有待签收的事项");
    expect(await database.prisma.reminderResponse.count()).toBe(0);
    await press(ACTION.acceptAll, acceptAllValue, "UE");
    expect(await database.prisma.reminderResponse.count({ where: { kind: "accepted" } })).toBe(2);
    expect(said(inDm("UE")[0])).not.toContain("请签收");
    expect(inDm("UE")).toHaveLength(1);
    await press(ACTION.acceptAll, acceptAllValue, "UE");
    expect(lastReply()).toContain("没有待签收的事项");
    expect(await database.prisma.reminderResponse.count()).toBe(2);
    expect(await page("1")).toContain("签收 1/2，未签收：市财政局");
  });

  it("a stranger is told whose task it is; words that come late are told who was first", async () => {
    await press(ACTION.respondAccept, valueIn(inDm("UF")[0], ACTION.respondAccept), STRANGER);
    expect(lastReply()).toContain("由市教育局、市财政局答复");
    await bot.command("签收 1", "UD");
    expect(lastReply()).toContain("已由李四于");
  });

  it("handing back needs a reason, and goes to both secretaries as a card", async () => {
    await press(ACTION.respondNotMine, valueIn(inDm("UF")[0], ACTION.respondNotMine), "UF");
    const reason = (value: string, viewId: string) =>
      bot.submit({ [NOT_MINE_FIELD]: { [NOT_MINE_FIELD]: { value } } }, viewId, "UF");
    expect(await reason(" ", "V1")).toContain("errors");
    expect(await database.prisma.reminderResponse.count({ where: { kind: "not_mine" } })).toBe(0);
    await reason("应由市科技局办理", "V2");
    await deliver();
    for (const user of [SECRETARY, SECOND]) {
      expect(said(inDm(user).at(-1))).toContain("应由市科技局办理");
      expect(buttonsOf(inDm(user).at(-1)).slice(0, 2)).toEqual(["仍请办理", "交由他单位"]);
    }
    expect(said(inDm("UF")[0])).toContain("待联席办核定");
    await bot.command("申请", SECRETARY);
    expect(lastReply()).toContain("职责异议待核定 1 件");
    expect(lastReply()).toContain("市财政局于12月2日反映不属本单位职责");
    expect(buttonsOf(bot.slack.responses.at(-1)).slice(0, 2)).toEqual(["仍请办理", "交由他单位"]);
    const look = { view: "office", starts: {}, most: 5, mostRequests: 3 } as const;
    const { office } = await useCases.viewHome({ by: SECRETARY, ...look });
    expect(office?.claims).toMatchObject([{ taskName: "1", unitName: "市财政局", reason: "应由市科技局办理" }]);
    expect(await page("1")).toContain("市财政局反映不属本单位职责，待核定（12月2日）：应由市科技局办理");
  });

  it("what is not settled stands in 四 with unit, words and day", async () => {
    const [item, ...others] = await dutyItems();
    expect(others).toEqual([]);
    expect(item?.reasons).toEqual([{ code: "duty-declined", params: { unit: "市财政局", date: TODAY } }]);
    expect(item?.opinions).toEqual([{ unit: "市财政局", text: "应由市科技局办理" }]);
  });

  it("one secretary decides: both cards say who; the second and others are refused", async () => {
    const value = valueIn(inDm(SECOND).at(-1), ACTION.claimAccept);
    const keep = valueIn(inDm(SECOND).at(-1), ACTION.claimDecline);
    await press(ACTION.claimAccept, value, "UF");
    expect(lastReply()).toContain("由联席办办理");
    await press(ACTION.claimAccept, value, SECRETARY);
    for (const user of [SECRETARY, SECOND]) {
      expect(said(inDm(user).at(-1))).toContain(`核定人：<@${SECRETARY}>`);
      expect(said(inDm(user).at(-1))).toContain("/lianxi 改派 1 市财政局");
    }
    await bot.command("申请", SECRETARY);
    expect(lastReply()).toContain("目前没有待审核的申请");
    await press(ACTION.claimDecline, keep, SECOND);
    expect(lastReply()).toContain("已核定交由他单位办理");
    await press(ACTION.claimAccept, value, SECRETARY);
    expect(lastReply()).toContain("已核定交由他单位办理");
    const decisions = await database.prisma.reminderResponse.count({
      where: { kind: { in: ["not_mine_accepted", "not_mine_declined"] } },
    });
    expect(decisions).toBe(1);
    expect((await dutyItems())[0]?.reasons).toEqual([
      { code: "duty-unassigned", params: { unit: "市财政局", date: TODAY } },
    ]);
  });

  it("改派: the new unit hears of it today and is asked for receipt, the former one is asked no more", async () => {
    await bot.command("改派 1 市财政局 市科技局", "UF");
    expect(lastReply()).toContain("由联席办办理");
    await bot.command("改派 1 市财政局 市教育局", SECRETARY);
    expect(lastReply()).toContain("市教育局已承担");
    await bot.command("改派 2 市财政局 市科技局 理由", SECRETARY);
    expect(lastReply()).toContain("市财政局不承担");
    await bot.command("改派 1 市财政局 市科技局", SECRETARY);
    expect(lastReply()).toContain("由市财政局改为市科技局配合");
    expect(lastReply()).toContain("应由市科技局办理");
    await deliver();
    expect(said(inDm("UK").at(-1))).toContain("新交办事项");
    expect(buttonsOf(inDm("UK").at(-1))[0]).toBe("签收");
    expect(said(inDm("UF")[0])).toContain("改由他人办理");
    for (const user of [SECRETARY, SECOND]) {
      const card = inDm(user).at(-1);
      expect(said(card)).toContain("已改派：「1 ");
      expect(said(card)).toContain("市财政局 → 市科技局");
      expect(said(card)).toContain("该单位的理由：应由市科技局办理");
      expect(said(card)).toContain(`核定人：<@${SECRETARY}>`);
      expect(said(card)).not.toContain("请确定承办单位");
      expect(buttonsOf(card)).toEqual([]);
    }
    expect(await dutyItems()).toEqual([]);
    await deliver();
    expect(inDm("UK")).toHaveLength(2);
    const actions = (await database.prisma.auditEvent.findMany()).map((event) => event.action);
    expect(actions).toContain("task.reassign");
  });

  it("the new unit accepts in words; a button of the former one works no more", async () => {
    await bot.dm("签收 1", { user: "UK", channel: dmOf("UK") });
    expect(said(inDm("UK").at(-1))).toContain("已签收：1 ");
    expect(await page("1")).toContain("签收 2/2");
    const register = await database.prisma.occurrence.findFirstOrThrow({ where: { task: { ref: "1" } } });
    const unit = await database.prisma.unit.findFirstOrThrow({ where: { name: "市财政局" } });
    const old = JSON.stringify({ o: register.id, u: unit.id, t: register.taskId, act: "accept" });
    await press(ACTION.respondAccept, old, "UF");
    expect(lastReply()).toContain("由市教育局、市科技局答复");
    await press(ACTION.respondAccept, "{}", "UK");
    expect(lastReply()).toContain("这条消息已失效");
  });

  it("签收 alone takes on all that was asked; in a thread that digest's", async () => {
    await bot.command("签收", "UK");
    expect(lastReply()).toContain("已签收：3 ");
    await bot.command("签收", "UK");
    expect(lastReply()).toContain("没有待签收的事项");
  });

  it("one answers in the unit's name: the others' digest closes with who did, and a second report is told of the first", async () => {
    const report = async (text: string, by: string) => {
      await bot.command(text, by);
      await press(ACTION.confirmUpdate, valueIn(bot.slack.responses.at(-1), ACTION.confirmUpdate), by);
    };
    await report("进展 1 推进中60%", "UD");
    expect(said(inDm("UE")[0])).toContain("市教育局张三已于12月2日报送");
    await report("进展 1 推进中65%", "UE");
    expect(lastReply()).toContain("市教育局张三今天已先报：推进中 60%");
    await bot.command("进展 3 推进中60%", "UE");
    expect(lastReply()).toContain("由市科技局答复");
    await database.prisma.task.updateMany({ where: { ref: "3" }, data: { state: "withdrawn" } });
    await bot.command("进展 3 推进中60%", "UK");
    expect(lastReply()).toContain("已随文件修订撤回");
  });
});
