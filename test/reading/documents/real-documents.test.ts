// The two real documents, read whole. The tables were made by hand from the documents. The files are not part of the repository.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DraftDocument, DraftTask } from "../../../src/domain/register/draft.ts";
import { readText } from "../../support/read-text.ts";

const folder = new URL("../../../../shared/documents/", import.meta.url);
const division = new URL("000_3ede4ea1d6ecdd77.txt", folder);
const opinions = new URL("001_bb8e7787d4e4d3e4.txt", folder);

const names = (units: DraftTask["lead"]) => units.map((unit) => unit.name).join(" ");
const assignments = (draft: DraftDocument) =>
  draft.tasks.map((task) => [Number(task.ref), names(task.lead), names(task.supporting)]);
const dates = (draft: DraftDocument) =>
  draft.tasks.map((task) => [Number(task.ref), ...task.deadlines.map((d) => (d.due ?? `${d.kind} ${d.text}`).trim())]);
const targets = (draft: DraftDocument) =>
  draft.tasks.flatMap((task) =>
    task.targets.map((t) => [Number(task.ref), `${t.comparator} ${t.value} ${t.unit}`, t.period, t.scope]),
  );
const kinds = (draft: DraftDocument, kind: string) =>
  draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]).filter((unit) => unit.kind === kind);
const guesses = (draft: DraftDocument, code: string) =>
  draft.tasks.flatMap((task) =>
    task.review
      .filter(({ reason }) => reason.code === code)
      .map(({ field, reason }) => [Number(task.ref), field, ...Object.values(reason.params ?? {})]),
  );

describe.skipIf(!existsSync(division))("具体事项责任分工: a table flattened to text", () => {
  const read = () => readText(readFileSync(division, "utf8"), "000.txt");
  const GX = "市工业和信息化局";
  const JY = "市教育局";
  const RS = "市人力资源社会保障局";
  const CZ = "市财政局";
  const FG = "市发展改革委";
  const JR = `${JY} ${RS}`;
  const YX = "各职技院校";
  const XQ = "各县区人民政府 市各功能区管委会";

  test("is called by its title; what stands around it is left out", () => {
    const draft = read();
    expect(draft).toMatchObject({
      title: "职业教育服务产业发展具体事项责任分工",
      shortTitle: "责任分工",
      issuer: null,
      number: null,
      date: null,
      validUntil: null,
      unread: [],
      context: [],
      standingTopics: [],
    });
  });

  test("29 tasks with every lead and supporting unit", () => {
    expect(assignments(read())).toEqual([
      [1, `${GX} ${JR}`, YX],
      [2, GX, ""],
      [3, JR, YX],
      [4, JR, YX],
      [5, JR, YX],
      [6, JR, YX],
      [7, JR, XQ],
      [8, FG, ""],
      [9, FG, `${GX} ${JR} ${XQ}`],
      [10, CZ, XQ],
      [11, RS, `${GX} ${JY}`],
      [12, RS, `${GX} ${JY}`],
      [13, RS, `${GX} ${XQ}`],
      [14, XQ, `${GX} ${RS} ${JY}`],
      [15, GX, XQ],
      [16, JR, YX],
      [17, CZ, XQ],
      [18, XQ, ""],
      [19, JR, `${GX} ${XQ}`],
      [20, JR, XQ],
      [21, CZ, XQ],
      [22, JR, GX],
      [23, RS, `${GX} ${XQ}`],
      [24, CZ, XQ],
      [25, `${RS} ${JY} ${CZ}`, XQ],
      [26, `${CZ} ${RS} ${JY}`, ""],
      [27, RS, XQ],
      [28, RS, ""],
      [29, CZ, ""],
    ]);
  });

  test("blank cells: where they were filled from is said", () => {
    const draft = read();
    expect(guesses(draft, "both-from-merged-cell")).toEqual([
      [5, "lead", "4"],
      [5, "supporting", "4"],
      [6, "lead", "4"],
      [6, "supporting", "4"],
    ]);
    expect(guesses(draft, "lead-from-merged-cell")).toEqual([
      [12, "lead", "11"],
      [13, "lead", "11"],
    ]);
  });

  test("ten sections, their broken lines joined", () => {
    const sections = [...new Set(read().tasks.map((task) => task.section))];
    expect(sections).toHaveLength(10);
    expect(sections[0]).toBe("一、产业专业精准匹配");
    expect(sections[9]).toBe("十、优化企业用工环境");
  });

  test("deadlines", () => {
    const dated = dates(read()).filter(([, first]) => first !== "undated");
    expect(dated).toEqual([
      [2, "undated 定期"],
      [5, "annual 年"],
      [6, "annual 每年"],
      [7, "2025-12-31", "annual 每年"],
      [9, "2025-12-31"],
      [12, "undated 定期"],
      [14, "2025-12-31"],
      [15, "annual 每年"],
      [16, "2025-12-31"],
      [19, "annual 每年"],
      [20, "annual 每年"],
      [27, "undated 定期"],
    ]);
  });

  test("targets; what is paid is none", () => {
    expect(targets(read())).toEqual([
      [1, ">= 75 %", null, "whole"],
      [4, ">= 20000 人", null, "whole"],
      [4, ">= 75 %", null, "whole"],
      [5, ">= 50000 人次", "annual", "whole"],
      [6, ">= 25000 人", "annual", "whole"],
      [7, ">= 10 所", "by 2025-12-31", "whole"],
      [7, ">= 5000 人", "annual", "whole"],
      [9, ">= 100 个", "by 2025-12-31", "whole"],
      [14, ">= 1 个", "by 2025-12-31", "each"],
      [15, ">= 20 个", "annual", "whole"],
      [16, ">= 1 个", "by 2025-12-31", "each"],
      [19, ">= 200 个", "annual", "whole"],
      [19, ">= 6000 人", "annual", "whole"],
      [20, ">= 2000 人", "annual", "whole"],
    ]);
  });

  test("short titles", () => {
    const titles = read().tasks.map((task) => task.title);
    expect(titles.filter((title) => title.length < 4 || title.length > 20)).toEqual([]);
    expect(new Set(titles).size).toBe(29);
    expect([titles[3], titles[9], titles[16], titles[20]]).toEqual([
      "保障职技院校招生",
      "产教融合型示范企业补助",
      "企业建设实训基地补助",
      "“订单班”补助",
    ]);
  });
});

describe.skipIf(!existsSync(opinions))("实施意见: a scraped page in mixed characters", () => {
  const read = () => readText(readFileSync(opinions, "utf8"), "001.txt");
  const JY = "教育局";
  const RS = "人力资源社会保障局";
  const FG = "发展改革委";
  const CZ = "财政局";
  const KJ = "科技局";
  const GX = "工业和信息化局";
  const SW = "税务局";

  test("is called by its title, with issuer, number and date", () => {
    expect(read()).toMatchObject({
      title: "市政府办公室关于深化产教融合的实施意见(试行)",
      shortTitle: "实施意见",
      issuer: "宜兴市人民政府办公室",
      number: "宜政办发〔2019〕79号",
      date: "2019-07-10",
      validUntil: null,
      unread: [],
    });
  });

  test("27 tasks with every lead and supporting unit", () => {
    expect(assignments(read())).toEqual([
      [3, FG, `${JY} ${RS} 有关部门`],
      [4, JY, `${RS} ${FG} ${CZ} ${KJ}`],
      [5, JY, `${RS} ${FG} 有关部门`],
      [6, JY, `${RS} 有关部门`],
      [7, JY, `${FG} ${CZ} 国资办 ${RS}`],
      [8, JY, `${CZ} ${RS} ${GX} 有关行业协会`],
      [9, JY, `${CZ} ${FG} ${GX} ${RS} ${SW}`],
      [10, KJ, `${FG} ${JY} ${RS} ${CZ} ${SW}`],
      [11, RS, GX],
      [12, FG, `${JY} ${GX} ${KJ} ${CZ} ${RS} ${SW}`],
      [13, GX, `${FG} ${JY} ${RS} 有关部门和行业协会`],
      [14, JY, ""],
      [15, JY, `${RS} ${FG}`],
      [16, JY, `${RS} ${FG}`],
      [17, JY, `${RS} 有关行业协会`],
      [18, JY, `${RS} 有关行业协会`],
      [19, JY, `${RS} 有关部门`],
      [20, JY, RS],
      [21, JY, RS],
      [22, JY, `${RS} ${FG}`],
      [23, JY, `${RS} ${FG} 相关行业协会`],
      [24, KJ, `${FG} ${JY} ${GX} ${RS} 相关行业协会`],
      [25, CZ, `${SW} 自然资源规划局 ${FG}`],
      [26, CZ, `有关银行和保险公司 ${FG}`],
      [27, FG, `${JY} ${RS} 有关部门`],
      [28, JY, `${RS} ${FG} 商务局`],
      [29, "市政府办公室", ""],
    ]);
  });

  test("clauses that assign nobody are context", () => {
    expect(read().context.map((clause) => clause.ref)).toEqual(["1", "2", "30"]);
  });

  test("12 mentions that nobody can be asked for, each noted", () => {
    const draft = read();
    expect(kinds(draft, "unresolved")).toHaveLength(12);
    expect(guesses(draft, "unit-unresolved")).toHaveLength(12);
  });

  test("guessed leads", () => {
    const draft = read();
    expect(guesses(draft, "responsible-first-leads")).toEqual([[14, "lead", JY]]);
    expect(guesses(draft, "lead-from-sentence")).toEqual([[29, "lead", "市政府办公室"]]);
  });

  test("the meeting's standing topics", () => {
    expect(read().standingTopics).toEqual(["招生计划", "专业设置", "经费保障", "企业用工需求", "装备建设", "师资需求"]);
  });

  test("deadlines: periods of practice, and payments, are none", () => {
    expect(dates(read()).filter(([, first]) => first !== "undated")).toEqual([
      [6, "undated 定期"],
      [21, "undated 定期"],
      [29, "annual 每年"],
    ]);
  });

  test("targets: percentages and the meetings of a year; payments and months of practice are none", () => {
    expect(targets(read())).toEqual([
      [11, ">= 60 %", null, "whole"],
      [15, ">= 50 %", null, "whole"],
      [29, ">= 2 次", "annual", "whole"],
    ]);
  });

  test("no page furniture, no spam and no notation in what people see", () => {
    const draft = read();
    const seen = [draft.title, ...draft.standingTopics, ...draft.context.map((clause) => clause.title)];
    for (const task of draft.tasks) {
      seen.push(task.title, task.section ?? "", task.text, names(task.lead), names(task.supporting));
    }
    const furniture =
      /马会|馬會|一肖|用[户戶]名|密[码碼]|网站|網站|溫馨|温馨|浏[览覽]|索引|分享到|bookmark|[牵牽][头頭][单單]位|[责責]任[单單]位/;
    expect(seen.filter((words) => furniture.test(words))).toEqual([]);
  });

  test("the words stay as the document has them; titles and sections are Simplified", () => {
    const task = read().tasks.find(({ ref }) => ref === "21");
    expect(task?.label).toBe("(二十一)");
    expect(task?.text).toContain("雙師型");
    expect(task?.title).toBe("加强“双师型”“一体化”教师培养");
    expect(task?.section).toBe("五、强化产教融合教师队伍建设");
  });
});
