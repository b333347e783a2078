// The office's word through the real Bolt app: a light set and taken back, a closure that takes evidence.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTION } from "../../src/adapters/slack/ids.ts";
import { buttonValue, openSampleOffice, type SampleOffice, said } from "../support/sample-office.ts";
import { CONTACT, SECRETARY } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";
const CONTACT_DM = `D${CONTACT.slice(1)}`;
const SECRETARY_DM = `D${SECRETARY.slice(1)}`;

describe("what the office decides", () => {
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
  const report = (text: string) => office.report(text);

  it("a light is set with a reason by the office alone, and stands wherever it is shown", async () => {
    await report("进展 1 推进中60%");
    await bot.command("定灯 1 黄 资金尚未落实", CONTACT);
    expect(lastReply()).toContain("联席办");
    await bot.command("定灯 1 黄", SECRETARY);
    expect(lastReply()).toContain("缺少理由");
    expect(await database.prisma.lightSetting.count()).toBe(0);

    await bot.command("定灯 1 黄 资金尚未落实", SECRETARY);
    expect(lastReply()).toContain("联席办定：资金尚未落实（原为");
    await bot.command("定灯 1 黄 资金尚未落实", SECRETARY);
    expect(lastReply()).toContain("已是如此");
    await bot.command("查看 1", CONTACT);
    expect(lastReply()).toContain("🟡");
    expect(lastReply()).toContain("联席办定：资金尚未落实");

    await bot.command("light 1 restore", SECRETARY);
    expect(lastReply()).toContain("已恢复");
    await bot.command("查看 1", CONTACT);
    expect(lastReply()).not.toContain("联席办定");
  });

  it("a closure without the evidence it takes is told at once, refused, and approved once a file has come", async () => {
    await bot.command("办结要求 全部 佐证", CONTACT);
    expect(lastReply()).toContain("联席办");
    await bot.command("办结要求 全部 佐证", SECRETARY);
    expect(lastReply()).toContain("须有佐证材料");

    await report("办结 1 全部床位已验收");
    expect(lastReply()).toContain("办结须附佐证材料");
    const [waiting] = await database.prisma.request.findMany({ where: { state: "pending" } });
    const card = said(lastIn(SECRETARY_DM));
    expect(card).toContain("尚无佐证材料，须补充后方可同意");
    expect(card).toContain("配合单位 0/");
    expect(card).not.toContain(ACTION.approveRequest);
    await bot.command("申请", SECRETARY);
    expect(lastReply()).toContain(`申请 ${waiting?.id} 退回`);
    expect(lastReply()).not.toContain(`申请 ${waiting?.id} 同意`);
    await bot.command(`申请 ${waiting?.id} 同意`, SECRETARY);
    expect(lastReply()).toContain("目前尚未收到");
    expect(await database.prisma.task.findFirst({ where: { ref: "1" } })).toMatchObject({ state: "open" });

    const file = bot.slack.state.addFile("验收报告.pdf", Buffer.from("%PDF-1.7 验收"));
    await bot.dm("1 已完成", { user: CONTACT, channel: CONTACT_DM, subtype: "file_share", files: [file] });
    const value = buttonValue(lastIn(CONTACT_DM), ACTION.confirmUpdate);
    await bot.click(ACTION.confirmUpdate, value, { user: { id: CONTACT } });
    await bot.command(`申请 ${waiting?.id}`, SECRETARY);
    expect(lastReply()).toContain(ACTION.approveRequest);
    expect(lastReply()).not.toContain("尚无佐证材料");
    await bot.command("定灯 1 红 现场未整改", SECRETARY);
    await bot.command(`申请 ${waiting?.id} 同意`, SECRETARY);
    expect(await database.prisma.task.findFirst({ where: { ref: "1" } })).toMatchObject({ state: "closed" });
    expect(said(lastIn(CONTACT_DM))).toContain("贵单位的办结申请已同意");
    await bot.command("定灯 1 黄 复查", SECRETARY);
    expect(lastReply()).toContain("已办结");

    await bot.command("重新打开 1 验收未通过", SECRETARY);
    await bot.command("查看 1", SECRETARY);
    expect(lastReply()).not.toContain("联席办定");
  });

  it("a unit that takes its done back is asked about, and its closure is not approved", async () => {
    await report("办结 2 见 https://www.example.gov.cn/2.html");
    expect(lastReply()).not.toContain("办结须附佐证材料");
    const [waiting] = await database.prisma.request.findMany({ where: { state: "pending" } });
    await bot.command("进展 2 推进中80%", CONTACT);
    expect(lastReply()).toContain("曾报「已完成」");
    const value = buttonValue(bot.slack.responses.at(-1), ACTION.confirmUpdate);
    await bot.click(ACTION.confirmUpdate, value, { user: { id: CONTACT } });
    await bot.command(`申请 ${waiting?.id} 同意`, SECRETARY);
    expect(lastReply()).toContain("尚未完成");
    expect(await database.prisma.task.findFirst({ where: { ref: "2" } })).toMatchObject({ state: "open" });
  });

  it("all of it stands in the audit trail", async () => {
    const actions = (await database.prisma.auditEvent.findMany()).map((e) => e.action);
    for (const action of ["light.set", "light.restore", "closure.rule"]) expect(actions).toContain(action);
  });
});
