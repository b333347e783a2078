// What a digest says: first what to do and until when; answered lines read as done.
import { describe, expect, it } from "vitest";
import { ACTION, encodeReport } from "../../../../src/adapters/slack/ids.ts";
import type { SlackMessage } from "../../../../src/adapters/slack/render/message.ts";
import { renderDayPlan, renderDigest, renderWholeDigest } from "../../../../src/adapters/slack/render/reminders.ts";
import type { ClaimOver } from "../../../../src/domain/reminders/digest.ts";
import type { ReminderResponse } from "../../../../src/domain/reminders/responses.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { digest, digestLine, plan, times } from "./samples.ts";

const response: ReminderResponse = {
  id: 4,
  occurrenceId: 5,
  taskId: 21,
  unitId: 3,
  slackUser: "U1",
  kind: "seen",
  remindAt: null,
  reason: "应由市教育局办理",
  on: "2026-12-02",
};

interface Select {
  options: { text: { text: string }; value: string }[];
}

/** The choices beside the lines. */
function selectsOf(message: SlackMessage): Select[] {
  return message.blocks.flatMap((block) =>
    block.type === "section" && block.accessory?.type === "static_select" ? [block.accessory as Select] : [],
  );
}

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
      "🟡 *21 订单班补助* · 牵头 · 报送进展：12月9日（周三）前",
      "上次：推进中 60%（11月3日） · 配合单位 9/12 已报",
      "也可直接回复本消息，例如「已完成60%」「在办」「明天提醒」",
    ]);
  });

  it("shows the ask as the notification", () => {
    expect(renderDigest(digest([digestLine()])).text).toBe("请于 12月9日（周三）前报送 1 项进展，还有 5 个工作日");
  });

  it("puts what is overdue first, in firmer words, and says what happens next", () => {
    const lines = linesOf(renderDigest(digest([overdue, digestLine()])));
    expect(lines.slice(0, 5)).toEqual([
      "*催办：1 项已逾期，请尽快报送进展；另有 1 项，最早12月9日（周三）*",
      "已逾期 1 项",
      "🔴 *17 实训基地补助* · 牵头 · 报送进展已逾期 3 个工作日",
      "配合单位 4/9 已报",
      "即将到期 1 项",
    ]);
    expect(lines).toContain("仍未收到的，将在会议议程中注明");
    expect(linesOf(renderDigest(digest([overdue])))[0]).toBe(
      "*催办：17 实训基地补助报送进展已逾期 3 个工作日，请尽快报送*",
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
    expect(linesOf(renderDigest(digest([silent])))[2]).toBe("配合单位 9/12 已报");
    const blocked = { ...silent, light: { colour: "red", reason: { code: "light-blocked" } } } as const;
    expect(linesOf(renderDigest(digest([blocked])))[2]).toMatch(/^配合单位 9\/12 已报 · 报告受阻$/);
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

  it("an urge offers the answer first, then receipt, then to hand the task back; without an urge receipt stands first", () => {
    const asked = digestLine({ role: "supporting", receipt: "asked" });
    const labels = (one: typeof asked) => buttonsOf(renderDigest(digest([one]))).map(({ label }) => label);
    const urged = { code: "urged", params: { unit: "市财政局", date: "2026-12-02" } } as const;
    expect(labels({ ...asked, reason: urged })).toEqual(["反馈", "签收", "不属本单位职责"]);
    expect(labels(asked)[0]).toBe("签收");
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

  it("gives one task its buttons and a choice of the rest, and several tasks a choice each", () => {
    const labels = (count: number) =>
      buttonsOf(renderDigest(digest(times(count, (i) => digestLine({ taskId: i + 1 }))))).map((b) => b.label);
    expect(labels(1)).toEqual(["报进展", "在办", "查看事项"]);
    expect(labels(3)).toEqual(["报进展"]);
    expect(labels(12)).toEqual(["报进展", "全部查看"]);
    const first = times(4, (i) => digestLine({ taskId: i + 1, answered: i === 0 }));
    const several = renderDigest(digest([...first, digestLine({ taskId: 9 })]));
    expect(buttonsOf(several)[0]).toEqual({
      label: "报进展",
      action: ACTION.report,
      value: encodeReport({ taskId: 2 }),
    });
    expect(selectsOf(several)).toHaveLength(4);
    expect(selectsOf(several)[0]?.options.map((one) => one.text.text)).toEqual([
      "报进展",
      "在办",
      "已办结",
      "申请延期",
      "请予协调",
      "配合情况",
      "今天下午提醒",
      "明天提醒",
      "3 个工作日后提醒",
      "不属本单位职责",
    ]);
  });

  it("groups what is late, due today, coming, and asked of a supporting unit; one group needs no heading", () => {
    const lines = [
      digestLine({ taskId: 1, role: "supporting", daysLeft: 7, supportingAnswered: null }),
      digestLine({ taskId: 2 }),
      digestLine({ taskId: 3, daysLeft: 0 }),
      digestLine({ taskId: 4, daysLeft: -2 }),
    ];
    expect(linesOf(renderDigest(digest(lines))).filter((one) => /^\S+ \d 项$/.test(one))).toEqual([
      "已逾期 1 项",
      "今天到期 1 项",
      "即将到期 1 项",
      "请贵单位配合 1 项",
    ]);
    // What the first line asks for must be among the lines shown.
    const supporting = { role: "supporting", daysLeft: 2, dueDate: "2026-12-04", supportingAnswered: null } as const;
    const many = [...times(6, (i) => digestLine({ taskId: i + 1 })), digestLine({ taskId: 9, ...supporting })];
    expect(linesOf(renderDigest(digest(many)))[1]).toBe("请贵单位配合 1 项");
  });

  it("says which clock a date is of, and both where a task has two", () => {
    const two = digestLine({ ownDue: { date: "2026-12-31", daysLeft: 20 } });
    expect(linesOf(renderDigest(digest([two])))[1]).toContain(
      "报送进展：12月9日（周三）前；办理时限：12月31日（周四）",
    );
    const own = digestLine({ kind: "due", daysLeft: 0 });
    expect(linesOf(renderDigest(digest([own])))[1]).toContain("办理时限今天到期");
    expect(renderDigest(digest([digestLine({ kind: "due" })])).text).toBe(
      "请于 12月9日（周三）前办结 1 项，还有 5 个工作日",
    );
  });

  it("shows what was said instead of a report", () => {
    const said = (kind: ReminderResponse["kind"], remindAt: string | null = null) =>
      linesOf(renderDigest(digest([digestLine({ response: { ...response, kind, remindAt } })])));
    expect(said("seen")[2]).toMatch(/^12月2日已表示在办 · /);
    expect(said("later", "2026-12-03T09:00")[2]).toMatch(/^12月3日（周四）再提醒 · /);
    expect(said("later", "2026-12-02T15:00")[2]).toMatch(/^12月2日（周三） 15:00 再提醒 · /);
    expect(said("not_mine")).toEqual([
      "*本次提醒均已答复或另行核定，无需再报*",
      "*21 订单班补助* · 已反映不属本单位职责，待联席办核定",
    ]);
    expect(said("not_mine_declined")[2]).toMatch(/^联席办核定：继续由贵单位办理 · /);
  });

  it("a second message of the day says why it comes", () => {
    const further = (code: "date-moved" | "not-mine-declined" | "report-due-in") =>
      renderDigest(digest([digestLine({ reason: { code } })], "further")).text;
    expect(further("report-due-in")).toMatch(/^按您的要求再次提醒：请于 12月9日/);
    expect(further("date-moved")).toMatch(/^时限有变：请于/);
    expect(further("not-mine-declined")).toMatch(/^联席办已核定：请于/);
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
    expect(lines).toContain("🟡 *21 订单班补助* · 市教育局 · 牵头 · 报送进展：12月9日（周三）前");
  });
});

describe("a claim 不属本单位职责 before the office", () => {
  const claim = (kind: ReminderResponse["kind"]) =>
    renderDigest(
      digest(
        [digestLine({ reason: { code: "not-mine" }, response: { ...response, kind, slackUser: "U0LIANXIBAN" } })],
        "further",
      ),
    );

  it("says who claims what and why, with two decisions", () => {
    expect(linesOf(claim("not_mine"))).toEqual([
      "*请核定：市财政局反映「21 订单班补助」不属本单位职责*",
      "理由：应由市教育局办理（12月2日）",
      "核定前暂停对该单位提醒。报送进展：12月9日（周三）前",
    ]);
    expect(buttonsOf(claim("not_mine")).map((one) => one.label)).toEqual(["仍请办理", "交由他单位", "查看事项"]);
  });

  it("then shows what was decided and what to do next; the other decision stays open", () => {
    const lines = linesOf(claim("not_mine_accepted"));
    expect(lines[0]).toBe("*已核定：「21 订单班补助」改由其他单位办理，不再提醒市财政局*");
    expect(lines[1]).toContain("/lianxi 改派 21 市财政局");
    expect(lines.at(-1)).toContain("核定人：<@U0LIANXIBAN>");
    expect(buttonsOf(claim("not_mine_accepted")).map((one) => one.label)).toEqual(["仍请办理"]);
    expect(buttonsOf(claim("not_mine_declined")).map((one) => one.label)).toEqual(["交由他单位"]);
  });

  it("keeps what was claimed once another unit has the task, and once nothing is left to decide", () => {
    const cardOf = (kind: ReminderResponse["kind"], claimOver: ClaimOver) => {
      const said = { ...response, kind, slackUser: "U0LIANXIBAN" };
      return renderDigest(digest([digestLine({ reason: { code: "not-mine" }, response: said, claimOver })], "further"));
    };
    const given = { kind: "reassigned", unitName: "市科技局", by: "U0MISHU", on: "2026-12-02" } as const;
    for (const kind of ["not_mine", "not_mine_accepted"] as const) {
      const lines = linesOf(cardOf(kind, given));
      expect(lines[0]).toBe("*已改派：「21 订单班补助」市财政局 → 市科技局*");
      expect(lines.slice(1)).toEqual(["该单位的理由：应由市教育局办理", "核定人：<@U0MISHU> · 12月2日"]);
      expect(buttonsOf(cardOf(kind, given))).toEqual([]);
    }
    expect(linesOf(cardOf("not_mine", { kind: "moot" }))[0]).toContain("无需核定");
    const decided = cardOf("not_mine_accepted", { kind: "moot" });
    expect(linesOf(decided)[0]).toContain("已核定");
    expect(linesOf(decided).join("")).not.toContain("请确定承办单位");
    expect(buttonsOf(decided)).toEqual([]);
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
