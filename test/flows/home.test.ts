// The home page through the real Bolt app: opened, leafed through, a request decided on it, and drawn again after a report.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeHome } from "../../src/adapters/slack/ids/home-state.ts";
import { ACTION, FIELD } from "../../src/adapters/slack/ids.ts";
import { checkView } from "../../src/adapters/slack/limits.ts";
import { buttonValue, openSampleOffice, type SampleOffice } from "../support/sample-office.ts";
import { CONTACT, SECRETARY } from "../support/slack-bot.ts";

const TODAY = "2026-12-02";

describe("the home page", () => {
  let office: SampleOffice;
  let bot: SampleOffice["bot"];

  beforeAll(async () => {
    office = await openSampleOffice({
      today: TODAY,
      meeting: "2026-12-23",
      contacts: { 市民政局: CONTACT },
    });
    ({ bot } = office);
  });
  afterAll(() => office.close());

  const viewOf = (user: string) => {
    const view = bot.slack.state.homes.get(user);
    if (view === undefined) throw new Error(`no home page of ${user}`);
    const parsed = typeof view === "string" ? JSON.parse(view) : view;
    expect(checkView(parsed)).toEqual([]);
    return JSON.stringify(parsed);
  };
  const open = async (user: string) => {
    await bot.event({ type: "app_home_opened", tab: "home", user, channel: `D${user.slice(1)}` });
    return viewOf(user);
  };
  const onHome = (user: string) => ({
    user: { id: user },
    channel: undefined,
    container: { type: "view" },
    response_url: undefined,
  });

  it("says to a contact what to do and until when, and shows a task over the page", async () => {
    const view = await open(CONTACT);
    expect(view).toContain("需要办理");
    expect(view).toContain("报进展");
    expect(view).not.toMatch(/尚无联络员|各部分/);
    bot.slack.calls.length = 0;
    await bot.click(ACTION.showTask, buttonValue(view, ACTION.showTask), onHome(CONTACT));
    const [opened] = bot.slack.calls.filter((call) => call.method === "views.open");
    expect(JSON.stringify(opened)).toContain("依据：");
  });

  it("names to the office the tasks with a red light, and why", async () => {
    await bot.command("定灯 2 红 资金尚未落实", SECRETARY);
    const view = await open(SECRETARY);
    expect(view).toMatch(/红灯事项.*\*2 .*联席办定：资金尚未落实/);
    await bot.command("定灯 2 恢复", SECRETARY);
    expect(await open(SECRETARY)).not.toContain("资金尚未落实");
  });

  it("says which tasks wait for 签收, and follows when one is accepted", async () => {
    const asked = (view: string) => /待签收 (\d+) 项：.*?签收 ([^」]+)」/.exec(view) ?? [];
    const view = await open(CONTACT);
    expect(view).toContain("*待签收*");
    const [, count, ref] = asked(view);
    await bot.command(`签收 ${ref}`, CONTACT);
    expect(Number(asked(viewOf(CONTACT))[1])).toBe(Number(count) - 1);
  });

  it("another page of a list, and an old button", async () => {
    const view = await open(SECRETARY);
    expect(view).toContain("各牵头单位");
    expect(view).toContain("尚无联络员");
    await bot.click(ACTION.homeList, buttonValue(view, ACTION.homeList), onHome(SECRETARY));
    expect(viewOf(SECRETARY)).toContain("回到第一页");
    bot.slack.calls.length = 0;
    await bot.click(ACTION.homeList, "{}", onHome(SECRETARY));
    expect(bot.slack.calls.some((call) => call.method === "views.publish")).toBe(false);
  });

  it("somebody without the right gets no office page, whatever the button says", async () => {
    await bot.click(ACTION.homeView, encodeHome({ view: "office", starts: { units: 5 } }), onHome(CONTACT));
    expect(viewOf(CONTACT)).not.toMatch(/尚无联络员|各牵头单位/);
    const stranger = await open("U0STRANGER");
    expect(stranger).toContain("直接发送文字即可");
    expect(stranger).not.toMatch(/需要办理|各牵头单位|市民政局/);
  });

  it("a report moves the task to what is done and asks; the office decides on its page; both pages follow", async () => {
    const before = await open(CONTACT);
    const lead = before.slice(before.indexOf("· 牵头"));
    const taskId = (JSON.parse(buttonValue(lead, ACTION.report)) as { taskId: number }).taskId;
    await bot.click(ACTION.report, buttonValue(lead, ACTION.report), onHome(CONTACT));
    await bot.submit({
      [FIELD.task]: { [FIELD.task]: { selected_option: { value: String(taskId) } } },
      [FIELD.status]: { [FIELD.status]: { selected_option: { value: "done" } } },
      [FIELD.details]: { [FIELD.details]: { value: "已全部完成" } },
    });
    const after = viewOf(CONTACT);
    expect(after).toContain("申请办结");
    expect(after).not.toBe(before);

    const office = await open(SECRETARY);
    expect(office).toContain("待审核的申请（1 件）");
    await bot.click(ACTION.approveRequest, buttonValue(office, ACTION.approveRequest), onHome(SECRETARY));
    expect(viewOf(SECRETARY)).not.toContain("待审核的申请");
    expect(await open(CONTACT)).toContain("已办结");
  });
});
