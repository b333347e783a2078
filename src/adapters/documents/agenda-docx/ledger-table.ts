// 附件: the ledger as a table on landscape pages, its header on every page.
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Agenda, LedgerRow } from "../../../domain/meetings/agenda-types.ts";
import { paperDate } from "../../../domain/meetings/notation.ts";
import type { LightColour } from "../../../domain/status/light.ts";
import { type FontKey, LANDSCAPE_WIDTH, SIZE } from "./layout.ts";
import { run } from "./paragraphs.ts";
import type { PaperWords } from "./words.ts";

/** A clause longer than this stands in the table by its short title; the document has the words. */
const LONGEST_TEXT = 80;

const LIGHT: Readonly<Record<LightColour, string>> = { red: "红", yellow: "黄", green: "绿", grey: "灰" };

interface Saying {
  readonly words: PaperWords;
  readonly today: IsoDate;
}

interface Column {
  readonly heading: string;
  /** Parts of the width. */
  readonly width: number;
  readonly centred?: boolean;
  lines(row: LedgerRow, saying: Saying): readonly string[];
}

const COLUMNS: readonly Column[] = [
  { heading: "序号", width: 5, centred: true, lines: (row) => [row.ref] },
  { heading: "事项", width: 20, lines: (row) => [row.text.length <= LONGEST_TEXT ? row.text : row.title] },
  { heading: "牵头单位", width: 12, lines: (row) => row.lead },
  { heading: "配合单位", width: 12, lines: (row) => row.supporting },
  { heading: "完成时限\n（原定／现定\n／变更次数）", width: 18, lines: dueLines },
  { heading: "进展情况", width: 20, lines: progressLines },
  { heading: "存在问题", width: 12, lines: (row) => row.problems.split("\n") },
  { heading: "下一步措施", width: 12, lines: (row) => row.nextStep.split("\n") },
  { heading: "灯", width: 9, lines: lightLines },
];

const TOTAL = COLUMNS.reduce((sum, { width }) => sum + width, 0);
const WIDTHS = COLUMNS.map(({ width }) => Math.floor((width / TOTAL) * LANDSCAPE_WIDTH));

export function ledgerTable({ ledger, compiledOn }: Agenda, words: PaperWords): Table {
  const documents = Map.groupBy(ledger, (row) => row.documentTitle);
  const rows = [...documents].flatMap(([title, ofDocument]) => [
    ...(documents.size > 1 ? [documentRow(title)] : []),
    ...ofDocument.map((row) => ledgerRow(row, { words, today: compiledOn })),
  ]);
  return new Table({
    width: { size: LANDSCAPE_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: WIDTHS,
    rows: [headerRow(), ...rows],
  });
}

function headerRow(): TableRow {
  const children = COLUMNS.map(({ heading }, i) =>
    cell(heading.split("\n"), { width: WIDTHS[i], font: "first", centred: true }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children });
}

/** The title of a document over its tasks, where there are several documents. */
function documentRow(title: string): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [cell([`《${title}》`], { font: "second", span: COLUMNS.length, keepNext: true })],
  });
}

function ledgerRow(row: LedgerRow, saying: Saying): TableRow {
  return new TableRow({
    cantSplit: true,
    children: COLUMNS.map(({ lines, centred }, i) =>
      cell(lines(row, saying), { width: WIDTHS[i], font: "body", centred: centred ?? false }),
    ),
  });
}

function dueLines({ originalDue, currentDue, changes }: LedgerRow): string[] {
  if (originalDue === null || currentDue === null) return ["未定"];
  if (changes === 0 && originalDue === currentDue) return [paperDate(currentDue)];
  return ["原定", paperDate(originalDue), "现定", paperDate(currentDue), `变更${changes}次`];
}

function lightLines({ light }: LedgerRow, { words, today }: Saying): string[] {
  return [LIGHT[light.colour], words.sayReason(light.reason, today)];
}

function progressLines(row: LedgerRow, { words }: Saying): string[] {
  const status = row.status === null ? "未报" : words.sayStatus(row.status, row.percent);
  return [status, ...row.progressText.split("\n")];
}

interface CellOptions {
  readonly width?: number | undefined;
  readonly span?: number;
  readonly font: FontKey;
  readonly centred?: boolean;
  readonly keepNext?: boolean;
}

/** One paragraph a line. */
function cell(lines: readonly string[], { width, span, font, centred, keepNext }: CellOptions): TableCell {
  const filled = lines.filter((line) => line !== "");
  const paragraphs = (filled.length > 0 ? filled : [""]).map((line) => {
    const children: ParagraphChild[] = line === "" ? [] : [run(line, font, SIZE.table)];
    return new Paragraph({
      alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
      autoSpaceEastAsianText: false,
      spacing: { line: 290, lineRule: LineRuleType.EXACT },
      keepNext: keepNext ?? false,
      children,
    });
  });
  return new TableCell({
    children: paragraphs,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    ...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
    ...(span !== undefined && { columnSpan: span }),
  });
}
