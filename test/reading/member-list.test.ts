// Lists of members: columns in any order, with heads or without; what cannot be taken is named with its line.
import { describe, expect, it } from "vitest";
import type { DocumentContent } from "../../src/domain/register/document-content.ts";
import { readMemberList } from "../../src/reading/member-list.ts";

const text = (...lines: string[]): DocumentContent => ({ kind: "text", text: lines.join("\n") });

function table(...rows: string[][]): DocumentContent {
  const cells = (row: string[]) => row.map((one) => ({ text: one, merged: null }));
  return {
    kind: "blocks",
    notices: [],
    blocks: [{ kind: "table", sheet: "名单", rows: rows.map((row, i) => ({ cells: cells(row), at: i + 1 })) }],
  };
}

const read = (content: DocumentContent) =>
  readMemberList(content).rows.map(({ line, unit, from, to }) => [line, unit.name, from, to]);

describe("what is taken", () => {
  it("one name a line, without heads", () => {
    expect(read(text("东湖区人民政府", "", "西山縣人民政府"))).toEqual([
      [1, "东湖区人民政府", null, null],
      [3, "西山县人民政府", null, null],
    ]);
  });

  it("columns in any order, by their heads, below a title", () => {
    const rows = [
      ["县区名单", "", "", ""],
      ["至", "备注", "成员", "自"],
      ["2024年6月", "并入东湖区", "南溪县人民政府", "2019-01-01"],
      ["", "", "东湖区人民政府", "2019.3"],
    ];
    expect(read(table(...rows))).toEqual([
      [3, "南溪县人民政府", "2019-01-01", "2024-06-30"],
      [4, "东湖区人民政府", "2019-03-01", null],
    ]);
  });

  it("dates without heads: beginning, then end; numbers in front are passed over", () => {
    expect(read(text("1,东湖区人民政府,2019/1/5,至今", "2,南溪县人民政府,2019,2024年2月", "3,甲县,,2024"))).toEqual([
      [1, "东湖区人民政府", "2019-01-05", null],
      [2, "南溪县人民政府", "2019-01-01", "2024-02-29"],
      [3, "甲县", null, "2024-12-31"],
    ]);
  });

  it("full-width digits, quotation marks and a byte-order mark", () => {
    expect(read(text("\uFEFF单位,起,止", '"东湖区人民政府","２０２４年１月１日",""'))).toEqual([
      [2, "东湖区人民政府", "2024-01-01", null],
    ]);
  });

  it("a unit that left and came back", () => {
    expect(read(text("单位,自,至", "东湖区,2019,2020", "东湖区,2023-05-01,"))).toHaveLength(2);
  });
});

describe("what is not taken", () => {
  it.each([
    ["合计,9", "no-unit"],
    ["12345", "no-unit"],
    ["=HYPERLINK", "no-unit"],
    ["各县区人民政府", "not-single"],
    ["有关部门", "not-single"],
    ["东湖区人民政府,2019-13-01", "bad-date"],
    ["东湖区人民政府,明年", "bad-date"],
    ["东湖区人民政府,2024-02-30", "bad-date"],
    ["东湖区人民政府,2024-02-01,2024-01-01", "bad-period"],
    ["西湖区人民政府", "twice"],
    ["西湖区人民政府,2024-01-01", "twice"],
  ])("%s: %s", (line, why) => {
    const list = readMemberList(text("西湖区人民政府", line));
    expect(list.rows).toHaveLength(1);
    expect(list.bad).toEqual([expect.objectContaining({ line: 2, why })]);
  });

  it("an empty file gives an empty list", () => {
    expect(readMemberList(text(""))).toEqual({ rows: [], bad: [] });
    expect(readMemberList({ kind: "blocks", blocks: [], notices: [] })).toEqual({ rows: [], bad: [] });
  });
});
