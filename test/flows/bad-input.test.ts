// What goes wrong with answers, through the real Bolt app: each is said in words, and nothing is recorded that should not be.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTION, encodeReport, encodeRequest, encodeRespond, FIELD } from "../../src/adapters/slack/ids.ts";
import { type OfficeBot, openOfficeBot } from "../support/office-bot.ts";
import { CONTACT, SECRETARY } from "../support/slack-bot.ts";

const STRANGER = "U0BUXIANGGAN";
const CONTACT_DM = `D${CONTACT.slice(1)}`;

describe("bad input", () => {
  let office: OfficeBot;
  beforeAll(async () => {
    office = await openOfficeBot("2026-12-02");
  });
  afterAll(() => office.stop());

  const updates = () => office.database.prisma.statusUpdate.count();
  const taskId = async (ref: string) => (await office.database.prisma.task.findFirstOrThrow({ where: { ref } })).id;
  const confirm = (message = office.lastReply(), user = CONTACT) =>
    office.bot.click(ACTION.confirmUpdate, office.value(ACTION.confirmUpdate, message), { user: { id: user } });

  it.each([
    ["a percent over 100", "进展 1 完成120%", "不在 0 至 100"],
    ["a quantity without a unit", "进展 3 已完成156", "数字未写明是什么"],
    ["more time until a day gone by", "延期 1 2020年1月1日 来不及", "已过"],
    ["a task that is none", "进展 999 已完成", "第 999 项不存在"],
  ])("%s", async (_, text, said) => {
    const before = await updates();
    await office.bot.command(text, CONTACT);
    expect(office.lastReply()).toContain(said);
    expect(await updates()).toBe(before);
  });

  it("a meeting on a day just gone by is not next year's", async () => {
    const meetings = () => office.database.prisma.meeting.findMany();
    const before = await meetings();
    await office.bot.command("会议 12月2日", SECRETARY);
    expect(office.lastReply()).toContain("已过");
    expect(await meetings()).toEqual(before);
  });

  it("a contact answers for another unit", async () => {
    const other = await office.database.prisma.task.findFirstOrThrow({
      where: { assignments: { none: { unit: { name: "市民政局" } } } },
    });
    await office.bot.command(`进展 ${other.ref} 已完成60%`, CONTACT);
    expect(office.lastReply()).toContain("您不是其联络员");
    expect(await updates()).toBe(0);
  });

  it("a percent over 100 in the form is said at its field", async () => {
    const id = await taskId("1");
    await office.bot.click(ACTION.report, encodeReport({ taskId: id }), { user: { id: CONTACT } });
    const values = {
      [FIELD.task]: { [FIELD.task]: { selected_option: { value: String(id) } } },
      [FIELD.status]: { [FIELD.status]: { selected_option: { value: "on_track" } } },
      [FIELD.percent]: { [FIELD.percent]: { value: "120" } },
    };
    const answer = JSON.parse(await office.bot.submit(values));
    expect(answer).toMatchObject({
      response_action: "errors",
      errors: { [FIELD.percent]: expect.stringContaining("120") },
    });
    expect(await updates()).toBe(0);
  });

  it("somebody else's click on a reply that was shown back records nothing", async () => {
    await office.bot.command("进展 1 已完成60%", CONTACT);
    const shown = office.lastReply();
    await confirm(shown, STRANGER);
    expect(office.lastReply()).toContain("已失效");
    expect(await updates()).toBe(0);
    await confirm(shown);
    expect(await updates()).toBe(1);
    await confirm(shown);
    expect(office.lastReply()).toContain("已经记录");
    expect(await updates()).toBe(1);
  });

  it("a form whose click is too old: the person is told the words that do the same", async () => {
    const { slack, logged } = office.bot;
    logged.length = 0;
    const id = await taskId("1");
    const late = (...errors: string[]) =>
      slack.fail("views.open", ...errors.map((error) => ({ kind: "error" as const, error })));
    late("expired_trigger_id", "exchanged_trigger_id", "expired_trigger_id");
    await office.bot.click(ACTION.report, encodeReport({ taskId: id }), { user: { id: CONTACT } });
    expect(office.lastReply()).toContain("/lianxi 进展 21 已完成60%");
    await office.bot.command("进展", CONTACT);
    expect(office.lastReply()).toContain("表单已失效");
    await office.bot.click(ACTION.respond, encodeRespond({ o: 1, u: 1, t: id, act: "not-mine" }), {
      user: { id: CONTACT },
    });
    expect(office.lastReply()).toContain("提醒 21 不属本单位职责：");
    expect(logged.filter((line) => line.includes("A listener failed"))).toEqual([]);
    late("invalid_arguments");
    await office.bot.click(ACTION.report, encodeReport({ taskId: id }), { user: { id: CONTACT } });
    expect(logged.filter((line) => line.includes("A listener failed"))).toHaveLength(1);
  });

  it("an approval twice, and by somebody without the right", async () => {
    await office.bot.command("延期 1 2027年5月31日 雨季停工", CONTACT);
    await confirm();
    const { id: requestId } = await office.database.prisma.request.findFirstOrThrow({ where: { state: "pending" } });
    const press = (user: string) =>
      office.bot.click(ACTION.approveRequest, encodeRequest({ requestId }), { user: { id: user } });
    const changes = async () =>
      (await office.database.prisma.occurrence.findFirstOrThrow({ where: { kind: "due", task: { ref: "1" } } }))
        .changes;
    await press(CONTACT);
    expect(office.lastReply()).toContain("联席办");
    await press(STRANGER);
    expect(await changes()).toBe(0);
    await press(SECRETARY);
    await press(SECRETARY);
    expect(await changes()).toBe(1);
    expect(office.lastReply()).toContain(`<@${SECRETARY}>`);
  });

  it("a reply edited and deleted after it was confirmed: what was recorded stays, and both wordings are kept", async () => {
    const before = await updates();
    const ts = "1700000500.000100";
    const was = { user: CONTACT, ts, text: "2 已完成60%" };
    const change = (subtype: string, more: object, at: string) =>
      office.bot.event({
        ...{ type: "message", subtype, channel: CONTACT_DM, channel_type: "im", event_ts: at, previous_message: was },
        ...more,
      });
    await office.bot.dm(was.text, { channel: CONTACT_DM, ts });
    await confirm(office.lastTo(CONTACT));
    await change("message_changed", { message: { ...was, text: "2 已完成90%" } }, "1700000600.000100");
    expect(await updates()).toBe(before + 1);
    await confirm(office.lastTo(CONTACT));
    await change("message_deleted", { deleted_ts: ts }, "1700000700.000100");
    const task = { task: { ref: "2" } };
    const kept = await office.database.prisma.statusUpdate.findMany({ where: task, orderBy: { id: "asc" } });
    expect(kept.map(({ percent, text }) => [percent, text])).toEqual([
      [60, "已完成60%"],
      [90, "已完成90%"],
    ]);
    const trail = JSON.stringify(await office.database.prisma.auditEvent.findMany());
    for (const text of ["已完成60%", "已完成90%"]) expect(trail).toContain(text);
  });

  it("a file of 1 GB is refused by the size that Slack states, and not a byte is asked for", async () => {
    const file = office.bot.slack.state.addFile("全部影像.pdf", Buffer.from("%PDF"), 1024 ** 3);
    const url = "https://files.slack.com/never-asked";
    await office.bot.dm("2 已完成95%", {
      channel: CONTACT_DM,
      subtype: "file_share",
      files: [{ ...file, url_private: url }],
    });
    expect(office.lastTo(CONTACT)).toContain("过大");
    expect(office.lastTo(CONTACT)).toContain("10 MB");
    expect(await office.database.prisma.evidence.count()).toBe(0);
  });

  it("a status on a closed task, and on one that was withdrawn", async () => {
    const tasks = office.database.prisma.task;
    await tasks.updateMany({ where: { ref: "1" }, data: { state: "closed" } });
    await tasks.updateMany({ where: { ref: "3" }, data: { state: "withdrawn" } });
    const before = await updates();
    await office.bot.command("进展 1 已完成80%", CONTACT);
    expect(office.lastReply()).toContain("已办结");
    await office.bot.command("进展 3 已完成80%", CONTACT);
    expect(office.lastReply()).toMatch(/已随文件修订撤回|不存在/);
    expect(await updates()).toBe(before);
  });
});
