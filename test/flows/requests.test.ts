// Extension and closure through the real Bolt app: asked for in chat, decided on the secretary's card, told to whoever asked.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTION, REQUEST_FIELD } from "../../src/adapters/slack/ids.ts";
import { buttonValue, openSampleOffice, type SampleOffice, said } from "../support/sample-office.ts";
import { CHANNEL, CONTACT, SECRETARY } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";
const SECRETARY_DM = `D${SECRETARY.slice(1)}`;
const CONTACT_DM = `D${CONTACT.slice(1)}`;

describe("what a unit asks for", () => {
  let office: SampleOffice;
  let bot: SampleOffice["bot"];
  let database: SampleOffice["database"];

  beforeAll(async () => {
    office = await openSampleOffice({
      today: TODAY,
      meeting: "2027-01-27",
      contacts: { 市民政局: CONTACT },
    });
    ({ bot, database } = office);
  });
  afterAll(() => office.close());

  const lastIn = (channel: string) => office.lastIn(channel);
  const lastReply = () => office.lastReply();
  const bySecretary = { user: { id: SECRETARY }, channel: { id: SECRETARY_DM } };
  const report = (text: string) => office.report(text);
  const due = () =>
    database.prisma.occurrence.findFirstOrThrow({ where: { kind: "due", task: { ref: "1" } }, orderBy: { id: "asc" } });

  it("an extension comes to the secretary as a card, and is approved to the exact date", async () => {
    const before = await due();
    await report("延期 1 2027年3月31日 雨季停工");
    const card = lastIn(SECRETARY_DM);
    expect(said(card)).toContain("请审核延期申请：1");
    expect(said(card)).toContain("雨季停工");

    await bot.click(ACTION.approveRequest, buttonValue(card, ACTION.approveRequest), { user: { id: CONTACT } });
    expect((await due()).changes).toBe(0);
    await bot.click(ACTION.approveRequest, buttonValue(card, ACTION.approveRequest), bySecretary);
    expect(await due()).toMatchObject({ dueDate: "2027-03-31", originalDueDate: before.dueDate, changes: 1 });
    expect(lastReply()).toContain("已同意延期至 2027年3月31日");
    expect(lastReply()).toContain(`<@${SECRETARY}>`);
    expect(said(lastIn(CONTACT_DM))).toContain("贵单位的延期申请已同意");
  });

  it("pressing twice changes nothing more and shows who decided", async () => {
    await bot.click(ACTION.approveRequest, JSON.stringify({ requestId: 1 }), bySecretary);
    expect((await due()).changes).toBe(1);
    expect(lastReply()).toContain("由 <@");
  });

  it("a second request while one waits is refused; the first is sent back with a reason", async () => {
    await report("延期 1 2027年5月31日 招标延后");
    const card = lastIn(SECRETARY_DM);
    await bot.command("延期 1 2027年6月30日 再延", CONTACT);
    await bot.click(ACTION.confirmUpdate, buttonValue(bot.slack.responses.at(-1), ACTION.confirmUpdate), {
      user: { id: CONTACT },
    });
    expect(lastReply()).toContain("正在审核");

    await bot.click(ACTION.sendBackRequest, buttonValue(card, ACTION.sendBackRequest), bySecretary);
    const field = REQUEST_FIELD.reason;
    const empty = await bot.submit({ [field]: { [field]: { value: " " } } }, "V1", SECRETARY);
    expect(empty).toContain("errors");
    expect(empty).toContain("请填写退回理由");
    await bot.submit({ [field]: { [field]: { value: "请附招标公告" } } }, "V2", SECRETARY);
    expect(said(lastIn(CONTACT_DM))).toContain("请附招标公告");
    expect((await due()).dueDate).toBe("2027-03-31");
  });

  it("another date than was asked for is said beside it, to the asker and on the page", async () => {
    await report("延期 3 2027年3月31日 招标延后");
    const { id } = await database.prisma.request.findFirstOrThrow({ where: { state: "pending" } });
    await bot.command(`申请 ${id} 同意 2027年2月26日`, SECRETARY);
    expect(said(lastIn(CONTACT_DM))).toContain("申请延期至 2027年3月31日（周三），同意延期至 2027年2月26日（周五）");
    await bot.command("查看 3", CONTACT);
    expect(lastReply()).toContain("申请延期至2027年3月31日，同意延期至2027年2月26日");
  });

  it("a contact sees what the own units have asked for, to look at", async () => {
    await bot.command("申请", CONTACT);
    expect(lastReply()).toContain("贵单位待审核的申请 0 件");
    expect(lastReply()).toContain("3 ");
    expect(lastReply()).toContain("退回理由：请附招标公告");
    expect(lastReply()).not.toContain(ACTION.sendBackRequest);
    await bot.command("申请", "U0BUXIANGGAN");
    expect(lastReply()).toContain("没有提出过申请");
  });

  it("an extension of a task without a date of its own, or to a day gone by, is refused before anything is stored", async () => {
    const proposals = await database.prisma.proposal.count();
    await bot.command("延期 2 2027年3月31日 人手不足", CONTACT);
    expect(lastReply()).toContain("没有单独时限");
    expect(lastReply()).not.toContain("请退回");
    await bot.command("延期 1 11月20日 资金紧张", CONTACT);
    expect(lastReply()).toContain("2026年11月20日（周五）已过");
    expect(await database.prisma.proposal.count()).toBe(proposals);
    expect(await database.prisma.request.count({ where: { state: "pending" } })).toBe(0);
  });

  it("asking for closure does not send the card of the extension that waits a second time", async () => {
    const cards = () => bot.slack.state.messages.filter((one) => one.channel === SECRETARY_DM).length;
    await report("延期 6 2027年5月31日 招标延后");
    const before = cards();
    await report("办结 6 全部验收");
    expect(cards()).toBe(before + 1);
    expect(said(lastIn(SECRETARY_DM))).toContain("请审核办结申请：6");
    for (const { id } of await database.prisma.request.findMany({ where: { state: "pending" } })) {
      await bot.command(`申请 ${id} 退回 请补充`, SECRETARY);
    }
  });

  it("a closure is approved by words, closes the task, and is taken back with a reason", async () => {
    await report("办结 1 全部床位已验收");
    await bot.command("申请", SECRETARY);
    expect(lastReply()).toContain("申请办结");
    const [waiting] = await database.prisma.request.findMany({ where: { state: "pending" } });
    await bot.command(`申请 ${waiting?.id} 同意`, CONTACT);
    expect(lastReply()).toContain("联席办");
    await bot.command(`申请 ${waiting?.id} 同意`, SECRETARY);
    expect(await database.prisma.task.findFirst({ where: { ref: "1" } })).toMatchObject({ state: "closed" });
    await bot.command("进展 1 推进中80%", CONTACT);
    expect(lastReply()).toContain("已办结");

    await bot.command("重新打开 1", SECRETARY);
    expect(lastReply()).toContain("理由");
    await bot.command("重新打开 1 验收未通过", SECRETARY);
    expect(await database.prisma.task.findFirst({ where: { ref: "1" } })).toMatchObject({ state: "open" });
    expect(await due()).toMatchObject({ state: "open", dueDate: "2027-03-31", changes: 1 });
  });

  it("a reopened task is told to who leads it, says so on its page, and is asked for again", async () => {
    expect(said(lastIn(CONTACT_DM))).toContain("1 全市新增普惠型养老床位");
    expect(said(lastIn(CONTACT_DM))).toContain("已重新打开");
    expect(said(lastIn(CONTACT_DM))).toContain("理由：验收未通过");
    await bot.command("查看 1", CONTACT);
    expect(lastReply()).toContain("12月2日重新打开，理由：验收未通过");
    expect(lastReply()).not.toContain("🟢");
    const [mine] = ((await bot.useCases.listMyTasks?.({ slackUser: CONTACT })) ?? []).filter(({ ref }) => ref === "1");
    expect(mine).toMatchObject({ status: null, dueDate: expect.any(String) });
    await bot.command("进展 1 推进中80%，整改后复验", CONTACT);
    expect(lastReply()).not.toContain("此前");
    await office.confirm(bot.slack.responses.at(-1));
    await bot.command("查看 1", CONTACT);
    expect(lastReply()).toContain("推进中 80%");
    expect(lastReply()).toContain("报进展");
    await bot.command("查看 1", "U0BYSTANDER");
    expect(lastReply()).not.toContain("报进展");
  });

  it("evidence comes with a reply, counts when it is confirmed, and goes out to those of the task alone", async () => {
    const bytes = Buffer.from("%PDF-1.7 验收");
    const send = (text: string, name: string, user = CONTACT) => {
      const file = bot.slack.state.addFile(name, bytes);
      const channel = `D${user.slice(1)}`;
      return bot.dm(text, { user, channel, subtype: "file_share", files: [file] });
    };
    await send("", "验收报告.pdf");
    expect(said(lastIn(CONTACT_DM))).toContain("请连同进展一起发送");
    await send("2 已完成", "工具.exe");
    expect(said(lastIn(CONTACT_DM))).toContain("不能作为佐证材料");
    expect(await database.prisma.evidence.count()).toBe(0);

    await send("2 已完成60%，正在验收", "验收报告.pdf");
    const value = buttonValue(lastIn(CONTACT_DM), ACTION.confirmUpdate);
    await bot.click(ACTION.confirmUpdate, value, { user: { id: CONTACT } });
    await bot.command("查看 2", SECRETARY);
    expect(lastReply()).toContain("取佐证材料（1）");
    const taskId = (await database.prisma.task.findFirstOrThrow({ where: { ref: "2" } })).id;
    const fetchIt = (user: string) =>
      bot.click(ACTION.fetchEvidence, JSON.stringify({ taskId }), { user: { id: user }, channel: { id: CHANNEL } });
    const before = bot.slack.state.files.size;
    await fetchIt("U0BUXIANGGAN");
    expect(lastReply()).toContain("只供联席办");
    expect(bot.slack.state.files.size).toBe(before);
    await fetchIt(SECRETARY);
    expect([...bot.slack.state.files.values()].at(-1)).toMatchObject({ name: "验收报告.pdf", bytes });
  });

  it("every decision stands in the audit trail", async () => {
    const actions = (await database.prisma.auditEvent.findMany()).map((e) => e.action);
    for (const action of ["request.approve", "request.send-back", "task.reopen"]) expect(actions).toContain(action);
  });
});
