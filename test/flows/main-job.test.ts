// The whole job in one story, through the real Bolt app, the real stores and the real messenger: from a dropped file to the agenda.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChineseCalendar } from "../../src/adapters/calendar/chinese-calendar.ts";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDigestQueue, type DigestQueue } from "../../src/adapters/jobs/queue.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { openTestDatabase } from "../support/database.ts";
import { FAKE_BOT_TOKEN } from "../support/fake-slack.ts";
import type { FakeMessage } from "../support/fake-slack-state.ts";
import { testClock } from "../support/office.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";
const OTHER = "U0JIAOYU";
const SECRETARY_DM = `D${SECRETARY.slice(1)}`;
const CONTACT_DM = `D${CONTACT.slice(1)}`;

describe("from a document to the meeting", () => {
  let bot: SlackTestBot;
  let database: Database;
  let queue: DigestQueue;

  beforeAll(async () => {
    bot = await SlackTestBot.start();
    bot.slack.state.users.push({ id: OTHER, name: "jiaoyu", realName: "市教育局联络员" });
    database = await openTestDatabase();
    queue = createDigestQueue(database, () => undefined);
    await queue.start();
    const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
    const useCases = bindUseCases({
      ...toolsOf(readConfig({})),
      ...storesOn(database, queue.enqueue),
      calendar: createChineseCalendar(),
      clock: testClock(TODAY),
      secretaries: [SECRETARY],
      messenger: createMessenger(slack),
      directory: createDirectory(slack),
    });
    bot.useCases = useCases;
    await queue.work(useCases.deliverDigest);
  });

  afterAll(async () => {
    await queue.stop();
    await bot.stop();
    await database.close();
  });

  const messagesIn = (channel: string) => bot.slack.state.messages.filter((m) => m.channel === channel);
  const lastIn = (channel: string) => messagesIn(channel).at(-1);
  const lastReply = () => JSON.stringify(bot.slack.responses.at(-1));
  const said = (message: FakeMessage | undefined) => JSON.stringify(message?.blocks ?? message?.text ?? "");

  it("the secretary drops a file: the review stands there, and nothing is stored", async () => {
    const bytes = readFileSync(new URL("../../examples/责任分工.txt", import.meta.url));
    const file = bot.slack.state.addFile("责任分工.txt", bytes);
    await bot.dm("", { user: SECRETARY, channel: SECRETARY_DM, subtype: "file_share", files: [file] });
    expect(said(lastIn(SECRETARY_DM))).toContain("事项 12 项");
    expect(await database.prisma.task.count()).toBe(0);
    expect(await database.prisma.unit.count()).toBe(0);
  });

  it("somebody else's press on the button changes nothing", async () => {
    await bot.click(ACTION.applyImport, buttonValue(lastIn(SECRETARY_DM), ACTION.applyImport), {
      user: { id: CONTACT },
    });
    expect(await database.prisma.task.count()).toBe(0);
  });

  it("the secretary's press imports it; pressing again says so and changes nothing", async () => {
    const value = buttonValue(lastIn(SECRETARY_DM), ACTION.applyImport);
    const click = () =>
      bot.click(ACTION.applyImport, value, { user: { id: SECRETARY }, channel: { id: SECRETARY_DM } });
    await click();
    expect(await database.prisma.task.count()).toBe(12);
    await click();
    expect(await database.prisma.task.count()).toBe(12);
    expect(await database.prisma.sourceDocument.count()).toBe(1);
  });

  it("contacts and the members of a group are named", async () => {
    await bot.command(`联络员 市民政局 <@${CONTACT}>`, SECRETARY);
    expect(lastReply()).toContain("市民政局");
    await bot.command("单位 集合 各县区人民政府 东湖区人民政府、西山县人民政府", SECRETARY);
    expect(lastReply()).toContain("东湖区人民政府、西山县人民政府");
    await bot.command(`联络员 市教育局 <@${OTHER}>`, CONTACT);
    expect(lastReply()).toContain("联席办");
    expect(await database.prisma.contact.count()).toBe(1);
  });

  it("a meeting is set; its cut-offs are counted back in statutory working days", async () => {
    await bot.command("会议 2026-12-23", SECRETARY);
    expect(await database.prisma.meeting.findMany()).toMatchObject([
      { date: "2026-12-23", cutOff: "2026-12-09", supportingCutOff: "2026-12-02" },
    ]);
    await bot.command("会议 2026-11-01", SECRETARY);
    expect(lastReply()).toContain("已过");
    expect(await database.prisma.meeting.count()).toBe(1);
  });

  it("the tick sends the contact one digest, and the secretary whom nobody could remind", async () => {
    await bot.useCases.planDay?.({ date: TODAY, dryRun: false });
    await bot.useCases.planDay?.({ date: TODAY, dryRun: false });
    await until(async () => (await database.prisma.digest.count({ where: { state: "sent" } })) === 2);
    expect(messagesIn(CONTACT_DM)).toHaveLength(1);
    expect(said(lastIn(CONTACT_DM))).toContain("12月9日");
    expect(said(lastIn(SECRETARY_DM))).toContain("市教育局");
  });

  it("a reply in the digest's thread is shown back, and one click records it and redraws the digest", async () => {
    const [digest] = messagesIn(CONTACT_DM);
    expect(said(digest)).toContain("其余 7 项");
    await bot.dm("2 已公布上半年数据，完成六成", { user: CONTACT, channel: CONTACT_DM, thread_ts: digest?.ts });
    const proposal = lastIn(CONTACT_DM);
    expect(said(proposal)).toContain("推进中 60%");
    expect(await database.prisma.statusUpdate.count()).toBe(0);

    const confirm = () =>
      bot.click(ACTION.confirmUpdate, buttonValue(proposal, ACTION.confirmUpdate), {
        user: { id: CONTACT },
        channel: { id: CONTACT_DM },
      });
    await confirm();
    expect(await database.prisma.statusUpdate.findMany()).toMatchObject([
      { status: "on_track", percent: 60, author: CONTACT, text: "已公布上半年数据，完成六成" },
    ]);
    expect(said(messagesIn(CONTACT_DM)[0])).toContain("其余 6 项");
    await confirm();
    expect(await database.prisma.statusUpdate.count()).toBe(1);
    expect(lastReply()).toContain("已经记录");
  });

  it("the same by a command; a courtesy, an unknown number and a contact of another unit change nothing", async () => {
    await bot.command("进展 1 已新增800张，存在滞后风险，需要市发展改革委协调资金，申请延期到2027年3月底", CONTACT);
    expect(lastReply()).toContain("存在滞后风险");
    const value = buttonValue(bot.slack.responses.at(-1), ACTION.confirmUpdate);
    await bot.click(ACTION.confirmUpdate, value, { user: { id: CONTACT } });
    expect(await database.prisma.request.findMany()).toMatchObject([
      { kind: "extension", proposedDate: "2027-03-31", state: "pending" },
    ]);

    for (const [text, by, expected] of [
      ["进展 2 收到", CONTACT, "没有读到进展"],
      ["进展 99 已完成", CONTACT, "第 99 项不存在"],
      ["进展 2 已完成", OTHER, "不是"],
      ["进展 2 完成130%", CONTACT, "130"],
      ["延期 2 2020-01-01 等资金", CONTACT, "已过"],
    ] as const) {
      await bot.command(text, by);
      expect(lastReply(), text).toContain(expected);
    }
    expect(await database.prisma.statusUpdate.count()).toBe(2);
  });

  it("a message about two tasks is shown back task by task", async () => {
    const before = bot.slack.responses.length;
    await bot.command("进展 2 推进中；责任分工·3：已完成", CONTACT);
    await expect.poll(() => bot.slack.responses.length).toBe(before + 2);
    const shown = bot.slack.responses.slice(before).map((response) => JSON.stringify(response));
    expect(shown[0]).toContain("推进中");
    expect(shown[1]).toContain("已完成");
    const values = bot.slack.responses.slice(before).map((response) => buttonValue(response, ACTION.confirmUpdate));
    expect(new Set(values).size).toBe(2);
    expect(await database.prisma.statusUpdate.count()).toBe(2);
  });

  it("plain words in the direct message are progress where they plainly are, else a question", async () => {
    await bot.dm("第3项受阻，缺资金", { user: CONTACT, channel: CONTACT_DM });
    expect(said(lastIn(CONTACT_DM))).toContain("我理解为");
    await bot.dm("第3项完成了吗", { user: CONTACT, channel: CONTACT_DM });
    expect(said(lastIn(CONTACT_DM))).toContain("牵头：市民政局");
    await bot.dm("第3项受阻，缺资金", { user: OTHER, channel: `D${OTHER.slice(1)}` });
    expect(said(lastIn(`D${OTHER.slice(1)}`))).toContain("牵头：市民政局");
    expect(await database.prisma.statusUpdate.count()).toBe(2);
  });

  it("a new contact takes over from the one before", async () => {
    await bot.command(`联络员 市民政局 <@${OTHER}>`, SECRETARY);
    expect(lastReply()).toContain("不再是联络员：市财政局联络员");
    await bot.command(`联络员 市民政局 <@${CONTACT}>`, SECRETARY);
    const held = await database.prisma.contact.findMany({ where: { endedAt: null } });
    expect(held.map((c) => c.slackUser)).toEqual([CONTACT]);
  });

  it("the agenda is compiled from what is stored, with its reasons, and attached as .docx", async () => {
    await bot.command("议程", SECRETARY, SECRETARY_DM);
    const agenda = messagesIn(SECRETARY_DM).map(said).join("\n");
    expect(agenda).toContain("七、议定事项确认");
    expect(agenda).toContain("2027年3月31日");
    const docx = [...bot.slack.state.files.values()].find((f) => f.name.endsWith(".docx"));
    expect(docx?.bytes.subarray(0, 2).toString()).toBe("PK");
    expect(await database.prisma.agendaItem.count()).toBeGreaterThan(12);

    await bot.command("议程", CONTACT);
    expect(lastReply()).toContain("联席办");
  });

  it("anybody asks who owns a task and hears it with the clause, or that it is not in the register", async () => {
    await bot.command("问 适老化改造谁负责", OTHER);
    expect(lastReply()).toContain("牵头：市民政局、市残联");
    expect(lastReply()).toContain("《云川市养老服务提质行动责任分工》");
    await bot.command("问 垃圾分类谁负责", OTHER);
    expect(lastReply()).toContain("台账中没有与「垃圾分类」相符的事项");
    await bot.command("查看 2", CONTACT);
    expect(lastReply()).toContain("推进中 60%");
    await bot.command("我的", CONTACT);
    expect(lastReply()).toContain("牵头 7 项，配合 2 项");
  });

  it("every write stands in the audit trail", async () => {
    const actions = (await database.prisma.auditEvent.findMany()).map((e) => e.action);
    for (const action of [
      "document.import",
      "contact.save",
      "group.members",
      "meeting.add",
      "update.append",
      "agenda.save",
    ]) {
      expect(actions).toContain(action);
    }
  });
});

/** The value of a button somewhere in a message. */
function buttonValue(message: object | undefined, actionId: string): string {
  const found: string[] = [];
  JSON.stringify(message ?? {}, (_, value: unknown) => {
    if (typeof value === "object" && value !== null && "action_id" in value && value.action_id === actionId) {
      if ("value" in value && typeof value.value === "string") found.push(value.value);
    }
    return value;
  });
  const [value] = found;
  if (value === undefined) throw new Error(`no button ${actionId} in ${JSON.stringify(message)}`);
  return value;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error("it did not come to pass within 20 s");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
