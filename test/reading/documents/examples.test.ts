// The sample documents people try first.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readText } from "../../support/read-text.ts";

const read = (file: string) =>
  readText(readFileSync(new URL(`../../../examples/${file}`, import.meta.url), "utf8"), file);

test("责任分工: a table with merged cells, groups, targets and a payment", () => {
  const draft = read("责任分工.txt");
  expect(draft.title).toBe("云川市养老服务提质行动责任分工");
  expect(draft.tasks.map((task) => task.ref)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  expect(draft.tasks.filter((task) => task.lead.length === 0)).toEqual([]);
  expect(draft.tasks[4]?.lead.map((unit) => unit.name)).toEqual(["市民政局", "市残联"]);
  expect(draft.tasks[5]?.supporting.map((unit) => unit.name)).toEqual(["市卫生健康委"]);
  expect(draft.tasks[9]?.targets).toEqual([]);
  expect(draft.tasks.flatMap((task) => task.deadlines.map((d) => d.due)).filter(Boolean)).toEqual([
    "2026-12-31",
    "2026-12-31",
    "2026-12-31",
    "2027-03-31",
  ]);
});

test("实施意见: clauses in mixed characters, with the meeting's standing topics", () => {
  const draft = read("实施意见.txt");
  expect(draft).toMatchObject({
    title: "云川市关于加快智慧社区建设的实施意见",
    shortTitle: "实施意见",
    issuer: "云川市人民政府办公室",
    number: "云政办发〔2026〕12号",
    date: "2026-03-18",
    standingTopics: ["建设计划", "数据共享", "资金安排", "场景应用", "运营维护"],
  });
  expect(draft.tasks.map((task) => task.ref)).toEqual(["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
  expect(draft.tasks[3]?.supporting.map((unit) => unit.name)).toEqual(["卫生健康委", "财政局"]);
  expect(draft.context.map((clause) => clause.ref)).toEqual(["1", "2", "13"]);
});
