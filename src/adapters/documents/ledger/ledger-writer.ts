// Writes the ledger: .xlsx with a frozen heading, filters and the lights' colours, or .csv with a UTF-8 BOM.
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as immediate } from "node:timers/promises";
import type { PaperSize, Workbook, Worksheet } from "exceljs";
import type { LedgerWriter } from "../../../app/meetings/export-ledger.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { LedgerBook, LedgerLine, LedgerSheet } from "../../../domain/meetings/ledger-book.ts";
import { type CellValue, COLUMNS, type Column, type LedgerWords } from "./columns.ts";
import { linesIn, rowHeight } from "./row-height.ts";
import { cellText, csvText } from "./safe-text.ts";
import { sheetNames } from "./sheet-name.ts";
import { HEADING, lightStyle, styleOf } from "./styles.ts";

const ALL = "台账";
const NO_SECTION = "未分章节";

const ROWS_AT_ONCE = 20;
/** Of a heading, in points; two lines. */
const HEADING_HEIGHT = 30;
/** Excel's code for the paper that ledgers are printed on; the library's list of names leaves it out. */
const A3 = 8 as number as PaperSize;
const TABS = { all: "FF1F4E78", section: "FF2E75B6", unit: "FF70AD47" } as const;

export function createLedgerWriter(words: LedgerWords): LedgerWriter {
  return { write: (book, format) => (format === "xlsx" ? writeXlsx(book, words) : writeCsv(book, words)) };
}

/** As a stream: a sheet of thousands of rows at once would hold up everybody's commands for seconds. */
async function writeXlsx(book: LedgerBook, words: LedgerWords): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const nameOf = sheetNames();
  for (const sheet of book.sheets) await addSheet(workbook, nameOf(wantedName(sheet)), sheet, words, book.compiledOn);
  await workbook.commit();
  return new Uint8Array(await written);
}

function wantedName({ kind, name }: LedgerSheet): string {
  if (kind === "all") return ALL;
  return name === "" ? NO_SECTION : name;
}

async function addSheet(
  workbook: Workbook,
  name: string,
  sheet: LedgerSheet,
  words: LedgerWords,
  today: IsoDate,
): Promise<void> {
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
    cell.style = HEADING;
  });
  heading.commit();
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.lines.length + 1, column: columns.length } };
  for (const [i, line] of sheet.lines.entries()) {
    addLine(page, line, columns, words, today);
    // Somebody else's command comes in between.
    if (i % ROWS_AT_ONCE === 0) await immediate();
  }
  page.commit();
}

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
    cell.style = column.light ? lightStyle(line.light.colour) : styleOf(value);
    lines = Math.max(lines, linesIn(value, column.width));
  }
  row.height = rowHeight(lines);
  row.commit();
}

function excelValue(value: CellValue): string | number | Date | null {
  if (value === null || value === "") return null;
  if (typeof value === "string") return cellText(value);
  if (typeof value === "number") return value;
  return "date" in value ? new Date(`${value.date}T00:00:00Z`) : value.percent / 100;
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
