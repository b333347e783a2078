// .xlsx: the exact blocks, from workbooks as exceljs writes them.
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import type { DocumentContent } from "../../../src/domain/register/document-content.ts";
import { short } from "../../support/contents.ts";
import { xlsxOf } from "../../support/office-files.ts";

const read = (bytes: Uint8Array): DocumentContent => readFile("台账.xlsx", bytes);
const notices = (content: DocumentContent) => (content.kind === "blocks" ? content.notices : null);

test("every sheet with words is a table with its name; title rows are paragraphs, with the rows' numbers", async () => {
  const bytes = await xlsxOf((workbook) => {
    const first = workbook.addWorksheet("总表");
    first.addRows([["2026年任务清单"], [], ["序号", "任务", "牵头"], [1, "甲", "市教育局"]]);
    first.mergeCells("A1:C1");
    workbook.addWorksheet("空表");
    workbook.addWorksheet("附表").addRows([
      ["任务", "牵头"],
      ["乙\n丙", "市财政局"],
    ]);
  });
  const content = read(bytes);
  expect(short(content)).toEqual([
    "2026年任务清单",
    {
      总表: [
        ["序号", "任务", "牵头"],
        ["1", "甲", "市教育局"],
      ],
    },
    {
      附表: [
        ["任务", "牵头"],
        ["乙\n丙", "市财政局"],
      ],
    },
  ]);
  const table = content.kind === "blocks" && content.blocks[1];
  expect(table && table.kind === "table" && table.rows.map((row) => row.at)).toEqual([3, 4]);
});

test("merged cells both ways; a table that begins somewhere in the sheet", async () => {
  const bytes = await xlsxOf((workbook) => {
    const sheet = workbook.addWorksheet("分工");
    for (const [reference, value] of Object.entries({
      ...{ C4: "序号", D4: "任务", E4: "牵头", F4: "配合", C5: "一、总体" },
      ...{ C6: 1, D6: "甲", E6: "市教育局", C7: 2, D7: "乙", F7: "市财政局", C8: 3, D8: "丙", F8: "市民政局", C9: 4 },
    })) {
      sheet.getCell(reference).value = value;
    }
    for (const range of ["C5:F5", "E6:E7", "D8:E9"]) sheet.mergeCells(range);
  });
  expect(short(read(bytes))).toEqual([
    {
      分工: [
        ["序号", "任务", "牵头", "配合"],
        ["一、总体", "←", "←", "←"],
        ["1", "甲", "市教育局", ""],
        ["2", "乙", "↑", "市财政局"],
        ["3", "丙", "←", "市民政局"],
        ["4", "↑", "↑", ""],
      ],
    },
  ]);
});

test("numbers, shares, dates and words in parts as the sheet shows them", async () => {
  const bytes = await xlsxOf((workbook) => {
    const sheet = workbook.addWorksheet("数");
    sheet.addRow(["项", "值"]);
    const row = (name: string, value: unknown, numFmt?: string) => {
      const added = sheet.addRow([name, value]);
      if (numFmt) added.getCell(2).numFmt = numFmt;
    };
    row("年", 2025);
    row("和", 0.1 + 0.2);
    row("比例", 0.855, "0.0%");
    row("日期", new Date(Date.UTC(2025, 11, 31)), "yyyy-mm-dd");
    row("月份", new Date(Date.UTC(2025, 9, 1)), 'yyyy"年"m"月"');
    row("几日", new Date(Date.UTC(2025, 11, 20)), 'm"月"d"日"');
    row("金额", 1234567, "#,##0.00_ ");
    row("真", true);
    row("段", { richText: [{ text: "市教" }, { text: "育局", font: { bold: true } }] });
    row("链接", { text: "市财政局", hyperlink: "http://example.com" });
  });
  expect(short(read(bytes))).toEqual([
    {
      数: [
        ["项", "值"],
        ...[
          ["年", "2025"],
          ["和", "0.3"],
          ["比例", "85.5%"],
          ["日期", "2025年12月31日"],
          ["月份", "2025年10月"],
          ["几日", "12月20日"],
          ["金额", "1234567"],
          ["真", "TRUE"],
          ["段", "市教育局"],
          ["链接", "市财政局"],
        ],
      ],
    },
  ]);
});

describe("what is left out or made harmless, with a notice", () => {
  test("formulas give what they showed last; a link gives its words", async () => {
    const bytes = await xlsxOf((workbook) => {
      workbook.addWorksheet("式").addRows([
        ["任务", "牵头"],
        [
          { formula: "1+1", result: 2 },
          { formula: 'A1&"局"', result: "任务局" },
        ],
        [{ formula: 'HYPERLINK("http://evil.example","点击")' }, '=HYPERLINK("http://evil.example","市财政局")'],
        ["=cmd|'/c calc'!A0", "@SUM(1)"],
      ]);
    });
    const content = read(bytes);
    expect(short(content)).toEqual([
      {
        式: [
          ["任务", "牵头"],
          ["2", "任务局"],
          ["点击", "市财政局"],
          ["=cmd|'/c calc'!A0", "@SUM(1)"],
        ],
      },
    ]);
    expect(notices(content)).toEqual(["formulas-as-text"]);
  });

  test("hidden sheets, rows and columns; of a merge whose first row is hidden the words stay", async () => {
    const bytes = await xlsxOf((workbook) => {
      const sheet = workbook.addWorksheet("看");
      sheet.addRows([
        ["任务", "密", "牵头"],
        ["甲", "x", "市教育局"],
        ["乙", "y", "市财政局"],
        ["丙", "z"],
      ]);
      sheet.mergeCells("C3:C4");
      sheet.getColumn(2).hidden = true;
      sheet.getRow(3).hidden = true;
      workbook.addWorksheet("藏", { state: "veryHidden" }).addRow(["不见", "不见"]);
    });
    const content = read(bytes);
    expect(short(content)).toEqual([
      {
        看: [
          ["任务", "牵头"],
          ["甲", "市教育局"],
          ["丙", "市财政局"],
        ],
      },
    ]);
    expect(notices(content)).toEqual(["hidden-left-out"]);
  });

  test("comments", async () => {
    const bytes = await xlsxOf((workbook) => {
      const sheet = workbook.addWorksheet("注");
      sheet.addRows([
        ["任务", "牵头"],
        ["甲", "市教育局"],
      ]);
      sheet.getCell("A2").note = "批注";
    });
    expect(notices(read(bytes))).toEqual(["comments-ignored"]);
  });
});
