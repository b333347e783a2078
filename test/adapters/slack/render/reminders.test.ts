// What a digest says: first what to do and until when; answered lines read as done.
import { describe, expect, it } from "vitest";
import { ACTION, encodeReport } from "../../../../src/adapters/slack/ids.ts";
import { renderDayPlan, renderDigest, renderWholeDigest } from "../../../../src/adapters/slack/render/reminders.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { digest, digestLine, plan, times } from "./samples.ts";

const overdue = digestLine({
  taskId: 17,
  taskName: "17",
  title: "实训基地补助",
  dueDate: "2026-11-27",
  daysLeft: -3,
  light: { colour: "red", reason: { code: "report-overdue", params: { days: 3 } } },
  last: null,
  supportingAnswered: { answered: 4, total: 9 },
});

describe("a contact's digest", () => {
  it("asks for one report: the date, what is left, the last state; the time that makes the light yellow stands there once", () => {
    expect(linesOf(renderDigest(digest([digestLine()])))).toEqual([
      "*请于 12月9日（周三）前报送 1 项进展，还有 5 个工作日*",
      "🟡 *21 订单班补助* · 牵头 · 12月9日（周三）前报送",
      "上次：推进中 60%（11月3日） · 配合单位 9/12 已报",
      "也可直接回复本消息，例如「已完成60%，预计12月20日前办结」",
    ]);
  });

  it("shows the ask as the notification", () => {
    expect(renderDigest(digest([digestLine()])).text).toBe("请于 12月9日（周三）前报送 1 项进展，还有 5 个工作日");
  });

  it("puts what is overdue first, in firmer words, and says what happens next", () => {
    const lines = linesOf(renderDigest(digest([overdue, digestLine()])));
    expect(lines.slice(0, 3)).toEqual([
      "*催办：1 项进展已逾期，请尽快报送；另有 1 项请于 12月9日（周三）前报送*",
      "🔴 *17 实训基地补助* · 牵头 · 已逾期 3 个工作日",
      "尚未收到贵单位进展 · 配合单位 4/9 已报",
    ]);
    expect(lines).toContain("截止日前仍未收到的，将在会议议程中注明");
    expect(linesOf(renderDigest(digest([overdue])))[0]).toBe(
      "*催办：17 实训基地补助的进展已逾期 3 个工作日，请尽快报送*",
    );
  });

  it("says what makes the light red besides the time, to the lead only", () => {
    const reason = { code: "light-blocked", params: { date: "2026-11-03" } } as const;
    const blocked = digestLine({ light: { colour: "red", reason } });
    expect(linesOf(renderDigest(digest([blocked])))[2]).toContain("受阻");
    const supporting = digestLine({ role: "supporting", light: { colour: "red", reason } });
    expect(linesOf(renderDigest(digest([supporting]))).join()).not.toContain("受阻");
  });

  it("says a light's reason once", () => {
    const silent = digestLine({ last: null, light: { colour: "grey", reason: { code: "light-no-report" } } });
    expect(linesOf(renderDigest(digest([silent])))[2]).toBe("尚未收到贵单位进展 · 配合单位 9/12 已报");
    const blocked = { ...silent, light: { colour: "red", reason: { code: "light-blocked" } } } as const;
    expect(linesOf(renderDigest(digest([blocked])))[2]).toMatch(/尚未收到贵单位进展 .* · 报告受阻$/);
  });

  it("speaks for the lead to a supporting unit", () => {
    const line = digestLine({ role: "supporting", unitName: "甲县人民政府", supportingAnswered: null });
    expect(linesOf(renderDigest(digest([line])))[0]).toBe(
      "*市财政局请贵单位配合：21 订单班补助，请于 12月9日（周三）前反馈，还有 5 个工作日*",
    );
    expect(linesOf(renderDigest(digest([{ ...line, daysLeft: 0 }])))[0]).toBe(
      "*市财政局请贵单位配合：21 订单班补助，请于今天反馈*",
    );
  });

  it("says which are due first where the dates differ", () => {
    const later = digestLine({ taskId: 22, dueDate: "2026-12-16", daysLeft: 10 });
    expect(linesOf(renderDigest(digest([later, digestLine()])))[0]).toBe(
      "*请于 12月9日（周三）前报送 1 项进展，还有 5 个工作日；其余 1 项时间见下*",
    );
  });

  it("names the year where it is another one", () => {
    expect(linesOf(renderDigest(digest([digestLine({ dueDate: "2027-01-06", daysLeft: 23 })])))[0]).toContain(
      "2027年1月6日（周三）前",
    );
  });

  it("closes answered lines in place and reads as done once all are", () => {
    const done = digestLine({ answered: true, last: { status: "on_track", percent: 80, on: "2026-12-02" } });
    const half = linesOf(renderDigest(digest([done, digestLine({ taskId: 22, taskName: "22" })])));
    expect(half[0]).toContain("前报送 1 项进展");
    expect(half).toContain("已收到 *21 订单班补助* · 推进中 80%（12月2日）");
    const all = renderDigest(digest([done, done]));
    expect(linesOf(all)[0]).toBe("*已收到贵单位 2 项进展，本次提醒已全部答复*");
    expect(buttonsOf(all)).toEqual([]);
  });

  it("gives up to three open tasks a button each, and more one button with the first task preselected", () => {
    const labels = (count: number) =>
      buttonsOf(renderDigest(digest(times(count, (i) => digestLine({ taskId: i + 1 }))))).map((b) => b.label);
    expect(labels(1)).toEqual(["报进展", "查看事项"]);
    expect(labels(3)).toEqual(["报进展", "报进展", "报进展"]);
    expect(labels(4)).toEqual(["报进展"]);
    expect(labels(12)).toEqual(["报进展", "全部查看"]);
    const first = times(4, (i) => digestLine({ taskId: i + 1, answered: i === 0 }));
    expect(buttonsOf(renderDigest(digest([...first, digestLine({ taskId: 9 })])))[0]).toEqual({
      label: "报进展",
      action: ACTION.report,
      value: encodeReport({ taskId: 2 }),
    });
  });

  it("shows five lines and counts the others; 全部查看 shows all of them", () => {
    const lines = times(12, (i) => digestLine({ taskId: i + 1, taskName: `${i + 1}` }));
    const shown = linesOf(renderDigest(digest(lines)));
    expect(shown.filter((line) => line.startsWith("🟡"))).toHaveLength(5);
    expect(shown).toContain("另有 7 项");
    const all = linesOf(renderWholeDigest(digest(lines)));
    expect(all.filter((line) => line.startsWith("🟡"))).toHaveLength(12);
  });

  it("names the unit where one person answers for several", () => {
    const lines = linesOf(renderDigest(digest([digestLine(), digestLine({ unitName: "市教育局" })])));
    expect(lines).toContain("🟡 *21 订单班补助* · 市教育局 · 牵头 · 12月9日（周三）前报送");
  });
});

describe("the secretary's digest", () => {
  const missing = (unitName: string, taskName: string) =>
    digestLine({ unitName, taskName, reason: { code: "no-contact", params: { unit: unitName } } });

  it("says whom nobody could remind and what to do", () => {
    const view = digest([missing("市教育局", "21"), missing("市教育局", "22"), missing("市财政局", "3")], "secretary");
    expect(linesOf(renderDigest(view))).toEqual([
      "*请指定联络员：2 个单位的 3 项提醒未能送达*",
      "发送「/lianxi 联络员 市教育局 @某人」即可指定，此后按期提醒",
      "市教育局 · 2 项（21、22） · 最早 12月9日（周三）到期",
      "市财政局 · 1 项（3） · 最早 12月9日（周三）到期",
    ]);
  });

  it("asks for a definite unit where the document names none", () => {
    const view = digest([{ ...missing("有关部门", "4"), reason: { code: "unit-needs-naming" } }], "secretary");
    const lines = linesOf(renderDigest(view));
    expect(lines[1]).toContain("/lianxi 单位 集合 有关部门");
    expect(lines[2]).toContain("责任单位尚待明确");
  });

  it("has nothing to ask once all have answered", () => {
    expect(linesOf(renderDigest(digest([{ ...missing("市教育局", "21"), answered: true }], "secretary")))).toEqual([
      "*相关单位的进展均已收到，无需处理*",
    ]);
  });
});

describe("the plan of a day", () => {
  const names = { task: (id: number) => `${id}`, unit: () => "市财政局" };

  it("says what goes out, to whom and why, and what does not", () => {
    expect(linesOf(renderDayPlan(plan(1, 4), names))).toEqual([
      "*12月2日（周三）发出 1 份汇总提醒，共 4 项*",
      "市财政局：21（距报送进展还有 5 个工作日）",
      "未提醒 4 项，原因如下",
      "已收到本期进展：2 项",
      "当天不是提醒日：2 项",
    ]);
  });

  it("says an empty day aloud", () => {
    expect(linesOf(renderDayPlan(plan(0, 0), names))).toEqual(["*12月2日（周三）没有需要发出的提醒*"]);
    expect(linesOf(renderDayPlan({ ...plan(0, 3), workingDay: false, date: "2026-12-05" }, names))).toEqual([
      "*12月5日（周六）不是工作日，不发出提醒*",
    ]);
  });
});
