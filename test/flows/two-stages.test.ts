// Two stages through the real Bolt app: a supporting unit answers, the lead sees it, urges the others, signs the joint reply; a late answer.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION, encodeReport, encodeSupport, FEEDBACK_FIELD, FIELD } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import type { UseCases } from "../../src/app/use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { openTestDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";
import { FAKE_BOT_TOKEN } from "../support/fake-slack.ts";
import { testClock } from "../support/office.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "../support/slack-bot.ts";

const FINANCE = "U0CAIZHENGJU";
const CIVIL = "U0MINZHENG";
const STRANGER = "U0BUXIANGGAN";

describe("a task with a lead and three supporting units, of which one has no contact", () => {
  let bot: SlackTestBot;
  let database: Database;
  let useCases: UseCases;
  let taskId: number;
  const clock = testClock("2026-11-30");

  beforeAll(async () => {
    bot = await SlackTestBot.start();
    for (const id of [FINANCE, CIVIL, STRANGER])
      bot.slack.state.users.push({ id, name: id.toLowerCase(), realName: id });
    database = await openTestDatabase();
    const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
    const stores = storesOn(
      database,
      async (_tx, ids) => ids.length,
      () => clock.today(),
    );
    useCases = bindUseCases({
      ...toolsOf(readConfig({})),
      ...stores,
      clock,
      secretaries: [SECRETARY],
      messenger: createMessenger({ ...slack, pace: 0 }),
      directory: createDirectory(slack),
    });
    bot.useCases = useCases;
    const draft = aDraft("责任分工", [aDraftTask("1", ["市教育局"], ["市财政局", "市民政局", "市水务局"])]);
    await stores.registerStore.saveDocument({ draft, sha256: "a", fileName: "a.txt", by: SECRETARY });
    taskId = (await database.prisma.task.findFirstOrThrow()).id;
    for (const [unit, person] of [
      ["市教育局", CONTACT],
      ["市财政局", FINANCE],
      ["市民政局", CIVIL],
    ]) {
      await bot.command(`联络员 ${unit} <@${person}>`, SECRETARY);
    }
    await bot.command("会议 2026-12-23", SECRETARY);
    await tick("2026-12-01");
  });
  afterAll(async () => {
    await bot.stop();
    await database.close();
  });

  async function deliver() {
    const pending = await database.prisma.digest.findMany({ where: { state: "pending" }, orderBy: { id: "asc" } });
    for (const { id } of pending) await useCases.deliverDigest(id);
  }
  async function tick(date: string) {
    clock.date = date;
    await useCases.tickDay({ date, occasion: "day" });
    await deliver();
  }
  const said = (message: object | undefined) => JSON.stringify(message ?? "");
  const lastReply = () => said(bot.slack.responses.at(-1));
  const dmsOf = (user: string) =>
    bot.slack.state.messages.filter((m) => m.channel === `D${user.slice(1)}`).map((m) => said(m));
  const clickAs = (user: string, action: string, value: string) =>
    bot.click(action, value, { user: { id: user }, channel: { id: `D${user.slice(1)}` } });
  const buttonValue = (action: string) => {
    const found = new RegExp(`"action_id":"${action}","value":("(?:[^"\\\\]|\\\\.)*")`).exec(lastReply());
    if (!found) throw new Error(`no button ${action} in ${lastReply()}`);
    return JSON.parse(found[1] ?? '""') as string;
  };
  const report = async (user: string, text: string, action: string = ACTION.confirmUpdate) => {
    await bot.command(`进展 1 ${text}`, user);
    await clickAs(user, action, buttonValue(action));
  };
  const updates = () => database.prisma.statusUpdate.findMany({ orderBy: { id: "asc" } });
  const value = () => encodeSupport({ taskId });

  it("a supporting unit answers; the lead sees what it said, and who has not", async () => {
    await report(FINANCE, "资金已拨付，正在推进");
    await bot.command("配合 1", CONTACT);
    expect(lastReply()).toContain("配合单位 1/3 已报");
    expect(lastReply()).toContain("市财政局（12月1日）：资金已拨付");
    expect(lastReply()).toContain("尚未收到：市民政局、市水务局");
    expect(lastReply()).toContain("催办未报单位");
  });

  it("the other supporting units see it too, without the button; strangers do not", async () => {
    await bot.command("support 1", CIVIL);
    expect(lastReply()).toContain("配合单位 1/3 已报");
    expect(lastReply()).not.toContain("催办未报单位");
    await bot.command("配合 1", STRANGER);
    expect(lastReply()).toContain("只供该事项的牵头、配合单位和联席办查看");
  });

  it.each([CIVIL, STRANGER])("%s may not urge", async (user) => {
    await clickAs(user, ACTION.urge, value());
    expect(lastReply()).toContain("由牵头单位或联席办催办");
    expect(await database.prisma.urge.count()).toBe(0);
  });

  it("one click urges the silent: the contact at once, the unit without one through the office", async () => {
    await clickAs(CONTACT, ACTION.urge, value());
    expect(dmsOf(CONTACT).at(-1)).toContain("已即时发送：市民政局");
    expect(dmsOf(CONTACT).at(-1)).toContain("已转联席办：市水务局");
    await deliver();
    expect(dmsOf(CIVIL).at(-1)).toMatch(/市教育局催办：1 .*前反馈/);
    expect(dmsOf(CIVIL).at(-1)).toContain('"text":"反馈"');
    expect(dmsOf(SECRETARY).at(-1)).toContain("市水务局");
    expect(dmsOf(FINANCE).join()).not.toContain("催办");
  });

  it("a second click the same day says that it has been done, and sends nothing", async () => {
    const before = await database.prisma.digest.count();
    await Promise.all([clickAs(CONTACT, ACTION.urge, value()), clickAs(SECRETARY, ACTION.urge, value())]);
    for (const user of [CONTACT, SECRETARY]) {
      expect(dmsOf(user).at(-1)).toContain("今天已催办过");
      expect(dmsOf(user).at(-1)).toContain(
        "已催办：12月1日（市教育局），市民政局尚未回复；尚无联络员，已转联席办：市水务局",
      );
    }
    expect([await database.prisma.digest.count(), await database.prisma.urge.count()]).toEqual([before, 1]);
  });

  it("the lead's echo shows the answers; the joint reply says what it covers and who was missing", async () => {
    await report(CONTACT, "总体推进中60%", ACTION.signJoint);
    expect(lastReply()).toContain("联合报送：市教育局 12月1日签署，含 1 家配合单位意见");
    expect(lastReply()).toContain("签署时尚未收到：市民政局、市水务局");
    const [answer, signed] = await updates();
    expect(signed?.covers).toEqual([answer?.id]);
    expect(signed?.missing).toHaveLength(2);
  });

  it("an answer after the signature is shown as later, and the lead hears of it in the next digest only", async () => {
    clock.date = "2026-12-02";
    await report(CIVIL, "已提供名单，正在推进");
    expect(dmsOf(CONTACT).join()).not.toContain("补报");
    await bot.command("配合 1", CONTACT);
    expect(lastReply()).toContain("市民政局（12月2日，签署后补报）");
    expect(lastReply()).toContain("已催办：12月1日（市教育局），市民政局已回复；尚无联络员，已转联席办：市水务局");
    await tick("2026-12-03");
    expect(dmsOf(CONTACT).at(-1)).toContain("市民政局 12月2日补报");
    const count = dmsOf(CONTACT).length;
    await tick("2026-12-04");
    expect(dmsOf(CONTACT)).toHaveLength(count);
  });

  it("the task's page and the agenda say who signed, over what and without whom", async () => {
    await bot.command("查看 1", STRANGER);
    expect(lastReply()).toContain("签署后补报：市民政局");
    const input = { meetingId: "next", today: clock.today(), save: false, by: SECRETARY } as const;
    const { agenda } = await useCases.compileAgenda(input);
    const item = agenda.sections.find((section) => section.key === "lead-reports")?.items[0];
    expect(item?.reasons.map((one) => one.code)).toEqual(
      expect.arrayContaining(["joint-reply", "joint-missing", "joint-later"]),
    );
    expect(item?.opinions.find((one) => one.unit === "市民政局")?.text).toContain("签署后补报");
  });

  it("a later report of the lead's own does not take the signature back", async () => {
    await report(CONTACT, "推进中70%");
    await bot.command("配合 1", CONTACT);
    expect(lastReply()).toContain("联合报送：市教育局 12月1日签署");
  });

  it("on a day off nothing goes out at once: it rides on the next digest, and the lead is told so", async () => {
    await bot.command(`联络员 市水务局 <@${STRANGER}>`, SECRETARY);
    clock.date = "2026-12-05";
    await bot.command("催办 1", CONTACT);
    expect(lastReply()).toContain("将随 12月7日（周一）的汇总提醒送达：市水务局");
    await deliver();
    expect(dmsOf(STRANGER).join()).not.toContain("催办");
    await tick("2026-12-07");
    expect(dmsOf(STRANGER).at(-1)).toContain("市教育局 12月5日催办");
  });

  it("what a supporting unit writes in its form is read: percentage and figures; more than 100 % is refused at the field", async () => {
    await clickAs(FINANCE, ACTION.report, encodeReport({ taskId }));
    const form = (text: string) => ({
      [FIELD.task]: { [FIELD.task]: { selected_option: { value: String(taskId) } } },
      [FEEDBACK_FIELD.text]: { [FEEDBACK_FIELD.text]: { value: text } },
    });
    expect(await bot.submit(form("已完成120%"), "V1", FINANCE)).toContain("120");
    const before = await updates();
    expect(await updates()).toEqual(before);
    expect(await bot.submit(form("已完成60%，新增养老机构 4 家"), "V2", FINANCE)).not.toContain("errors");
    expect((await updates()).at(-1)).toMatchObject({ percent: 60, quantities: [{ value: 4, unit: "家" }] });
    expect(dmsOf(FINANCE).join() + lastReply()).toContain("推进中 60%；4 家");
  });

  it("nobody missing, a closed task, a stale button: each is said", async () => {
    await report(STRANGER, "已协助，正在推进");
    await bot.command("催办 1", CONTACT);
    expect(lastReply()).toContain("均已反馈");
    await clickAs(CONTACT, ACTION.urge, encodeSupport({ taskId: 999_999 }));
    expect(lastReply()).toContain("已失效");
    await database.prisma.task.update({ where: { id: taskId }, data: { state: "closed" } });
    await bot.command("催办 1", CONTACT);
    expect(lastReply()).toContain("已办结");
  });

  it("every urge and signature stands in the audit trail", async () => {
    const events = await database.prisma.auditEvent.findMany({ where: { action: "task.urge" } });
    expect(events.map((event) => event.actor)).toEqual([CONTACT, CONTACT]);
    await expect(useCases.showSupport({ task: { taskId }, by: CONTACT })).resolves.toMatchObject({ mayUrge: false });
  });
});
