// A list of a group's members, as .csv, .xlsx or plain lines: who, from when, to when. Columns in any order, with heads or without.
import { endOfMonth, type IsoDate, isIsoDate } from "../domain/calendar.ts";
import type { DocumentContent } from "../domain/register/document-content.ts";
import { overlaps } from "../domain/register/membership.ts";
import type { UnitMention } from "../domain/register/unit.ts";
import { normalise } from "./script.ts";
import { readUnit } from "./unit-name.ts";

export interface MemberRow {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number;
  readonly unit: UnitMention;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** no-unit: no name is there · not-single: 各县区 cannot be a member · bad-date · bad-period: ends before it begins · twice. */
type BadLineReason = "no-unit" | "not-single" | "bad-date" | "bad-period" | "twice";

export interface BadLine {
  readonly line: number;
  readonly text: string;
  readonly why: BadLineReason;
}

export interface MemberList {
  readonly rows: readonly MemberRow[];
  /** Lines that were not taken, each with its number, to be mended in the file. */
  readonly bad: readonly BadLine[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

type Column = "unit" | "from" | "to";

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ["unit", /^(?:成员)?(?:单位|成员|名称|部门|机构)(?:名称|全称)?$/],
  ["from", /^(?:自|起|从|from|(?:起始|开始|生效|加入)(?:日期|时间)?|自何时起?|起(?:日期|时间))$/i],
  ["to", /^(?:至|止|到|to|(?:截止|终止|结束|失效|退出)(?:日期|时间)?|至何时止?|止(?:日期|时间))$/i],
];
/** Heads stand in one of the first rows, below a title perhaps. */
const HEAD_ROWS = 5;
const LONGEST_NAME = 40;
const NO_UNIT = /^(?:合计|总计|小计|共计|备注|注|说明|填报|制表|序号)/;
/** Written where there is no date. */
const NO_DATE = /^(?:今|至今|目前|长期|无|-+|—+|\/)?$/;
const DATE = /^(\d{4})(?:[-年/.](?:(\d{1,2})(?:[-月/.](?:(\d{1,2})日?)?)?)?)?$/;

/** Reads every line; what cannot be taken is in `bad`. Empty lines are passed over. Never throws. */
export function readMemberList(content: DocumentContent): MemberList {
  const lines = linesOf(content).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const head = lines.slice(0, HEAD_ROWS).findIndex(({ cells }) => columnsOf(cells)?.includes("unit"));
  const columns = columnsOf(lines[head]?.cells ?? []);
  const rows: MemberRow[] = [];
  const bad: BadLine[] = [];
  for (const line of lines.slice(head + 1)) {
    const row = readLine(line, columns, rows);
    if (typeof row === "string") bad.push({ line: line.line, text: line.cells.join(" ").trim(), why: row });
    else rows.push(row);
  }
  return { rows, bad };
}

/** Whether the words can be the name of a unit at all. */
export function canBeMember(name: string): boolean {
  return /\p{Script=Han}{2}/u.test(name) && name.length <= LONGEST_NAME && !NO_UNIT.test(name);
}

function linesOf(content: DocumentContent): Line[] {
  if (content.kind === "text") {
    return content.text.split(/\r\n?|\n/).map((text, i) => ({ line: i + 1, cells: cellsOf(text) }));
  }
  return content.blocks.flatMap((block): Line[] =>
    block.kind === "paragraph"
      ? [{ line: block.at, cells: cellsOf(block.text) }]
      : block.rows.map((row) => ({ line: row.at, cells: row.cells.map((cell) => plain(cell.text)) })),
  );
}

/** Names hold no commas: a line divides at each. */
function cellsOf(text: string): string[] {
  return text.split(/[\t,，;；]/).map(plain);
}

function plain(text: string): string {
  return normalise(text)
    .replace(/^["'\uFEFF\s]+|["'\s]+$/g, "")
    .replace(/\s+/g, "");
}

/** What each column is for; null where no cell is a head. */
function columnsOf(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => HEADS.find(([, words]) => words.test(cell))?.[0] ?? null);
  return columns.some((column) => column !== null) ? columns : null;
}

function readLine(
  { line, cells }: Line,
  columns: readonly (Column | null)[] | null,
  before: readonly MemberRow[],
): MemberRow | BadLineReason {
  const found = columns === null ? byLooks(cells) : byHead(cells, columns);
  if (!canBeMember(found.unit)) return "no-unit";
  const unit = readUnit(found.unit);
  if (unit.kind !== "single") return "not-single";
  const from = readDate(found.from, "first");
  const to = readDate(found.to, "last");
  if (from === "bad" || to === "bad") return "bad-date";
  if (from !== null && to !== null && from > to) return "bad-period";
  const period = { from: from ?? "", to };
  const same = before.filter((row) => row.unit.key === unit.key);
  if (same.some((row) => overlaps({ from: row.from ?? "", to: row.to }, period))) return "twice";
  return { line, unit, from, to };
}

type Found = Readonly<Record<Column, string>>;

function byHead(cells: readonly string[], columns: readonly (Column | null)[]): Found {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
  return { unit: cell("unit"), from: cell("from"), to: cell("to") };
}

/** Without heads: the first cell in words is the unit, the cell after it its beginning, the next its end. */
function byLooks(cells: readonly string[]): Found {
  const at = cells.findIndex((cell) => /\p{Script=Han}{2}/u.test(cell) && !DATE.test(cell) && !NO_DATE.test(cell));
  const [from = "", to = ""] = cells.slice(at + 1);
  return { unit: cells[at] ?? "", from, to };
}

/** A month alone means its first or its last day, and so does a year. */
function readDate(text: string, side: "first" | "last"): IsoDate | null | "bad" {
  const bare = text.replace(/^[自从至到]|[起止]$/g, "");
  if (NO_DATE.test(bare)) return null;
  const [, year = "", month = side === "first" ? "1" : "12", day] = DATE.exec(bare) ?? [];
  if (year === "" || Number(month) < 1 || Number(month) > 12) return "bad";
  const date =
    day === undefined && side === "last"
      ? endOfMonth(Number(year), Number(month))
      : `${year}-${month.padStart(2, "0")}-${(day ?? "1").padStart(2, "0")}`;
  return isIsoDate(date) ? date : "bad";
}
