// Rows that stand for no task: a section written across the table, and notes under it.
import { toSimplified } from "../../script.ts";
import { isBlank, type Passage, type Row } from "../blocks/blocks.ts";
import { readMarker } from "../clauses/numbering.ts";
import type { Roles } from "./head.ts";

/** 注：…, 说明：…, 填报人 at the foot of a table. */
const NOTE = /^(?:注|备注|说明|填表|填报|制表|审核|联系人|联系电话|合计|小计)[:\d ]|^(?:合计|小计|总计)$/;
const LONGEST_SECTION = 60;
const UNITS: ReadonlySet<string> = new Set(["lead", "supporting", "responsible"]);

/** section: the name of the section that begins here · note: read by nobody · null: an ordinary row. */
export function readSectionRow(row: Row, roles: Roles): { readonly section: string } | "note" | null {
  const written = row.cells.filter((cell) => !isBlank(cell));
  const [first] = written;
  if (!first) return null;
  const name = oneLine(first);
  if (new Set(written.map((cell) => cell.plain)).size === 1) {
    const alone = row.cells.length === 1 || written.length === row.cells.length || coversUnits(row, roles);
    const level = readMarker(first.plain)?.level ?? 9;
    const numbered = level <= 2 && roles[row.cells.indexOf(first)] !== "section";
    if (!alone && !numbered) return null;
    return NOTE.test(first.plain) || name.length > LONGEST_SECTION ? "note" : { section: name };
  }
  return numberedSection(row, roles, written);
}

/** 一 in the number column and the section's name across the others, or the same in each of them. */
function numberedSection(row: Row, roles: Roles, written: readonly Passage[]): { readonly section: string } | null {
  const [number, name, ...others] = written;
  if (!number || !name || roles[0] !== "number" || others.some((cell) => cell.plain !== name.plain)) return null;
  if (!coversUnits(row, roles) && written.length < row.cells.length) return null;
  if (!/^[零〇一二三四五六七八九十百]{1,5}[、.]?$/.test(number.plain.trim())) return null;
  return { section: `${oneLine(number).replace(/[、.．]$/, "")}、${oneLine(name)}` };
}

/** Whether one cell covers the columns of tasks and units alike. */
function coversUnits(row: Row, roles: Roles): boolean {
  return row.cells.every((cell, i) => !UNITS.has(roles[i] ?? "") || cell.merged === "left");
}

/** A cell's lines as one: a heading broken to fit its column. In Simplified Chinese. */
export function oneLine(cell: Passage): string {
  return toSimplified(cell.original.replace(/\s*\n\s*/g, "")).trim();
}
