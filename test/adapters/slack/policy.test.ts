// 「/lianxi 提醒 规则」 in chat: read by everybody, changed by the secretary, a change shown by the lines that differ.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PolicyView } from "../../../src/app/reminders/policy/policy-use-cases.ts";
import { type ReminderPolicy, reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

const policy: ReminderPolicy = {
  ...reminderPolicy,
  steps: {
    lead: { before: [-30, -7, 0], overdue: [1, 3], overdueEvery: 10 },
    supporting: { before: [-15, -7], overdue: [1, 3], overdueEvery: 10 },
  },
  quietHours: { from: "18:00", to: "08:30" },
};
const view: PolicyView = { policy, lastChange: null, ownTasks: [] };
const said = () => JSON.stringify([...bot.slack.responses, ...bot.slack.state.messages]);

describe("the rules", () => {
  it("are read by anybody, in words", async () => {
    bot.gives("showPolicy", view);
    await bot.command("提醒 规则", CONTACT);
    for (const rule of [
      "牵头单位：到期前 30、7 个工作日和到期当天",
      "配合单位：到期前 15、7 个工作日",
      "逾期后：第 1、3 个工作日，此后每 10 个工作日一次",
      "到期日是休息日的，在此前最后一个工作日提醒",
      "免打扰时段：18:00 至次日 8:30，其间的提醒到 8:30 再发出",
      "牵头单位逾期仍未报送的，依次告知：副联络员（第 2 个工作日）、负责人（第 3 个工作日）、联席办（第 5 个工作日）、会议议程（第 7 个工作日）",
      "配合单位逾期仍未反馈的，依次告知：副联络员（第 1 个工作日）、负责人（第 2 个工作日）、牵头单位（第 3 个工作日）",
      "现为默认规则，尚未修改",
      "牵头 提前 30、14、7、3、1、0",
    ]) {
      expect(said()).toContain(rule);
    }
  });

  it("say who changed them last and when, and which tasks have their own", async () => {
    const lastChange = { by: SECRETARY, at: new Date("2026-11-22T17:00:00Z") };
    bot.gives("showPolicy", {
      ...view,
      lastChange,
      ownTasks: [{ taskId: 1, taskName: "责任分工·21", title: "订单班" }],
    });
    await bot.command("提醒 规则", CONTACT);
    expect(said()).toContain(`最近修改：<@${SECRETARY}>，`);
    expect(said()).toContain("另有规则的事项：责任分工·21");
  });

  it("a change shows what was and what is", async () => {
    const asked = bot.gives("changePolicy", { before: policy, after: { ...policy, quietHours: null } });
    await bot.command("提醒 规则 免打扰 不设", SECRETARY);
    expect(asked).toEqual([{ kind: "change", change: { kind: "quiet-hours", hours: null }, by: SECRETARY }]);
    expect(said()).toContain("原为：免打扰时段：18:00 至次日 8:30");
    expect(said()).toContain("现为：免打扰时段：未设");
    expect(said()).not.toContain("牵头单位");
    expect(said()).toContain("每个工作日 9:00");
  });

  it("of one task are shown and changed by its number", async () => {
    const task = { taskId: 1, taskName: "21", title: "订单班", policy, own: null };
    bot.gives("showTaskSteps", task);
    await bot.command("提醒 规则 事项 21", CONTACT);
    expect(said()).toContain("与全办规则一致");
    bot.clear();

    const own = { lead: { before: [-5, 0] } };
    const asked = bot.gives("setTaskSteps", { before: task, after: { ...task, own } });
    await bot.command("提醒 规则 事项 21 牵头 提前 5、0", SECRETARY);
    expect(asked).toMatchObject([{ ref: "21", change: { kind: "before", role: "lead", steps: [-5, 0] } }]);
    expect(said()).toContain("原为：牵头单位：到期前 30、7 个工作日和到期当天");
    expect(said()).toContain("现为：牵头单位：到期前 5 个工作日和到期当天");
  });

  it("what contradicts itself is refused with what would work", async () => {
    await bot.command("提醒 规则 免打扰 晚上", SECRETARY);
    expect(said()).toContain("没有读懂免打扰时段「晚上」");
  });
});
