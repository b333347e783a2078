// What the secretary sees of the reminders: one glance at a day, what is stuck and what to do, the weeks to come.
import { describe, expect, it } from "vitest";
import { ACTION, encodeStatusPage } from "../../../../src/adapters/slack/ids.ts";
import { renderEachDigest } from "../../../../src/adapters/slack/render/overview/each-digest.ts";
import { renderForecast } from "../../../../src/adapters/slack/render/overview/forecast.ts";
import { renderReminderStatus } from "../../../../src/adapters/slack/render/overview/status.ts";
import { forecast, row, status } from "./overview-samples.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { plan, TODAY, times } from "./samples.ts";

const AT = new Date("2026-12-02T01:05:00Z");

describe("the status of a day", () => {
  it("says what was sent and answered, why others were not reminded, and the ticks", () => {
    expect(linesOf(renderReminderStatus(status()))).toEqual([
      "*12月2日（周三）提醒：计划 1 份，已发 1 份*",
      "有回应 1 份；进展已报 1/3 项",
      "未提醒 4 项，原因如下",
      "已收到本期进展：2 项",
      "当天不是提醒日：2 项",
      "最近一次安排：09:00，8 份",
      "下次安排：12月3日（周四） 09:00",
    ]);
  });

  it("draws those who wait for one cause together, with what to do", () => {
    const limited = { state: "pending", problem: "rate-limited", error: "ratelimited", notBefore: AT } as const;
    const rows = [
      row({ state: "failed", problem: "gone", error: "user_disabled", person: "市残联联络员", units: ["市残联"] }),
      ...times(300, (i) => row({ ...limited, person: `联络员${i}` })),
    ];
    const lines = linesOf(renderReminderStatus(status({}, rows)));
    expect(lines[0]).toBe("*12月2日（周三）提醒：计划 301 份，已发 0 份，待发 300 份，未送达 1 份*");
    expect(lines).toContain("无法接收消息，已转联席办：市残联联络员。请发送「/lianxi 联络员 市残联 @某人」重新指定");
    expect(lines).toContain("Slack 限制发送频率，09:05起自动再发，无需处理：联络员0、联络员1、联络员2等 300 个");
  });

  it("says missed ticks and a tick that does not come aloud", () => {
    const { last } = status().ticks;
    const lines = linesOf(
      renderReminderStatus(
        status({ ticks: { last, missed: ["2026-12-01", "2026-11-30"], overdueToday: true, next: TODAY } }, []),
      ),
    );
    expect(lines).toContain("*今天的提醒尚未安排：09:00 已过。请确认程序正在运行并查看日志*");
    expect(lines.join()).toContain("*12月1日、11月30日没有安排提醒");
  });

  it.each([
    ["a failed tick", { error: "no database", finishedAt: AT }, "最近一次安排失败（09:00）：no database。"],
    ["a broken one", { finishedAt: null }, "最近一次安排（09:00）尚未完成"],
  ])("says %s", (_, over, words) => {
    const { ticks } = status();
    const last = ticks.last && { ...ticks.last, ...over };
    expect(linesOf(renderReminderStatus(status({ ticks: { ...ticks, last } }))).join()).toContain(words);
  });

  it("warns where a year is not announced, and of lines that cannot be read", () => {
    const lines = linesOf(renderReminderStatus(status({ unannounced: [2027], badCalendarLines: 2 })));
    expect(lines.join()).toContain("2027 年放假安排尚未公布");
    expect(lines.join()).toContain("有 2 行无法读取");
  });

  it.each([
    ["a day to come", { date: "2026-12-07", plan: plan(2, 0) }, "12月7日（周一）计划发出 2 份提醒，共 8 项"],
    [
      "a day off",
      { date: "2026-12-05", plan: { ...plan(0, 3), workingDay: false } },
      "12月5日（周六）不是工作日，不发出提醒",
    ],
    ["a day gone by without any", { date: "2026-12-01", plan: null }, "12月1日（周二）没有发出提醒"],
    ["a day of nothing", { plan: plan(0, 0) }, "12月2日（周三）没有计划发出的提醒"],
  ])("says %s", (_, over, title) => {
    expect(linesOf(renderReminderStatus(status(over, [])))[0]).toBe(`*${title}*`);
  });

  it("of a day gone by knows how many were not reminded, not why", () => {
    expect(linesOf(renderReminderStatus(status({ date: "2026-12-01", plan: null }))).join()).toContain(
      "当天未提醒 4 项；原因只能在当天查看",
    );
  });
});

describe("digest by digest", () => {
  const many = status(
    {},
    times(45, (i) => row({ digestId: i + 1, person: `联络员${i + 1}` })),
  );

  it("twenty to a page, with a button to the next one", () => {
    const first = renderEachDigest(many, 1);
    expect(linesOf(first).slice(0, 2)).toEqual([
      "*12月2日（周三）提醒逐份情况：共 45 份（第 1/3 页）*",
      "联络员1 市财政局 · 已发 09:00，有回应 · 已报 1/3",
    ]);
    expect(linesOf(first)).toHaveLength(21);
    expect(buttonsOf(first)).toEqual([
      { label: "下一页", action: ACTION.statusPage, value: encodeStatusPage({ date: TODAY, page: 2 }) },
    ]);
    expect(linesOf(renderEachDigest(many, 3))).toHaveLength(6);
    expect(buttonsOf(renderEachDigest(many, 3))).toEqual([]);
    expect(linesOf(renderEachDigest(many, 99))[0]).toContain("第 3/3 页");
  });

  it("says of one that was late from which day it is", () => {
    const late = status({ late: [row({ date: "2026-11-30", state: "pending", problem: "queued" })] }, []);
    expect(linesOf(renderEachDigest(late, 1))[1]).toBe("市财政局联络员（11月30日） 市财政局 · 待发 · 已报 1/3");
  });
});

describe("the calendar of the weeks to come", () => {
  it("has a line a week, the assumption, and what nobody has announced", () => {
    const off = forecast(2, { daysOff: ["2026-12-03"] });
    expect(linesOf(renderForecast({ ...off, unannounced: [2027] }))).toEqual([
      "*11月30日至12月13日提醒日历：24 份，62 项*",
      "11月30日–12月6日：12 份 31 项，9 人；12月2日最多 8 份；升级 2 项；休 12月3日",
      "12月7日–12月13日：12 份 31 项，9 人；12月9日最多 8 份；升级 2 项；休 12月3日",
      "每人每周最多 2 条",
      "按现行规则推算，假定期间无人报送；报送后相应减少",
      "2027 年放假安排尚未公布，工作日暂按周末推算；公布后请更新程序，或在数据目录的 calendar.txt 中逐日补充",
    ]);
  });

  it("says weeks of nothing as well", () => {
    const nothing = forecast(1, { digests: 0, reminders: 0, people: 0, escalations: 0, busiest: null });
    const [day] = nothing.days;
    const empty = { ...nothing, days: day ? [{ ...day, digests: 0, reminders: 0 }] : [] };
    expect(linesOf(renderForecast(empty)).slice(0, 2)).toEqual([
      "*11月30日至12月6日没有将发出的提醒*",
      "11月30日–12月6日：无",
    ]);
  });
});
