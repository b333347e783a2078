// The ledger as a book: who sees which lines, and on which sheets they stand.
import { describe, expect, it } from "vitest";
import { compileLedgerBook, type LedgerBook } from "../../../src/domain/meetings/ledger-book.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import { calendar, due, idOf, plan, register, said, TODAY, target, task } from "../../support/meeting-facts.ts";

const building = {
  ...task("1", "基地建设", { lead: ["education"], supporting: ["finance"], targets: [target(10, "个")] }),
  section: "一、建设",
};
const training = { ...task("2", "技能培训", { lead: ["counties"], supporting: ["labour"] }), section: "二、培训" };
const closed = { ...task("3", "方案印发", { lead: ["finance"], state: "closed" }), section: "一、建设" };
const facts = register({
  tasks: [closed, training, building],
  occurrences: [due(building, "2027-03-31", { originalDueDate: "2026-12-31", changes: 2 })],
  latestUpdates: [said(building, "education", "on_track", { percent: 60, quantities: [{ value: 6, unit: "个" }] })],
});

const bookOf = (onlyOf: string | null, of: Register = facts) =>
  compileLedgerBook({ register: of, today: TODAY, calendar, onlyOf });
const outline = ({ sheets }: LedgerBook) =>
  sheets.map(({ kind, name, lines }) => `${kind} ${name}: ${lines.map((l) => l.ref + (l.role?.[0] ?? "")).join(" ")}`);

describe("compileLedgerBook", () => {
  it("has every task first, then sections, then units with their part, groups beside their members", () => {
    expect(outline(bookOf(null))).toEqual([
      "all : 1 2 3",
      "section 一、建设: 1 3",
      "section 二、培训: 2",
      "unit 市教育局: 1l",
      "unit 市财政局: 1s 3l",
      "unit 各县区人民政府: 2l",
      "unit 北山县人民政府: 2l",
      "unit 南湖区人民政府: 2l",
      "unit 西河县人民政府: 2l",
      "unit 市人力资源社会保障局: 2s",
    ]);
  });

  it("gives a contact the tasks of their units, on the sheets of their units", () => {
    expect(outline(bookOf(`U${idOf("finance")}`))).toEqual([
      "all : 1 3",
      "section 一、建设: 1 3",
      "unit 市财政局: 1s 3l",
    ]);
    expect(outline(bookOf(`U${idOf("north")}`))).toEqual(["all : 2", "section 二、培训: 2", "unit 北山县人民政府: 2l"]);
    expect(outline(bookOf("UX"))).toEqual(["all : "]);
  });

  it("keeps the original date, the current one and how often it changed, and what the targets have come to", () => {
    const [line] = bookOf(null).sheets[0].lines;
    expect(line).toMatchObject({ originalDue: "2026-12-31", currentDue: "2027-03-31", changes: 2, percent: 60 });
    expect(line?.targets).toMatchObject([{ code: "target-progress", params: { actual: "6个", percent: 60 } }]);
  });

  it("keeps them of a task that is closed", () => {
    const dated = { ...closed, deadlines: [{ kind: "by", due: "2026-09-30", everyMonths: null, day: null, text: "" }] };
    const [, , line] = compileLedgerBook({
      register: { ...facts, tasks: [dated, training, building] } as Register,
      closedDates: [due(closed, "2026-10-30", { period: "2026-09-30", originalDueDate: "2026-09-30", changes: 1 })],
      today: TODAY,
      calendar,
      onlyOf: null,
    }).sheets[0].lines;
    expect(line).toMatchObject({ ref: "3", originalDue: "2026-09-30", currentDue: "2026-10-30", changes: 1 });
  });

  it("names the document with the section where there are several, and needs no meeting", () => {
    const other = { ...plan, id: 2, title: "另一方案", shortTitle: "另案" };
    const more = { ...task("1", "别的", { documentId: 2 }), section: "一、建设" };
    const all = { ...facts, documents: [plan, other], tasks: [...facts.tasks, more], meetings: [] };
    const names = bookOf(null, all).sheets.filter((s) => s.kind === "section");
    expect(names.map((s) => s.name)).toEqual(["责任分工 一、建设", "责任分工 二、培训", "另案 一、建设"]);
  });
});
