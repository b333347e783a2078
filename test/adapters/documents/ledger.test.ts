// The ledger's files, read back as a spreadsheet reads them.
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { createLedgerWriter } from "../../../src/adapters/documents/ledger/ledger-writer.ts";
import { sheetNames } from "../../../src/adapters/documents/ledger/sheet-name.ts";
import type { LedgerBook, LedgerLine } from "../../../src/domain/meetings/ledger-book.ts";
import { reason } from "../../../src/domain/reason.ts";
import type { LightColour } from "../../../src/domain/status/light.ts";
import { sayReason, sayStatus } from "../../../src/text/say.ts";

const writer = createLedgerWriter({ sayReason, sayStatus });
const HOSTILE = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "　＝1+1", " =1"];

function line(ref: string, parts: Partial<LedgerLine> = {}): LedgerLine {
  return {
    documentTitle: "责任分工方案",
    documentShortTitle: "责任分工",
    section: "一、建设",
    ref,
    label: `${ref}.`,
    title: "基地建设",
    text: "到2026年底，建成10个基地",
    lead: ["市教育局"],
    supporting: ["市财政局", "各县区人民政府"],
    originalDue: "2026-12-31",
    currentDue: "2027-03-31",
    changes: 2,
    status: "on_track",
    percent: 62.5,
    progressText: "已建成6个",
    problems: "",
    nextStep: "",
    light: { colour: "yellow", reason: reason("light-no-report") },
    targets: [],
    role: null,
    ...parts,
  };
}

function book(lines: readonly LedgerLine[]): LedgerBook {
  return {
    compiledOn: "2026-12-15",
    sheets: [
      { kind: "all", name: "", lines },
      { kind: "section", name: "一、建设/改造", lines },
      { kind: "unit", name: "市教育局", lines: lines.map((one) => ({ ...one, role: "lead" })) },
    ],
  };
}

async function opened(lines: readonly LedgerLine[]) {
  const workbook = new exceljs.Workbook();
  const bytes = await writer.write(book(lines), "xlsx");
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** The first is empty: columns are counted from one. */
function headings(page: exceljs.Worksheet | undefined): unknown[] {
  const values = page?.getRow(1).values;
  return Array.isArray(values) ? values : expect.fail();
}

async function csvOf(lines: readonly LedgerLine[]): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await writer.write(book(lines), "csv"));
}

describe("the ledger as .xlsx", () => {
  it("has a sheet for everything, each section and each unit; headings stand still and filter", async () => {
    const workbook = await opened([line("1"), line("2")]);
    expect(workbook.worksheets.map((page) => page.name)).toEqual(["台账", "一、建设 改造", "市教育局"]);
    for (const page of workbook.worksheets) {
      expect(page.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
      expect(page.autoFilter).toBeTruthy();
      expect(page.rowCount).toBe(3);
      expect(page.pageSetup).toMatchObject({ orientation: "landscape", fitToWidth: 1, printTitlesRow: "1:1" });
    }
    const [all, , unit] = workbook.worksheets.map(headings);
    expect(all).not.toContain("本单位职责");
    expect(unit).toContain("本单位职责");
    expect(all).toEqual(expect.arrayContaining(["原定时限", "现定时限", "变更次数", "灯", "亮灯原因"]));
  });

  it("holds dates as dates, shares as shares, numbers as numbers", async () => {
    const page = (await opened([line("21")])).worksheets[0];
    const at = (heading: string) => {
      return page?.getRow(2).getCell(headings(page).indexOf(heading)) ?? expect.fail();
    };
    expect(at("序号").value).toBe(21);
    expect(at("原定时限").value).toEqual(new Date("2026-12-31T00:00:00Z"));
    expect(at("现定时限").text).toContain("2027");
    expect(at("变更次数").value).toBe(2);
    expect(at("完成比例").value).toBe(0.625);
  });

  it("rows are high enough for their words, as far as a row may be", async () => {
    const long = "已建成基地6个，培训4200人次。".repeat(20);
    const page = (await opened([line("1"), line("2", { progressText: long }), line("3", { text: long.repeat(50) })]))
      .worksheets[0];
    const [short = 0, high = 0, highest = 0] = [2, 3, 4].map((n) => page?.getRow(n).height);
    expect(short).toBeLessThan(60);
    expect(high).toBeGreaterThan(200);
    expect(highest).toBe(409);
  });

  it.each<[LightColour, string]>([
    ["red", "FFF8CBAD"],
    ["yellow", "FFFFEB9C"],
    ["green", "FFC6EFCE"],
    ["grey", "FFD9D9D9"],
  ])("a %s light has its colour", async (colour, argb) => {
    const page = (await opened([line("1", { light: { colour, reason: reason("light-no-report") } })])).worksheets[0];
    const cell = page?.getRow(2).getCell(headings(page).indexOf("灯"));
    expect(cell?.fill).toMatchObject({ fgColor: { argb } });
  });

  it("words never become formulas, and what a file cannot hold is left out", async () => {
    const workbook = await opened(HOSTILE.map((text, i) => line(String(i + 1), { progressText: text, title: text })));
    for (const page of workbook.worksheets) {
      page.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(exceljs.ValueType.Formula);
          if (cell.type === exceljs.ValueType.String && cell.row !== "1") expect(cell.numFmt ?? "").toMatch(/^@?$/);
        }),
      );
    }
    const odd = await opened([line("1", { text: `a\0\u0008\ud800\uffffb${"长".repeat(40_000)}` })]);
    const text = String(odd.worksheets[0]?.getRow(2).getCell(5).value);
    expect(text.startsWith("a\ufffdb")).toBe(true);
    expect(text.length).toBeLessThanOrEqual(32_767);
  });
});

describe("the ledger as .csv", () => {
  it("begins with a BOM, ends its rows with CRLF and is read back with line breaks and quotes", async () => {
    const text = await csvOf([line("1", { progressText: '甲"乙",\n丙' })]);
    expect(text.startsWith("\ufeff文件,章节,序号")).toBe(true);
    expect(text).toContain('"甲""乙"",\n丙"');
    expect(text).toContain("2026-12-31,2027-03-31,2,黄");
    expect(text).toContain("62.5%");
  });

  it("says of every hostile cell that it is text", async () => {
    const text = await csvOf(HOSTILE.map((progressText, i) => line(String(i + 1), { progressText })));
    for (const cell of text.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n/)) {
      expect(cell.replace(/^"/, "")).not.toMatch(/^[\s　]*[=+\-@＝＋－＠]/u);
    }
    expect(text).toContain("'+1+1");
  });
});

describe("names of sheets", () => {
  it("are short, allowed and told apart", () => {
    const nameOf = sheetNames();
    const long = "关于加快推进全市养老服务体系建设和发展的若干重点工作任务分工方案";
    const names = [long, long, "a/b:c*?[d]\\", "A b c d", "", "'", "History", "😀".repeat(40)].map(nameOf);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      expect(name.isWellFormed()).toBe(true);
      expect(name).not.toBe("");
    }
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names[1]?.endsWith("(2)")).toBe(true);
  });
});
