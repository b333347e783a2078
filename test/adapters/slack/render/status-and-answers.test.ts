// What a reply, an answer, a meeting and an agenda say.
import type { InputBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import {
  ACTION,
  COORDINATION_NEEDED,
  decodeProposal,
  decodeSettle,
  FIELD,
  VIEW,
} from "../../../../src/adapters/slack/ids.ts";
import { renderAgenda } from "../../../../src/adapters/slack/render/agenda.ts";
import { renderAnswer } from "../../../../src/adapters/slack/render/answers.ts";
import { renderClock } from "../../../../src/adapters/slack/render/clock.ts";
import { renderHelp, renderUnknownCommand } from "../../../../src/adapters/slack/render/help.ts";
import { renderMeetingSet, renderMeetings } from "../../../../src/adapters/slack/render/meetings.ts";
import { renderFailure, renderRefusal } from "../../../../src/adapters/slack/render/refusal.ts";
import {
  renderProposal,
  renderProposalDiscarded,
  renderRecorded,
} from "../../../../src/adapters/slack/render/status.ts";
import { updateModal } from "../../../../src/adapters/slack/render/update-modal.ts";
import type { Doubt } from "../../../../src/domain/status/status.ts";
import { Refusal } from "../../../../src/errors.ts";
import { buttonsOf, choicesOf, linesOf } from "./reading.ts";
import { agenda, agendaItem, answer, card, draft, meeting, page, proposal, TODAY, times } from "./samples.ts";

const SAID = "已开156个班，4200人，申请延期到12月20日";
const task = { taskId: 21, taskName: "21", title: "订单班培养" };

describe("a reply shown back", () => {
  it("says how it was understood, against the target, and asks to confirm", () => {
    const understood = proposal(SAID, { task });
    const view = {
      ...understood,
      reading: { ...understood.reading, extensionTo: "2026-12-20", needsCoordination: true },
    };
    const message = renderProposal(view);
    expect(linesOf(message)).toEqual([
      "我理解为：*21 订单班培养* 推进中；156 个（目标 200 个以上，78%）；4200 人；请求协调；申请延期至 12月20日（周日）",
      `原文：「${SAID}」`,
    ]);
    expect(buttonsOf(message).map((one) => one.label)).toEqual(["确认", "修改", "放弃"]);
    expect(decodeProposal(buttonsOf(message)[0]?.value)).toEqual({ proposalId: 7, taskId: 21 });
  });

  it("has the task chosen where none was named", () => {
    const message = renderProposal(
      proposal(SAID, { task: null, choices: [task, { ...task, taskId: 22, taskName: "22" }] }),
    );
    expect(linesOf(message)).toContain("*请选择这是哪一项的进展*");
    expect(choicesOf(message).map((one) => [one.action, decodeProposal(one.value).taskId])).toEqual([
      [ACTION.chooseTask, 21],
      [ACTION.chooseTask, 22],
    ]);
    expect(buttonsOf(message).map((one) => one.label)).toEqual(["修改", "放弃"]);
  });

  it("does not offer to confirm what it did not understand", () => {
    const understood = proposal("差不多了", { task });
    const unsure = { ...understood, reading: { ...understood.reading, status: null, unsure: true, quantities: [] } };
    const message = renderProposal(unsure);
    expect(message.text).toBe("未能从回复中确定状态，请问目前是：");
    expect(buttonsOf(message).map((one) => one.label)).toEqual(["推进中", "已完成", "存在滞后风险", "填写", "放弃"]);
    expect(
      buttonsOf(message)
        .slice(0, 3)
        .map((one) => decodeSettle(one.value).status),
    ).toEqual(["on_track", "done", "at_risk"]);
  });

  it("says what it could not make out, and only has a form where a day is missing", () => {
    const about = (doubt: Doubt) => {
      const understood = proposal("说不清", { task });
      return renderProposal({ ...understood, reading: { ...understood.reading, percent: 80, unsure: true, doubt } });
    };
    expect(about("percent").text).toContain("完成比例");
    expect(about("figure").text).toContain("数字");
    expect(about("extension").text).toContain("延期至哪一天");
    // A figure in doubt is not shown as if it were read.
    expect(linesOf(about("percent")).join()).not.toContain("80%");
    expect(buttonsOf(about("extension")).map((one) => one.label)).toEqual(["填写", "放弃"]);
  });

  it("shows the day the work is expected to be done", () => {
    const said = proposal(SAID, { task });
    const message = renderProposal({ ...said, reading: { ...said.reading, forecast: "2026-12-20" } });
    expect(message.text).toContain("预计12月20日（周日）完成");
  });
});

describe("a receipt", () => {
  const update = page("", 1).updates[0] ?? expect.fail();
  const recorded = {
    ...task,
    unitName: "市财政局",
    update,
    extensionTo: null,
    forecast: null,
    closureRequested: false,
    requestIds: [],
    digestIds: [1],
    stillOpen: 0,
  };

  it("says what was received and what is still asked", () => {
    expect(linesOf(renderRecorded({ ...recorded, stillOpen: 2, extensionTo: "2026-12-20" }))).toEqual([
      "已收到：*21 订单班培养* 推进中 60%",
      "延期申请（至12月20日）已提交联席办审核，结果将通知您",
      "贵单位本次还有 2 项待报，发送「/lianxi 我的」可查看",
      "市财政局 · 11月3日（周二）",
    ]);
    expect(linesOf(renderRecorded(recorded))).toContain("贵单位本次应报的进展均已收到");
    expect(linesOf(renderRecorded({ ...recorded, closureRequested: true }))).toContain(
      "办结申请已提交联席办审核，结果将通知您",
    );
    expect(linesOf(renderRecorded({ ...recorded, digestIds: [] }))).toHaveLength(2);
    expect(renderProposalDiscarded().text).toContain("已放弃，未记录进展");
  });
});

describe("the form", () => {
  const tasks = [
    { ...task, role: "lead" as const },
    { ...task, taskId: 22, taskName: "22", role: "supporting" as const },
  ];
  const elements = (view: ReturnType<typeof updateModal>) =>
    Object.fromEntries(
      view.blocks
        .filter((block): block is InputBlock => block.type === "input")
        .map(({ block_id, optional, element }) => [block_id, { optional, ...element }]),
    );

  it("is filled in with what was understood", () => {
    const reading = { ...proposal(SAID).reading, percent: 60, needsCoordination: true, extensionTo: "2026-12-20" };
    const view = updateModal({ tasks, taskId: 22, reading, privateMetadata: "meta" });
    expect([view.callback_id, view.private_metadata]).toEqual([VIEW.update, "meta"]);
    expect(elements(view)).toMatchObject({
      [FIELD.task]: { action_id: FIELD.task, initial_option: { value: "22", text: { text: "22 订单班培养 · 配合" } } },
      [FIELD.status]: { initial_option: { value: "on_track" } },
      [FIELD.percent]: { initial_value: "60", optional: true },
      [FIELD.details]: { initial_value: SAID, optional: true },
      [FIELD.coordination]: { initial_options: [{ value: COORDINATION_NEEDED }], optional: true },
      [FIELD.extension]: { initial_date: "2026-12-20", optional: true },
    });
  });

  it("starts empty, with the only task chosen", () => {
    const view = elements(updateModal({ tasks: tasks.slice(0, 1), taskId: null, reading: null, privateMetadata: "" }));
    expect(view[FIELD.task]).toMatchObject({ initial_option: { value: "21" } });
    expect(view[FIELD.status]).not.toHaveProperty("initial_option");
    expect(
      elements(updateModal({ tasks, taskId: 99, reading: null, privateMetadata: "" }))[FIELD.task],
    ).not.toHaveProperty("initial_option");
  });

  it("keeps the wanted task among the hundred that a select holds, each once", () => {
    const many = times(130, (i) => ({ taskId: i + 1, taskName: `${i + 1}`, title: "订单班", role: "lead" as const }));
    const view = elements(updateModal({ tasks: [...many, ...many], taskId: 125, reading: null, privateMetadata: "" }));
    expect(view[FIELD.task]).toMatchObject({ initial_option: { value: "125" } });
  });

  it("says so where there is nothing to report on", () => {
    const view = updateModal({ tasks: [], taskId: null, reading: null, privateMetadata: "" });
    expect(view.submit).toBeUndefined();
    expect(linesOf({ blocks: view.blocks as never })[0]).toContain("目前没有可由您报送的事项");
  });
});

describe("an answer", () => {
  it("begins with the owners and quotes the clause", () => {
    const message = renderAnswer(answer("task", [card()]), 5, TODAY);
    expect(linesOf(message)).toEqual([
      "*牵头：市财政局；配合：各县区人民政府、市各功能区管委会。*",
      "21 订单班补助",
      "依据：《责任分工》第21项「市财政局」",
      "联络员：市财政局 市财政局",
      "最新进展：🟡 推进中（市财政局，11月3日） · 报告存在滞后风险",
    ]);
    expect(buttonsOf(message).map((one) => one.label)).toEqual(["查看事项", "有帮助", "不是我问的"]);
  });

  it("cuts the quote, and says who has no contact and what has not come", () => {
    const silent = card("市财政局", {
      quote: "条".repeat(500),
      contacts: [{ unit: "市财政局", people: [] }],
      latest: null,
      light: { colour: "grey", reason: { code: "light-no-report" } },
    });
    const lines = linesOf(renderAnswer(answer("task", [silent]), 5));
    expect(lines[2]).toBe(`依据：《责任分工》第21项「${"条".repeat(119)}…」`);
    expect(lines[3]).toBe("联络员：市财政局（尚未指定）");
    expect(lines[4]).toBe("最新进展：⚪ 尚未收到进展");
  });

  it("never makes an owner up", () => {
    expect(linesOf(renderAnswer(answer("task", [card("", { lead: [], supporting: [] })]), 5))[0]).toBe(
      "*文件未明确责任单位。*",
    );
    expect(linesOf(renderAnswer(answer("task", [card("", { lead: [] })]), 5))[0]).toContain("牵头单位尚未明确");
    expect(linesOf(renderAnswer(answer("task", [card("甲", { supporting: [] })]), 5))[0]).toBe("*牵头：甲。*");
  });

  it("says that nothing was found, and what is near", () => {
    const lines = linesOf(renderAnswer(answer("none", [card()], "垃圾分类"), 5));
    expect(lines.slice(0, 3)).toEqual(["*台账中没有与「垃圾分类」相符的事项。*", "最接近的是：", "*21 订单班补助*"]);
    expect(lines.at(-1)).toBe("如应纳入，请联系联席办。");
    expect(linesOf(renderAnswer(answer("none", [], "垃圾分类"), 5))).toHaveLength(2);
  });

  it("lists a unit's tasks with the roles, the rest in a select", () => {
    const cards = times(8, (i) =>
      card("市财政局", { taskName: `${i + 1}`, lead: i < 3 ? ["市财政局"] : ["市教育局"] }),
    );
    const message = renderAnswer(answer("list", cards), 5);
    expect(linesOf(message)[0]).toBe("*市财政局牵头 3 项、配合 5 项*");
    expect(linesOf(message)).toContain("*4 订单班补助* · 配合");
    expect(choicesOf(message).map((one) => one.label)).toEqual(["6 订单班补助", "7 订单班补助", "8 订单班补助"]);
  });

  it("asks back, and says where a model helped", () => {
    expect(linesOf(renderAnswer(answer("clarify", [card()]), 5))[0]).toContain("请说明是哪一项");
    expect(linesOf(renderAnswer(answer("clarify", []), 5))[0]).toContain("请补充事项名称");
    expect(linesOf(renderAnswer({ ...answer("task", [card()]), mode: "model" }, 5)).at(-1)).toContain("均取自台账");
  });
});

describe("meetings", () => {
  it("says when the next one is, how long that is, and counts back from it", () => {
    const lines = linesOf(renderMeetings([meeting("2026-06-05", -100, "held"), meeting("2026-12-16", 10)]));
    expect(lines[0]).toBe("*下次会议：2026年12月16日（周三），还有 10 个工作日*");
    expect(lines).toContain("*配合单位截止日*：11月25日（周三）");
    expect(lines).toContain("2026年放假安排尚未公布，工作日暂按周末推算");
    expect(lines).toContain("已召开：2026年6月5日");
    expect(linesOf(renderMeetingSet(meeting("2026-12-16", 10)))[0]).toContain("已设定会议：2026年12月16日（周三）");
    expect(renderMeetings([]).text).toContain("尚未设定会议日期");
  });
});

describe("an agenda", () => {
  it("gives every item its reporter, its minutes, how often it has been here and why", () => {
    const one = { ...agenda(0, ""), totalMinutes: 5 };
    const item = agendaItem("关于实训基地补助兑现的汇报", {
      reportingUnit: "市财政局",
      reasons: [
        { code: "task-overdue", params: { days: 3 } },
        { code: "supporting-missing", params: { missing: "甲县人民政府", answered: 5, total: 9 } },
      ],
      opinions: [],
    });
    const sections = one.sections.map((section) =>
      section.key === "lead-reports" ? { ...section, items: [item], emptyReason: null } : section,
    );
    const [message] = renderAgenda(draft({ ...one, sections }));
    const lines = linesOf(message ?? expect.fail());
    expect(lines[0]).toBe("*12月16日（周三）会议议程草稿：1 个议题，约 5 分钟*");
    expect(lines).toContain("1. 关于实训基地补助兑现的汇报（市财政局，5 分钟；第 2 次提交）");
    expect(lines).toContain("列入原因：已逾期 3 个工作日；配合单位 5/9 已报，尚未收到：甲县人民政府");
    expect(lines.filter((line) => /^\*[一二三四五六七]、/.test(line))).toHaveLength(7);
    expect(lines).toContain("本期没有此类事项");
  });

  it("says an empty agenda aloud", () => {
    const [message] = renderAgenda(draft(agenda(0, "")));
    const lines = linesOf(message ?? expect.fail());
    expect(lines[0]).toBe("*12月16日（周三）会议议程草稿中没有议题*");
    expect(lines).toContain("台账中没有需要上会的事项。请核对台账和截止日 12月9日（周三）后重新生成");
  });

  it("shows five items a section and points to the document for the others", () => {
    const lines = renderAgenda(draft(agenda(40, "关于兑现的汇报"))).flatMap(linesOf);
    expect(lines.filter((line) => line.startsWith("5. "))).toHaveLength(7);
    expect(lines.filter((line) => line === "另有 35 个议题，详见所附文件")).toHaveLength(7);
  });
});

describe("help, refusals", () => {
  it("shows the office's commands to the office and the clock in the local workspace", () => {
    const help = (isSecretary: boolean, localWorkspace: boolean) =>
      linesOf(renderHelp({ isSecretary, localWorkspace })).join("\n");
    expect(help(false, false)).toContain("`/lianxi 我的`　查看贵单位的事项");
    expect(help(false, false)).not.toMatch(/时钟|联络员/);
    expect(help(true, false)).toContain("`/lianxi 联络员 市教育局 @某人`　指定联络员");
    expect(help(false, true)).toContain("时钟");
    expect(renderUnknownCommand("垃圾").text).toContain("没有「垃圾」这个指令");
  });

  it("keeps what would work in a refusal, however long the details are", () => {
    const long = renderRefusal(new Refusal("unknown-unit", { unit: "市".repeat(10_000), nearest: "" }));
    expect(long.text).toMatch(/发送「\/lianxi 单位」可查看全部单位。$/);
    expect(renderFailure("ab12").text).toContain("ab12");
    expect(renderClock("2026-12-09", "2026-12-08").text).toBe("日期已拨到 2026年12月9日（周三）。仅限本地试用");
    expect(renderClock("2026-12-09", "2026-12-09").text).toBe("日期已拨到 2026年12月9日（周三）。仅限本地试用");
    expect(renderClock("2026-12-09", "2026-12-02").text).toContain("跳过 6 天：其间的提醒不逐次补发");
    expect(renderClock("2026-11-20", "2026-12-09").text).toContain("已发出的提醒、已报的进展照旧保留，不会重发");
  });
});
