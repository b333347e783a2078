// The agenda: seven sections in order; what became of decisions (一), the reports of the leads (三).
import { describe, expect, test } from "vitest";
import { compileAgenda } from "../../../src/domain/meetings/agenda.ts";
import type { Meeting } from "../../../src/domain/meetings/meeting.ts";
import { indexResponses } from "../../../src/domain/reminders/responses.ts";
import {
  calendar,
  compile,
  due,
  idOf,
  items,
  meeting,
  plan,
  reasonsOf,
  register,
  said,
  task,
} from "../../support/meeting-facts.ts";

describe("given an empty register", () => {
  test("then all seven sections stand in order, each saying why it is empty", () => {
    const agenda = compile(register({ tasks: [] }));
    expect(agenda.sections.map((s) => `${s.key}: ${s.emptyReason?.code}`)).toEqual([
      "previous-decisions: no-previous-meeting",
      "overall-progress: nothing-in-section",
      "lead-reports: nothing-in-section",
      "coordination: nothing-in-section",
      "standing-topics: nothing-in-section",
      "requests: nothing-in-section",
      "confirm-decisions: nothing-in-section",
    ]);
    expect(agenda).toMatchObject({ ledger: [], totalMinutes: 0, warnings: [], meetingDate: meeting.date });
  });
});

describe("一 decisions of the last meeting", () => {
  const summer: Meeting = { ...meeting, id: 1, date: "2026-06-26", state: "held" };
  const decision = {
    id: 1,
    meetingId: 1,
    text: "由市教育局核定基地名单",
    unitId: idOf("education"),
    dueDate: "2026-09-30",
  };

  test("say what became of them, and how late they are", () => {
    const bases = task("3", "核定基地名单");
    const [item] = items(
      register({
        tasks: [bases],
        meetings: [summer, meeting],
        decisions: [{ ...decision, taskId: bases.id }],
        latestUpdates: [said(bases, "education", "at_risk", { text: "名单待公示" })],
      }),
      "previous-decisions",
    );
    expect(item).toMatchObject({ topic: "由市教育局核定基地名单", reportingUnit: "市教育局", taskLabel: "3" });
    expect(item?.opinions).toEqual([{ unit: "市教育局", text: "名单待公示" }]);
    expect(reasonsOf(item)).toEqual([
      "previous-decision date=2026-06-26",
      "light-at-risk date=2026-12-08",
      "task-overdue days=54",
    ]);
  });

  test("are those of the latest meeting held; one that decided nothing is not taken for none", () => {
    const spring: Meeting = { ...summer, id: 0, date: "2026-03-02" };
    const facts = register({
      tasks: [],
      meetings: [spring, summer, meeting],
      decisions: [{ ...decision, meetingId: 0, taskId: null }],
    });
    const section = compile(facts).sections[0];
    expect(section?.items).toEqual([]);
    expect(section?.emptyReason?.code).toBe("nothing-in-section");
  });
});

describe("三 reports of the lead units", () => {
  const bases = task("2", "建设公共实训基地。", {
    lead: ["education", "labour"],
    supporting: ["finance", "counties", "industry"],
  });
  const facts = register({
    tasks: [task("10", "开展线上招聘", { lead: ["labour"] }), bases],
    occurrences: [due(bases, "2026-12-10")],
    latestUpdates: [
      said(bases, "education", "on_track", { on: "2026-12-09", text: "已建3个" }),
      said(bases, "north", "blocked", { text: "用地未批；", on: "2026-12-02" }),
      said(bases, "south", "on_track", { percent: 50, on: "2026-12-01" }),
      said(bases, "finance", "on_track", { text: "去年的意见", on: "2025-11-01" }),
    ],
  });

  test("stand by document and number, with unit, person, attendance and how often they were here", () => {
    const agenda = compile(facts, new Map([[bases.id, 1]]));
    const section = agenda.sections.find((s) => s.key === "lead-reports");
    expect(section?.items.map((i) => i.taskLabel)).toEqual(["2", "10"]);
    expect(section?.items[0]).toMatchObject({
      group: plan.title,
      topic: "关于建设公共实训基地的汇报",
      reportingUnit: "市教育局",
      presenter: "市教育局联络员",
      attending: ["市人力资源社会保障局", "市财政局", "各县区人民政府", "市工业和信息化局"],
      timesSubmitted: 2,
      minutes: 5,
    });
  });

  test("say that reminders were brought to others, and when, of units not heard of since", () => {
    const escalated = [
      { taskId: bases.id, unitId: idOf("industry"), on: "2026-12-07" },
      { taskId: bases.id, unitId: idOf("industry"), on: "2026-12-11" },
      { taskId: bases.id, unitId: idOf("west"), on: "2026-12-09" },
      { taskId: bases.id, unitId: idOf("education"), on: "2026-12-08" },
    ];
    const input = { register: facts, meeting, today: "2026-12-15", calendar, timesSubmitted: new Map(), escalated };
    const [first] = compileAgenda(input).sections.find((s) => s.key === "lead-reports")?.items ?? [];
    expect(reasonsOf(first)).toContain("reminders-escalated unit=市工业和信息化局、西河县人民政府 date=2026-12-11");
  });

  test("say what came, what is late and who is missing by name", () => {
    expect(reasonsOf(items(facts, "lead-reports")[0])).toEqual([
      "meeting-report-received unit=市教育局 date=2026-12-09",
      "status-blocked unit=北山县人民政府",
      "task-overdue days=3",
      "supporting-missing missing=市财政局、西河县人民政府、市工业和信息化局 answered=2 total=5",
    ]);
    expect(reasonsOf(items(facts, "lead-reports")[1])).toEqual(["meeting-report-missing unit=市人力资源社会保障局"]);
  });

  test("carry what supporting units said since the call for topics, groups rolled up", () => {
    expect(items(facts, "lead-reports")[0]?.opinions).toEqual([
      { unit: "市财政局", text: null },
      { unit: "各县区人民政府（2/3 已报）", text: "北山县人民政府：用地未批；南湖区人民政府：50%" },
      { unit: "市工业和信息化局", text: null },
    ]);
  });

  test("of a group that leads count its members", () => {
    const centres = task("14", "新建公共实训中心", { lead: ["counties"] });
    const reports = (["north", "south", "west"] as const).map((key) => said(centres, key, "on_track"));
    const some = items(register({ tasks: [centres], latestUpdates: reports.slice(0, 2) }), "lead-reports");
    expect(reasonsOf(some[0])).toEqual(["group-missing unit=各县区人民政府 missing=西河县人民政府 answered=2 total=3"]);
    const all = items(register({ tasks: [centres], latestUpdates: reports }), "lead-reports");
    expect(reasonsOf(all[0])).toEqual(["meeting-report-received unit=各县区人民政府 date=2026-12-08"]);
  });

  test("leave out closed and withdrawn tasks", () => {
    const gone = [task("1", "一", { state: "closed" }), task("2", "二", { state: "withdrawn" })];
    expect(items(register({ tasks: gone }), "lead-reports")).toEqual([]);
  });

  test("take less time the less there is to explain, and an agenda beyond half a day says so", () => {
    const many = Array.from({ length: 45 }, (_, i) => task(String(i + 1), `事项${i + 1}`));
    const onTrack = many.map((t) => said(t, "education", "on_track"));
    const blocked = many.map((t) => said(t, "education", "blocked"));
    const calm = compile(register({ tasks: many, latestUpdates: onTrack }));
    expect(calm).toMatchObject({ totalMinutes: 10 + 45, warnings: [] });
    const rough = compile(register({ tasks: many, latestUpdates: blocked }));
    const minutes = 10 + 45 * (5 + 5 + 1);
    expect(rough.totalMinutes).toBe(minutes);
    expect(rough.warnings).toEqual([{ code: "agenda-too-long", params: { minutes, limit: 210 } }]);
  });
});

describe("四 a unit says that the task is another's", () => {
  const bases = task("5", "核定基地名单", { supporting: ["finance"] });
  const claim = (kind: "not_mine" | "not_mine_accepted" | "not_mine_declined", id: number) => ({
    id,
    occurrenceId: 1,
    taskId: bases.id,
    unitId: idOf("finance"),
    slackUser: "U1",
    kind,
    remindAt: null,
    reason: "应由市工业和信息化局办理",
    on: "2026-12-08",
  });
  const compiled = (...said: ReturnType<typeof claim>[]) =>
    compileAgenda({
      register: register({ tasks: [bases] }),
      meeting,
      today: "2026-12-15",
      calendar,
      timesSubmitted: new Map(),
      responses: indexResponses(said),
    });
  const duty = (...said: ReturnType<typeof claim>[]) =>
    compiled(...said)
      .sections.find((one) => one.key === "coordination")
      ?.items.filter((one) => one.topic.includes("承办单位"));

  test.each([
    ["undecided, with unit, day and words", [claim("not_mine", 1)], "duty-declined unit=市财政局 date=2026-12-08"],
    [
      "agreed to while nobody else is named",
      [claim("not_mine", 1), claim("not_mine_accepted", 2)],
      "duty-unassigned unit=市财政局 date=2026-12-08",
    ],
  ])("%s", (_, said, expected) => {
    const [item] = duty(...said) ?? [];
    expect(reasonsOf(item)).toEqual([expected]);
    expect(item?.opinions).toEqual([{ unit: "市财政局", text: "应由市工业和信息化局办理" }]);
    expect(item?.topic).toBe("关于核定基地名单承办单位的确定");
  });

  test("decided that it stays: nothing to coordinate", () => {
    expect(duty(claim("not_mine", 1), claim("not_mine_declined", 2))).toEqual([]);
  });
});
