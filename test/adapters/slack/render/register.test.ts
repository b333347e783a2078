// What an import, the units and the tasks say.
import { describe, expect, it } from "vitest";
import { decodeShowTask } from "../../../../src/adapters/slack/ids.ts";
import { renderMyTasks } from "../../../../src/adapters/slack/render/my-tasks.ts";
import { renderImportDiscarded, renderImported } from "../../../../src/adapters/slack/render/register.ts";
import { renderTaskPage } from "../../../../src/adapters/slack/render/tasks.ts";
import {
  renderAliasAdded,
  renderContactNamed,
  renderGroupSet,
  renderUnits,
} from "../../../../src/adapters/slack/render/units/units.ts";
import type { TaskPage } from "../../../../src/app/register/task-page.ts";
import { buttonsOf, choicesOf, linesOf } from "./reading.ts";
import { myRow, overview, page, TODAY, times, unit } from "./samples.ts";

describe("the page of a task", () => {
  it("says what meetings decided, the agendas it stood on, and how far its targets are", () => {
    const actual = { kind: "figure", value: 156, percent: 78, on: "2026-11-20" } as const;
    const lines = linesOf(
      renderTaskPage(
        {
          ...page("补助", 0),
          targets: [{ text: "订单班200个以上", unit: "个", actual }, { text: "每校1个以上" }],
          decisions: [{ date: "2026-06-17", text: "由市财政局9月底前拨付", dueDate: "2026-09-30" }],
          agendas: [{ date: "2026-06-17", topic: "关于补助兑现的汇报" }],
        },
        TODAY,
      ),
    );
    expect(lines).toContain("6月17日会议：由市财政局9月底前拨付（9月30日前）");
    expect(lines).toContain("6月17日会议：关于补助兑现的汇报");
    expect(lines).toContain("量化目标：订单班200个以上（已报 156 个，78%）；每校1个以上");
  });
});

describe("an import", () => {
  it("ends with the next step", () => {
    const summary = { title: "责任分工", tasks: 29, unitsCreated: 14, unitsWithoutContact: ["市教育局", "市财政局"] };
    expect(linesOf(renderImported(summary))).toEqual([
      "*已导入《责任分工》：事项 29 项，新增单位 14 个*",
      "下一步：请为 2 个单位指定联络员，例如发送「/lianxi 联络员 市教育局 @某人」",
      "尚无联络员：市教育局、市财政局",
    ]);
    expect(linesOf(renderImported({ ...summary, unitsWithoutContact: [] }))[1]).toContain("各单位均有联络员");
    expect(renderImportDiscarded("责任分工").text).toBe("已放弃导入《责任分工》，台账未作改动");
  });
});

describe("units", () => {
  it("lists those without a contact first, and says how to name one", () => {
    const contact = { id: 1, unitId: 3, slackUser: "U1", name: "张三", role: "primary" } as const;
    const lines = linesOf(renderUnits([overview("市财政局", { contacts: [contact] }), overview("市教育局")]));
    expect(lines).toEqual([
      "*共 2 个单位，请为其中 1 个指定联络员*",
      "发送「/lianxi 联络员 市教育局 @某人」即可指定",
      "*尚无联络员（1）*",
      "市教育局 · 牵头 3 项 · 配合 5 项",
      "*已有联络员（1）*",
      "市财政局 · 牵头 3 项 · 配合 5 项 · 联络员 张三",
    ]);
    expect(renderUnits([]).text).toContain("台账中还没有单位");
  });

  it("confirms what was set", () => {
    expect(
      renderContactNamed({ unit: unit("市教育局"), person: { name: "张三" }, role: "primary", replaced: ["李四"] })
        .text,
    ).toBe("已将张三指定为市教育局的联络员；今后的提醒将发给张三；不再是联络员：李四");
    expect(renderAliasAdded(unit("市教育局"), "市教委").text).toBe("已记录：「市教委」即市教育局");
    const set = { group: unit("各县区人民政府"), members: ["甲县人民政府", "乙县人民政府"], created: ["乙县人民政府"] };
    expect(linesOf(renderGroupSet(set))).toEqual([
      "已更新各县区人民政府的成员，共 2 个：甲县人民政府、乙县人民政府",
      "其中新增单位：乙县人民政府。请为其指定联络员，例如发送「/lianxi 联络员 乙县人民政府 @某人」",
    ]);
  });
});

describe("my tasks", () => {
  it("begins with what is due next", () => {
    const rows = [
      myRow(0, { dueDate: null }),
      myRow(1, { dueDate: "2026-12-16", status: "on_track", percent: 60, reportedOn: "2026-11-03" }),
      myRow(2, { role: "supporting" }),
    ];
    expect(linesOf(renderMyTasks(rows, TODAY))).toEqual([
      "*请于 12月9日（周三）前报送 1 项进展*",
      "共 3 项：牵头 2 项，配合 1 项",
      "*3 订单班补助* · 配合",
      "12月9日（周三）前 · 尚未收到贵单位进展",
      "*2 订单班补助* · 牵头",
      "12月16日（周三）前 · 上次：推进中 60%（11月3日）",
      "*1 订单班补助* · 牵头",
      "未设定办理时限 · 尚未收到贵单位进展",
    ]);
  });

  it("says what is overdue, and what is due today", () => {
    expect(renderMyTasks([myRow(0, { dueDate: "2026-12-01" })], TODAY).text).toBe("1 项已逾期，请尽快报送进展");
    expect(renderMyTasks([myRow(0, { dueDate: TODAY })], TODAY).text).toBe("请于今天报送 1 项进展");
    expect(renderMyTasks([myRow(0, { dueDate: "2026-12-01", status: "done" })], TODAY).text).toContain(
      "没有到期的事项",
    );
    expect(renderMyTasks([], TODAY).text).toContain("目前没有分配给您的事项");
  });

  it("shows five and keeps the others at hand, by the document's short name where numbers are shared", () => {
    const message = renderMyTasks(
      times(40, (i) => myRow(i, { refIsShared: true })),
      TODAY,
    );
    expect(buttonsOf(message)).toHaveLength(5);
    const others = choicesOf(message);
    expect(others).toHaveLength(35);
    expect(others[0]?.label).toBe("责任分工·6 订单班补助");
    expect(decodeShowTask(others[0]?.value)).toEqual({ ref: "责任分工·6" });
  });
});

describe("a task's page", () => {
  it("says owners, state with its reason, history and the clause", () => {
    const lines = linesOf(renderTaskPage(page("市财政局", 1), TODAY));
    expect(lines).toEqual([
      "*21 订单班补助*",
      "报送进展：12月9日（周三）前；办理时限：12月31日（周四）",
      "最新进展：🟡 推进中（市财政局，11月3日） · 报告存在滞后风险",
      "牵头：市财政局；配合：各县区人民政府、市各功能区管委会。",
      "联络员：市财政局 市财政局",
      "*进展*",
      "11月3日 · 市财政局 · 推进中 60%：市财政局",
      `配合单位 1/40 已报；尚未收到：${Array(8).fill("市财政局").join("、")}等 39 个`,
      "签收 1/40，未签收：市财政局",
      "市财政局不再承办，待确定承办单位（11月3日）：市财政局",
      "*申请*",
      "11月30日 · 市财政局申请延期至12月20日 · 待审核",
      "*会议议定*",
      "6月17日会议：市财政局（9月30日前）",
      "*列入议程*",
      "6月17日会议：市财政局",
      "目标「市财政局」数据不一致：市财政局11月3日报 156 市财政局",
      "佐证链接：市财政局",
      "量化目标：市财政局（已报 156 市财政局，78%）",
      "时限要求：市财政局",
      "依据：《责任分工》第21项「市财政局」",
    ]);
  });

  it("names each date for what it is: the report of the meeting, the task's own date with what became of it", () => {
    const open = page("市财政局", 0);
    const shown = (more: Partial<TaskPage> & { own?: string | null; report?: string | null }) => {
      const { own: ownDue = null, report: reportDue = "2026-12-09", ...rest } = more;
      const lines = linesOf(renderTaskPage({ ...open, ...rest, card: { ...open.card, ownDue, reportDue } }, TODAY));
      return lines.slice(
        1,
        lines.findIndex((line) => line.startsWith("最新进展")),
      );
    };
    const moved = { originalDueDate: "2026-12-31", dueDate: "2027-01-15", changes: 1 };
    const own = moved.dueDate;
    const due = "办理时限：2027年1月15日（周五）（原定 12月31日（周四），已变更 1 次）";
    expect(shown({ own, dates: [moved] })).toEqual([`报送进展：12月9日（周三）前；${due}`]);
    expect(shown({ own: "2026-12-31" })).toEqual(["报送进展：12月9日（周三）前；办理时限：12月31日（周四）"]);
    expect(shown({})).toEqual(["报送进展：12月9日（周三）前"]);
    expect(shown({ report: null })).toEqual(["办理时限：未设定，随会议报送进展"]);
    // What was kept of another of its dates stands below.
    expect(shown({ own: "2026-12-11", dates: [moved] })).toEqual([
      "报送进展：12月9日（周三）前；办理时限：12月11日（周五）",
      due,
    ]);
    const closed = { state: "closed", own: null } as const;
    expect(shown({ ...closed, dates: [moved] })).toEqual([due]);
    expect(shown({ ...closed, dates: [{ ...moved, changes: 0 }] })).toEqual(["办理时限：2027年1月15日（周五）"]);
    expect(shown({ ...closed, dates: [] })).toEqual([]);
  });

  it("offers to report to whom it is of use", () => {
    const labels = (mayReport: boolean) =>
      buttonsOf(renderTaskPage({ ...page("市财政局", 1), mayReport }, TODAY)).map((one) => one.label);
    expect(labels(true)).toContain("报进展");
    expect(labels(false)).not.toContain("报进展");
  });

  it("says that nothing has come", () => {
    expect(linesOf(renderTaskPage(page("市财政局", 0)))).toContain("*尚未收到进展*");
  });
});
