// A second pair of eyes: what a model claims counts only as far as it stands in the document.
import { describe, expect, it } from "vitest";
import { taskFromBlock, tasksFromClaims } from "../../../src/reading/documents/block-task.ts";
import { readUnitList } from "../../../src/reading/unit-list.ts";
import { aDraft } from "../../support/drafts.ts";

const DOCUMENT = { ...aDraft("防汛工作方案", []), date: "2026-03-01" };
const BLOCK = {
  text: "（四）做好 防汛准备，5月底前完成隱患排查；由市水利局抓總，市應急管理局、有关部门跟進。",
  at: 12,
};
const claims = (...all: { quote: string; lead?: string[]; supporting?: string[] }[]) =>
  tasksFromClaims(
    BLOCK,
    all.map((claim) => ({ lead: [], supporting: [], ...claim })),
    DOCUMENT,
  );

describe("a claim", () => {
  it("gives a task in the document's own words, dates read by rule, always for review", () => {
    const [task, ...more] = claims({
      quote: "做好防汛准备,5月底前完成隐患排查",
      lead: ["市水利局"],
      supporting: ["市应急管理局、有关部门", "市水利局"],
    });
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      ref: "",
      origin: "model",
      text: "做好 防汛准备，5月底前完成隱患排查",
      lead: [{ name: "市水利局" }],
      supporting: [{ name: "市应急管理局" }, { name: "有关部门", kind: "unresolved" }],
      deadlines: [{ kind: "by", due: "2026-05-31" }],
    });
    expect(task?.review.map(({ field, reason }) => [field, reason.code])).toEqual([
      ["task", "model-proposed"],
      ["unit", "unit-unresolved"],
    ]);
  });

  it.each([
    ["whose quote is not in the block", { quote: "做好防汛和抗旱准备", lead: ["市水利局"] }],
    ["whose quote is next to nothing", { quote: "做好", lead: ["市水利局"] }],
    ["whose units are not in the block", { quote: "做好防汛准备", lead: ["市财政局"], supporting: ["市公安局"] }],
    ["that names nobody", { quote: "做好防汛准备" }],
    ["whose unit is no unit", { quote: "做好防汛准备", lead: ["防汛准备"] }],
  ])("%s is dropped", (_, claim) => {
    expect(claims(claim)).toEqual([]);
  });

  it("keeps the units that are there and drops those that are not", () => {
    expect(claims({ quote: "做好防汛准备", lead: ["市水利局", "市财政局"] })[0]?.lead).toMatchObject([
      { name: "市水利局" },
    ]);
  });

  it("takes its number from the document", () => {
    expect(claims({ quote: "（四）做好防汛准备", lead: ["市水利局"] })[0]).toMatchObject({ ref: "4", label: "（四）" });
  });
});

describe("a block that a person assigns", () => {
  it("becomes a task with its number, its dates and nothing left to review", () => {
    const task = taskFromBlock(BLOCK, { lead: readUnitList("市水利局"), supporting: [] }, DOCUMENT);
    expect(task).toMatchObject({ ref: "4", origin: "rules", review: [], deadlines: [{ due: "2026-05-31" }] });
  });
});
