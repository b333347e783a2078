// One task, from the supporting unit's answer to the green light: two stages, a joint reply, an extension that is sent back, a closure with evidence.
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findAuditKeys } from "../../src/adapters/db/audit/key.ts";
import { createAuditTrail } from "../../src/adapters/db/audit/verify.ts";
import { sealAudits } from "../../src/adapters/db/audit.ts";
import { ACTION, REQUEST_FIELD } from "../../src/adapters/slack/ids.ts";
import { buttonValue, openSampleOffice, type SampleOffice, said } from "../support/sample-office.ts";
import { CONTACT, SECRETARY } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";
/** 市卫生健康委 leads task 7, 市医疗保障局 supports it. */
const LEAD = CONTACT;
const SUPPORTING = "U0YIBAO";
const SECRETARY_DM = `D${SECRETARY.slice(1)}`;
const LEAD_DM = `D${LEAD.slice(1)}`;

describe("a task's way to its green light", () => {
  let office: SampleOffice;
  let bot: SampleOffice["bot"];
  let database: SampleOffice["database"];

  beforeAll(async () => {
    office = await openSampleOffice({
      today: TODAY,
      meeting: "2026-12-23",
      contacts: { 市卫生健康委: LEAD, 市医疗保障局: SUPPORTING },
      prepare: async ({ prisma }) => {
        const folder = mkdtempSync(path.join(inject("runFolder"), "story-"));
        sealAudits(prisma, await findAuditKeys(prisma, folder, []));
      },
    });
    ({ bot, database } = office);
    await bot.command("办结要求 事项 7 佐证", SECRETARY);
  });
  afterAll(() => office.close());

  const lastReply = () => office.lastReply();
  const lastIn = (channel: string) => office.lastIn(channel);
  const bySecretary = { user: { id: SECRETARY }, channel: { id: SECRETARY_DM } };
  const confirmAs = (user: string, shown: object | undefined) => office.confirm(shown, user);
  const report = (text: string, user: string) => office.report(text, user);
  const task = () => database.prisma.task.findFirstOrThrow({ where: { ref: "7" } });
  const lightShown = async () => {
    await bot.command("查看 7", SECRETARY);
    return /[🔴🟡🟢⚪]/u.exec(lastReply())?.[0];
  };

  it("the supporting unit answers, and the lead sees what it said", async () => {
    await report("进展 7 医保结算已接入12家医院，进展顺利", SUPPORTING);
    await bot.command("配合 7", LEAD);
    expect(lastReply()).toContain("配合单位 1/1 已报");
    expect(lastReply()).toContain("医保结算已接入12家医院");
    expect(await lightShown()).not.toBe("🟢");
  });

  it("the lead reports, is shown that answer, and signs the joint reply over it", async () => {
    await bot.command("进展 7 已有75%的医院设置，进展顺利", LEAD);
    const echo = bot.slack.responses.at(-1);
    expect(said(echo)).toContain("市医疗保障局（12月2日）：医保结算已接入12家医院");
    const sign = buttonValue(echo, ACTION.signJoint);
    await bot.click(ACTION.signJoint, sign, { user: { id: SUPPORTING } });
    expect(await database.prisma.statusUpdate.count({ where: { author: LEAD } })).toBe(0);
    await bot.click(ACTION.signJoint, sign, { user: { id: LEAD } });
    const answer = await database.prisma.statusUpdate.findFirstOrThrow({ where: { author: SUPPORTING } });
    const joint = await database.prisma.statusUpdate.findFirstOrThrow({ where: { author: LEAD } });
    expect(joint.covers).toEqual([answer.id]);
    await bot.command("查看 7", SECRETARY);
    expect(lastReply()).toContain("联合报送");
  });

  it("the extension it asks for is sent back with a reason, and no date moves", async () => {
    const due = () => database.prisma.occurrence.findFirstOrThrow({ where: { kind: "due", task: { ref: "7" } } });
    const before = await due();
    await report("延期 7 2027年2月28日 设备未到", LEAD);
    const card = lastIn(SECRETARY_DM);
    expect(said(card)).toContain("请审核延期申请：7");
    await bot.click(ACTION.sendBackRequest, buttonValue(card, ACTION.sendBackRequest), bySecretary);
    const field = REQUEST_FIELD.reason;
    await bot.submit({ [field]: { [field]: { value: "请先明确到货日期" } } }, "VSTORY", SECRETARY);
    expect(said(lastIn(LEAD_DM))).toContain("请先明确到货日期");
    expect(await due()).toMatchObject({ dueDate: before.dueDate, changes: 0 });
    expect(await lightShown()).toBe("🟡");
  });

  it("the closure is not approved before the evidence is there", async () => {
    await report("办结 7 全部医院已设置老年医学科", LEAD);
    expect(lastReply()).toContain("佐证");
    const { id } = await database.prisma.request.findFirstOrThrow({ where: { state: "pending" } });
    await bot.command(`申请 ${id} 同意`, SECRETARY);
    expect(lastReply()).toContain("佐证");
    expect((await task()).state).toBe("open");
  });

  it("with its evidence it is approved, and the light turns green", async () => {
    const file = bot.slack.state.addFile("验收报告.pdf", Buffer.from("%PDF-1.7 验收"));
    await bot.dm("7 已完成，验收报告见附件", { user: LEAD, channel: LEAD_DM, subtype: "file_share", files: [file] });
    await confirmAs(LEAD, lastIn(LEAD_DM));
    const { id } = await database.prisma.request.findFirstOrThrow({ where: { state: "pending" } });
    await bot.command(`申请 ${id} 同意`, SECRETARY);
    expect(lastReply()).toContain("已同意办结");
    expect((await task()).state).toBe("closed");
    expect(await lightShown()).toBe("🟢");
    expect(lastReply()).toContain("取佐证材料（1）");
  });

  it("all of it stands in the audit trail, whose chain fits and is sealed", async () => {
    const actions = (await database.prisma.auditEvent.findMany()).map(({ action }) => action);
    for (const action of ["request.send-back", "request.approve"]) expect(actions).toContain(action);
    const verified = await createAuditTrail(database).verify(null);
    expect(verified).toMatchObject({ rows: actions.length, sealed: actions.length, fault: null, missing: null });
  });
});
