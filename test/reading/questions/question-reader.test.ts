// What a question asks for: a task by number, a unit's tasks, or a search.
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/reading/questions/question-reader.ts";
import { aDocument, aUnit } from "../../support/facts.ts";

const units = [
  aUnit(1, "市财政局"),
  aUnit(2, "市教育局", { aliases: ["教育局"] }),
  aUnit(3, "市人力资源社会保障局"),
  aUnit(4, "市发展改革委"),
  aUnit(5, "市工业和信息化局"),
  aUnit(6, "各县区人民政府", { kind: "group" }),
  aUnit(7, "市政府办公室"),
];
const documents = [aDocument, { ...aDocument, id: 2, title: "关于推进养老服务的实施意见", shortTitle: "实施意见" }];
const read = (text: string) => readQuestion(text, { units, documents });

describe("readQuestion", () => {
  it.each([
    ["21号事项谁负责", "21", null],
    ["第三条谁牵头", "3", null],
    ["第14项由哪个单位牵头？", "14", null],
    ["实施意见第5项", "5", "实施意见"],
    ["实施意见第五条谁负责", "5", "实施意见"],
    ["责任分工·21", "21", "责任分工"],
    ["責任分工·21誰負責", "21", "责任分工"],
    ["（二十一）谁牵头", "21", null],
    ["21", "21", null],
    ["21谁负责", "21", null],
    ["二十一由谁牵头", "21", null],
    ["who leads task 21", "21", null],
    ["第21項由誰牽頭", "21", null],
  ])("%s → task %s of %s", (text, ref, documentHint) => {
    expect(read(text)).toEqual({ kind: "task-number", ref, documentHint });
  });

  it.each([
    ["财政局牵头哪些任务", 1, "lead"],
    ["市教育局配合什么", 2, "supporting"],
    ["人社局有哪些事项", 3, "any"],
    ["哪些事项由发改委牵头", 4, "lead"],
    ["市财政局负责哪些事项？", 1, "lead"],
    ["工信局的任务", 5, "any"],
    ["财政部门牵头哪些", 1, "lead"],
    ["教育局牵头和配合的事项有哪些", 2, "any"],
    ["教育局", 2, "any"],
    ["请问市人力资源和社会保障局负责什么工作", 3, "lead"],
    ["財政局牽頭哪些事項", 1, "lead"],
    ["發改委負責什麼", 4, "lead"],
    ["各县区人民政府配合哪些事项", 6, "supporting"],
    ["市政府办牵头什么", 7, "lead"],
    ["tasks of 市财政局", 1, "any"],
    ["which tasks does the finance bureau lead", 1, "lead"],
    ["what does the education bureau support?", 2, "supporting"],
    ["市教育局联络员是谁", 2, "any"],
  ])("%s → tasks of unit %i (%s)", (text, unitId, role) => {
    expect(read(text)).toEqual({ kind: "tasks-of-unit", unitId, role });
  });

  it.each([
    ["订单班补助谁管", "订单班补助"],
    ["请问实训基地补助归哪个部门管？", "实训基地补助"],
    ["财政局对订单班补助负责吗", "订单班补助"],
    ["學徒制由誰牽頭", "学徒制"],
    ["20条产业链谁负责", "20条产业链"],
    ["市水利局牵头哪些任务", "市水利局"],
    ["产教联盟谁牵头", "产教联盟"],
  ])("%s → search for %s", (text, terms) => {
    const question = read(text);
    expect(question.kind).toBe("search");
    expect(question.kind === "search" && question.terms.replaceAll(" ", "")).toBe(terms);
  });

  it("takes an empty or an endless question", () => {
    expect(read("")).toEqual({ kind: "search", terms: "" });
    expect(read("谁".repeat(5000)).kind).toBe("search");
  });
});
