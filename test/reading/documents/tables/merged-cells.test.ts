// Tables of formats that know their merged cells: what they say is taken as certain, and what they do not say is asked.
import { describe, expect, test } from "vitest";
import type { ContentBlock, ContentCell, DocumentContent } from "../../../../src/domain/register/document-content.ts";
import { accountBlocks } from "../../../../src/reading/documents/account.ts";
import type { ReadingOptions } from "../../../../src/reading/documents/assign.ts";
import { readDocument } from "../../../../src/reading/documents/read-document.ts";

const cellOf = (text: string): ContentCell => {
  if (text === "^") return { text: "", merged: "above" };
  return text === "<" ? { text: "", merged: "left" } : { text, merged: null };
};

/** Rows of cells divided by |; ^ is covered from above, < from the left. */
function table(sheet: string | null, ...rows: readonly string[]): ContentBlock {
  return {
    kind: "table",
    sheet,
    rows: rows.map((row, i) => ({ at: i + 1, cells: row.split("|").map((cell) => cellOf(cell.trim())) })),
  };
}

function content(...blocks: readonly (string | ContentBlock)[]): DocumentContent {
  return {
    kind: "blocks",
    blocks: blocks.map((block, i) =>
      typeof block === "string" ? { kind: "paragraph", text: block, at: i + 1 } : block,
    ),
    notices: [],
  };
}

function tasks(of: DocumentContent, options: ReadingOptions = {}) {
  return readDocument(of, "a.docx", options).tasks.map((task) =>
    [
      task.ref,
      task.section ?? "-",
      task.text,
      task.lead.map(({ name }) => name).join("、"),
      task.supporting.map(({ name }) => name).join("、"),
      ...task.review.map(({ reason }) => reason.code),
    ].join(" | "),
  );
}

const HEAD = "序号 | 工作任务 | 牵头单位 | 配合单位";

describe("cells", () => {
  test("a covered cell takes what is above; a cell of its own that is blank holds nobody", () => {
    const read = content(
      table(
        null,
        HEAD,
        "1|任务甲|市教育局|市财政局",
        "2|任务乙|^|^",
        "3|任务丙|^|",
        "4|任务丁|^|市人社局",
        "5|任务戊||",
      ),
    );
    expect(tasks(read)).toEqual([
      "1 | - | 任务甲 | 市教育局 | 市财政局",
      "2 | - | 任务乙 | 市教育局 | 市财政局",
      "3 | - | 任务丙 | 市教育局 | ",
      "4 | - | 任务丁 | 市教育局 | 市人社局",
    ]);
    expect(readDocument(read, "a.docx").context).toEqual([{ ref: "5", label: "5", title: "任务戊" }]);
  });

  test("only supporting units: kept as a task, its lead to be named", () => {
    const read = content(table(null, HEAD, "1|任务甲|市教育局|市财政局", "2|任务乙||^"));
    expect(tasks(read)[1]).toBe("2 | - | 任务乙 |  | 市财政局 | lead-unnamed");
  });

  test("where nothing is merged, a blank cell says nothing: its units are a guess", () => {
    const read = content(table(null, HEAD, "1|任务甲|市教育局|市财政局", "2|任务乙||"));
    expect(tasks(read)[1]).toBe("2 | - | 任务乙 | 市教育局 | 市财政局 | both-from-merged-cell | both-from-merged-cell");
  });

  test("责任单位 merged over rows is the same guess in each of them", () => {
    const read = content(
      table(null, "任务 | 责任单位 | 时限", "1.任务甲|市教育局、市财政局|2026年底前", "2.任务乙|^|^"),
    );
    expect(tasks(read)).toEqual([
      "1 | - | 任务甲 | 市教育局 | 市财政局 | responsible-first-leads",
      "2 | - | 任务乙 | 市教育局 | 市财政局 | responsible-first-leads",
    ]);
    const dates = readDocument(read, "a.docx").tasks.map(({ deadlines }) => deadlines[0]?.due);
    expect(dates).toEqual(["2026-12-31", "2026-12-31"]);
  });

  test("a task merged over rows with one unit in each: one task with all of them", () => {
    const read = content(
      table(null, HEAD, "1|任务甲|市教育局|市财政局", "^|^|市人社局|市总工会", "2|任务乙|市科技局|"),
    );
    expect(tasks(read)).toEqual([
      "1 | - | 任务甲 | 市教育局、市人社局 | 市财政局、市总工会",
      "2 | - | 任务乙 | 市科技局 | ",
    ]);
  });

  test("a task merged over rows whose first row names nobody", () => {
    const read = content(table(null, HEAD, "1|任务甲||", "^|^|市人社局|", "2|任务乙|市科技局|", "^|^||市财政局"));
    expect(tasks(read)).toEqual(["1 | - | 任务甲 | 市人社局 | ", "2 | - | 任务乙 | 市科技局 | 市财政局"]);
  });

  test("a number merged over rows counts its points", () => {
    const read = content(table(null, HEAD, "1|任务甲|市教育局|", "^|任务乙|市科技局|", "2|任务丙|^|"));
    expect(tasks(read).map((line) => line.slice(0, 3))).toEqual(["1 |", "1.1", "2 |"]);
  });

  test("a task written over its section's cell too", () => {
    const read = content(
      table(
        null,
        "项目 | 具体事项 | 牵头单位",
        "一、人才 | 任务甲 | 市教育局",
        "任务乙 | < | ^",
        "^ | 任务丙 | 市科技局",
      ),
    );
    expect(tasks(read).slice(0, 2)).toEqual([
      "1 | 一、人才 | 任务甲 | 市教育局 | ",
      "2 | 一、人才 | 任务乙 | 市教育局 | ",
    ]);
  });
});

describe("rows", () => {
  test("sections across the table, with or without their number apart; the head again; a note below", () => {
    const read = content(
      table(
        null,
        HEAD,
        "一、人才|<|<|<",
        "1|任务甲|市教育局|市财政局",
        HEAD,
        "二|产业|<|<",
        "2|任务乙|市科技局|^",
        "注：配合单位排名不分先后|<|<|<",
      ),
    );
    expect(tasks(read)).toEqual([
      "1 | 一、人才 | 任务甲 | 市教育局 | 市财政局",
      "2 | 二、产业 | 任务乙 | 市科技局 | 市财政局",
    ]);
    expect(accountBlocks(read, "a.docx").map(({ places }) => places)).toEqual([
      ["table-head"],
      ["section"],
      ["task"],
      ["table-head"],
      ["section"],
      ["task"],
      ["prose"],
    ]);
  });

  test("a head of two rows, divided by words that are no roles", () => {
    const read = content(
      table(
        null,
        "序号|工作任务|责任单位|<|完成时限",
        "^|^|市级|县级|^",
        "1|任务甲|市教育局|各县区|年内",
        "2|任务乙|^|^|年内",
      ),
    );
    expect(tasks(read)[0]).toBe("1 | - | 任务甲 | 市教育局 | 各县区 | responsible-first-leads");
  });
});

describe("tables", () => {
  test("a table behind a page break goes on without a head", () => {
    const read = content(table(null, HEAD, "1|任务甲|市教育局|"), table(null, "2|任务乙|市科技局|市财政局"));
    expect(tasks(read)).toHaveLength(2);
  });

  test("sheets that number anew; a sheet about something else", () => {
    const read = content(
      table("经济", HEAD, "1|任务甲|市教育局|", "2|任务乙|市科技局|"),
      table("民生", HEAD, "1|任务丙|市民政局|"),
      table("联系人", "姓名|电话", "张三|123"),
    );
    expect(tasks(read).map((line) => line.slice(0, 3))).toEqual(["1.1", "1.2", "2.1"]);
    expect(readDocument(read, "a.xlsx").unread).toEqual([]);
  });

  test("tables and clauses stand in the document's order", () => {
    const read = content(
      "云川市2026年工作方案",
      table(null, HEAD, "1|任务甲|市教育局|"),
      "2.任务乙。（牵头单位：市科技局）",
    );
    expect(tasks(read).map((line) => line.slice(0, 1))).toEqual(["1", "2"]);
  });
});

describe("what the secretary says of 责任单位", () => {
  const alone = content(
    "1.任务甲。（责任单位：市教育局、市财政局）",
    "2.任务乙。（牵头单位：市科技局，责任单位：市民政局）",
  );
  test.each<[ReadingOptions, string[]]>([
    [{}, ["市教育局 | 市财政局 | responsible-first-leads", "市科技局 | 市民政局"]],
    [{ responsibleMeans: "lead" }, ["市教育局、市财政局 | ", "市科技局、市民政局 | "]],
    [{ responsibleMeans: "supporting" }, [" | 市教育局、市财政局 | lead-unnamed", "市科技局 | 市民政局"]],
  ])("%j", (options, expected) => {
    expect(tasks(alone, options).map((line) => line.split(" | ").slice(3).join(" | "))).toEqual(expected);
  });
});
