// Writes the ledger: .xlsx with a frozen heading, filters and the lights' colours, or .csv with a UTF-8 BOM.
import type { PaperSize, Workbook, Worksheet } from "exceljs";
import type { LedgerWriter } from "../../../app/meetings/export-ledger.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { LedgerBook, LedgerLine, LedgerSheet } from "../../../domain/meetings/ledger-book.ts";
import type { LightColour } from "../../../domain/status/light.ts";
import { type CellValue, COLUMNS, type Column, type LedgerWords } from "./columns.ts";
import { linesIn, rowHeight } from "./row-height.ts";
import { cellText, csvText } from "./safe-text.ts";
import { sheetNames } from "./sheet-name.ts";

const ALL = "台账";
const NO_SECTION = "未分章节";

/** Fill and font, legible in black and white too. */
const COLOURS: Readonly<Record<LightColour, { readonly fill: string; readonly font: string }>> = {
  red: { fill: "FFF8CBAD", font: "FF9C0006" },
  yellow: { fill: "FFFFEB9C", font: "FF7F6000" },
  green: { fill: "FFC6EFCE", font: "FF006100" },
  grey: { fill: "FFD9D9D9", font: "FF404040" },
};
const HEADING = "FFDCE6F1";
const FONT = { name: "宋体", size: 10 } as const;
/** Of a heading, in points; two lines. */
const HEADING_HEIGHT = 30;
/** Excel's code for the paper that ledgers are printed on; the library's list of names leaves it out. */
const A3 = 8 as number as PaperSize;
const TABS = { all: "FF1F4E78", section: "FF2E75B6", unit: "FF70AD47" } as const;

export function createLedgerWriter(words: LedgerWords): LedgerWriter {
  return { write: (book, format) => (format === "xlsx" ? writeXlsx(book, words) : writeCsv(book, words)) };
}

async function writeXlsx(book: LedgerBook, words: LedgerWords): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const nameOf = sheetNames();
  for (const sheet of book.sheets) {
    addSheet(workbook, nameOf(wantedName(sheet)), sheet, words, book.compiledOn);
    // Somebody else's command comes in between.
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function wantedName({ kind, name }: LedgerSheet): string {
  if (kind === "all") return ALL;
  return name === "" ? NO_SECTION : name;
}

function addSheet(workbook: Workbook, name: string, sheet: LedgerSheet, words: LedgerWords, today: IsoDate): void {
  const columns = columnsOf(sheet);
  const page = workbook.addWorksheet(name, {
    properties: { tabColor: { argb: TABS[sheet.kind] } },
    views: [{ state: "frozen", xSplit: columns.findIndex((c) => c.heading === "事项") + 1, ySplit: 1 }],
    pageSetup: { orientation: "landscape", paperSize: A3, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  page.pageSetup.printTitlesRow = "1:1";
  page.columns = columns.map(({ width }) => ({ width }));
  const heading = page.addRow(columns.map((column) => column.heading));
  heading.height = HEADING_HEIGHT;
  heading.eachCell((cell) => {
    cell.font = { ...FONT, bold: true };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADING } };
    cell.border = BORDER;
  });
  for (const line of sheet.lines) addLine(page, line, columns, words, today);
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.lines.length + 1, column: columns.length } };
}

const THIN = { style: "thin", color: { argb: "FFBFBFBF" } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const;

function addLine(
  page: Worksheet,
  line: LedgerLine,
  columns: readonly Column[],
  words: LedgerWords,
  today: IsoDate,
): void {
  const row = page.addRow([]);
  let lines = 1;
  for (const [i, column] of columns.entries()) {
    const cell = row.getCell(i + 1);
    const value = column.value(line, words, today);
    cell.value = excelValue(value);
    // "@": text stays text, also when somebody edits the cell.
    cell.numFmt = typeof value === "string" || value === null ? "@" : formatOf(value);
    cell.alignment = { vertical: "top", wrapText: true, horizontal: typeof value === "string" ? "left" : "center" };
    cell.border = BORDER;
    cell.font = FONT;
    lines = Math.max(lines, linesIn(value, column.width));
    if (!column.light) continue;
    const { fill, font } = COLOURS[line.light.colour];
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fill } };
    cell.font = { ...FONT, bold: true, color: { argb: font } };
    cell.alignment = { vertical: "top", horizontal: "center" };
  }
  row.height = rowHeight(lines);
}

function excelValue(value: CellValue): string | number | Date | null {
  if (value === null || value === "") return null;
  if (typeof value === "string") return cellText(value);
  if (typeof value === "number") return value;
  return "date" in value ? new Date(`${value.date}T00:00:00Z`) : value.percent / 100;
}

function formatOf(value: Exclude<CellValue, string | null>): string {
  if (typeof value === "number") return "0";
  if ("date" in value) return "yyyy-mm-dd";
  return Number.isInteger(value.percent) ? "0%" : "0.0#%";
}

async function writeCsv(book: LedgerBook, words: LedgerWords): Promise<Uint8Array> {
  const [sheet] = book.sheets;
  const columns = columnsOf(sheet);
  const workbook = await newWorkbook();
  const page = workbook.addWorksheet(ALL);
  page.addRow(columns.map((column) => column.heading));
  for (const line of sheet.lines) {
    page.addRow(columns.map((column) => plainValue(column.value(line, words, book.compiledOn))));
  }
  const options = { formatterOptions: { writeBOM: true, rowDelimiter: "\r\n" }, map: (value: unknown) => value };
  return new Uint8Array(await workbook.csv.writeBuffer(options));
}

function plainValue(value: CellValue): string | number {
  if (value === null) return "";
  if (typeof value === "string") return csvText(value);
  if (typeof value === "number") return value;
  return "date" in value ? value.date : `${value.percent}%`;
}

function columnsOf(sheet: LedgerSheet): readonly Column[] {
  return COLUMNS.filter((column) => sheet.kind === "unit" || !column.unitOnly);
}

/** Loaded at the first export: it takes a while, and most processes write none. */
async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import("exceljs");
  return new exceljs.Workbook();
}
