// What the meeting must decide: coordination (四), standing topics (五), requests (六), draft decisions (七).
import { describe, expect, test } from "vitest";
import { asked, due, items, plan, reasonsOf, register, said, task, units } from "../../support/meeting-facts.ts";

describe("四 what needs coordination, and 七 the decisions drafted for it", () => {
  const blocked = task("5", "兑现基地补助", { lead: ["finance"], supporting: ["someBodies", "counties"] });
  const atRisk = task("6", "开展专项检查");
  const nobody = task("7", "组织评选", { lead: [] });
  const facts = register({
    tasks: [blocked, atRisk, nobody],
    units: units({ withoutContact: ["west", "someBodies"] }),
    latestUpdates: [
      said(blocked, "north", "blocked", { text: "资金未到位" }),
      said(atRisk, "education", "at_risk", { text: "人手不足", needsCoordination: true }),
    ],
  });

  test("lists blocked tasks, asked-for help, tasks without a lead, units to be named, units without a contact", () => {
    expect(items(facts, "coordination").map((item) => [item.topic, ...reasonsOf(item)])).toEqual([
      ["关于协调解决兑现基地补助存在问题的事项", "status-blocked unit=北山县人民政府"],
      ["关于协调解决开展专项检查存在问题的事项", "status-at-risk unit=市教育局", "asks-coordination unit=市教育局"],
      ["关于组织评选牵头单位的确定", "lead-unnamed"],
      ["关于明确“有关部门”具体单位的事项（涉及5）", "unit-needs-naming unit=有关部门"],
      ["关于补报单位联络员的事项", "unit-without-contact unit=西河县人民政府"],
    ]);
    expect(items(facts, "coordination")[0]?.opinions).toEqual([{ unit: "北山县人民政府", text: "资金未到位" }]);
  });

  test("at risk without asking for help is left to 三", () => {
    const only = register({ tasks: [atRisk], latestUpdates: [said(atRisk, "education", "at_risk")] });
    expect(items(only, "coordination")).toEqual([]);
  });

  test("every one of them has a draft decision in 七 that points back at it", () => {
    expect(items(facts, "confirm-decisions").map((item) => [item.topic, ...reasonsOf(item)])).toEqual([
      ["拟议定：请市财政局牵头研究解决“兑现基地补助”存在的问题，明确完成时限。", "decision-needed item=四.1"],
      ["拟议定：请市教育局牵头研究解决“开展专项检查”存在的问题，明确完成时限。", "decision-needed item=四.2"],
      ["拟议定：明确“组织评选”的牵头单位。", "decision-needed item=四.3"],
      ["拟议定：明确“有关部门”由哪些单位承担。", "decision-needed item=四.4"],
      ["拟议定：请有关单位补报联络员。", "decision-needed item=四.5"],
    ]);
  });
});

describe("五 standing topics", () => {
  const document = { ...plan, standingTopics: ["招生计划", "师资需求", "经费保障"] };
  const facts = register({
    documents: [document],
    tasks: [
      task("1", "保障招生规模", { lead: ["education", "labour"] }),
      task("2", "提高招生质量", { lead: ["labour"] }),
      task("3", "需求信息库", { lead: ["industry"] }),
      task("4", "企业需求目录", { lead: ["industry"] }),
      task("5", "对接用工需求", { lead: ["labour"] }),
      task("6", "落实经费", { lead: ["finance"] }),
    ],
  });

  test("are reported by the unit that leads most related tasks, else by the body that issued the document", () => {
    expect(items(facts, "standing-topics").map((i) => [i.topic, i.reportingUnit, ...i.attending])).toEqual([
      ["关于招生计划的汇报", "市人力资源社会保障局", "市教育局"],
      ["关于师资需求的汇报", "市人民政府办公室"], // nothing about 师资; 需求 alone says nothing
      ["关于经费保障的汇报", "市财政局"],
    ]);
    expect(reasonsOf(items(facts, "standing-topics")[0])).toEqual([`standing-topic title=${plan.title}`]);
  });
});

describe("六 requests", () => {
  const bases = task("2", "建设实训基地", { lead: ["education"] });
  const jobs = task("3", "开展专项检查", { lead: ["labour"] });
  const facts = register({
    tasks: [bases, jobs],
    occurrences: [due(bases, "2026-12-31", { originalDueDate: "2026-06-30", changes: 1 })],
    requests: [
      asked(bases, "education", { kind: "extension", reason: "设备采购延后", proposedDate: "2027-06-30" }),
      asked(bases, "education", { kind: "extension", state: "sent_back" }),
      asked(jobs, "labour", { kind: "closure", reason: "检查已完成" }),
    ],
  });

  test("are the pending ones, with the reason given and the dates as they were and are", () => {
    const [extension, closure, ...more] = items(facts, "requests");
    expect(more).toEqual([]);
    expect(extension).toMatchObject({ topic: "关于建设实训基地延期的申请", reportingUnit: "市教育局" });
    expect(extension?.opinions).toEqual([{ unit: "市教育局", text: "设备采购延后" }]);
    expect(reasonsOf(extension)).toEqual([
      "extension-requested unit=市教育局 date=2027-06-30",
      "due-dates original=2026-06-30 current=2026-12-31 changes=1",
    ]);
    expect(closure?.topic).toBe("关于开展专项检查办结的申请");
    expect(reasonsOf(closure)).toContain("closure-requested unit=市人力资源社会保障局");
  });

  test("have draft decisions with the exact dates", () => {
    expect(items(facts, "confirm-decisions").map((i) => i.topic)).toEqual([
      "拟议定：“建设实训基地”完成时限由2026年12月31日调整为2027年6月30日。",
      "拟议定：“开展专项检查”予以办结。",
    ]);
  });
});
