// A table of responsibilities → tasks. In a text a merged cell and an empty cell look alike; how they are told apart is said at `leadOf`.
import { reason } from "../../domain/reason.ts";
import type { ReviewNote } from "../../domain/register/draft.ts";
import type { UnitMention } from "../../domain/register/unit.ts";
import { parseChineseNumber } from "../chinese-number.ts";
import { toSimplified } from "../script.ts";
import { readUnitList } from "../unit-list.ts";
import { type Assigned, assign } from "./assign.ts";
import { isBlank, join, type Passage, passage, type Row, slice, type Table, trim } from "./blocks/blocks.ts";
import { type ColumnRole, headRoles } from "./blocks/columns.ts";
import type { FoundTask } from "./found-task.ts";
import { readMarker } from "./numbering.ts";
import { taskTitle } from "./task-title.ts";

/** What the rows above have left for merged cells. */
interface Above {
  readonly section: string | null;
  readonly number: string;
  readonly points: number;
  readonly source: Source | null;
}

/** Units of the rows above, with the refs of the rows in whose cells they are written. */
interface Source {
  readonly lead: readonly UnitMention[];
  readonly leadRef: string;
  readonly supporting: readonly UnitMention[];
  readonly supportingRef: string;
}

export function readTableTasks(table: Table): FoundTask[] {
  const head = table.rows.findIndex((row) => rolesOf(row) !== null);
  const roles = table.rows[head] && rolesOf(table.rows[head]);
  if (!roles) return [];
  const tasks: FoundTask[] = [];
  let above: Above = { section: null, number: "0", points: 0, source: null };
  for (const row of table.rows.slice(head + 1)) {
    if (rolesOf(row)) continue;
    const spanning = sectionRow(row, roles);
    if (spanning) {
      above = { ...above, section: spanning };
      continue;
    }
    const read = readRow(row, roles, above);
    above = read.above;
    if (read.task) tasks.push(read.task);
  }
  return tasks;
}

function rolesOf(row: Row): (ColumnRole | null)[] | null {
  return headRoles(row.cells.map((cell) => cell.plain));
}

/** A section written across the table: the only cell, or the same words in every cell, or a heading with nothing beside it. */
function sectionRow(row: Row, roles: readonly (ColumnRole | null)[]): string | null {
  const written = row.cells.filter((cell) => !isBlank(cell));
  const [first] = written;
  if (!first || new Set(written.map((cell) => cell.plain)).size > 1) return null;
  const alone = row.cells.length === 1 || written.length === row.cells.length;
  const level = readMarker(first.plain)?.level ?? 9;
  const numbered = level <= 2 && roles[row.cells.indexOf(first)] !== "section";
  return alone || numbered ? oneLine(first) : null;
}

function readRow(
  row: Row,
  roles: readonly (ColumnRole | null)[],
  above: Above,
): { task: FoundTask | null; above: Above } {
  const cell = (role: ColumnRole) => trim(row.cells[roles.indexOf(role)] ?? passage(""));
  const section = isBlank(cell("section")) ? above.section : oneLine(cell("section"));
  const text = cell("task");
  if (isBlank(text)) return { task: null, above: { ...above, section } };
  const { number, label, points, words } = numberOf(cell("number"), text, above);
  const assigned = assignedOf(roles, cell, number, above.source);
  const next: Above = { section, number: points === 0 ? number : above.number, points, source: assigned.source };
  const { lead, supporting, review } = assigned;
  if (lead.length + supporting.length === 0) return { task: null, above: next };
  const task: FoundTask = {
    number,
    parents: [],
    label,
    section,
    title: taskTitle(words.original),
    text: words,
    lead,
    supporting,
    review,
    deadlineField: oneLine(cell("deadline")),
  };
  return { task, above: next };
}

/** The number cell, else the number the task begins with, else the next one. A blank number cell under a number is a point of it: 3.1. */
function numberOf(
  cell: Passage,
  text: Passage,
  above: Above,
): { number: string; label: string; points: number; words: Passage } {
  const inCell = parseChineseNumber(cell.plain.replace(/[.、()]/g, ""));
  if (inCell !== null) return { number: String(inCell), label: cell.original, points: 0, words: text };
  const marker = readMarker(text.plain);
  if (marker) {
    const label = text.original.slice(0, marker.length);
    return { number: String(marker.number), label, points: 0, words: trim(slice(text, marker.length)) };
  }
  const points = above.points + 1;
  const number = above.number === "0" ? String(points) : `${above.number}.${points}`;
  return { number, label: "", points, words: text };
}

/**
 * A blank lead is a merged cell and takes the lead above it; when lead and supporting are both blank, both are taken from above; a
 * blank supporting cell beside a written lead is truly empty. A dash is an empty cell, 同上 says that it is the one above. Every guess
 * carries the ref of the row it was taken from.
 */
function assignedOf(
  roles: readonly (ColumnRole | null)[],
  cell: (role: ColumnRole) => Passage,
  ref: string,
  source: Source | null,
): Assigned & { source: Source | null } {
  const hasLead = roles.includes("lead");
  const leadCell = cell(hasLead ? "lead" : "responsible");
  const otherCells = hasLead ? [cell("supporting"), cell("responsible")] : [cell("supporting")];
  const otherCell = join(
    otherCells.filter((c) => !isBlank(c)),
    "\n",
  );
  const others = source && isDitto(otherCell) ? source.supporting : readUnitList(otherCell.original);
  if (source && (isBlank(leadCell) || isDitto(leadCell))) {
    const bothBlank = isBlank(leadCell) && isBlank(otherCell);
    const supporting = bothBlank ? source.supporting : others;
    const supportingRef = bothBlank ? source.supportingRef : ref;
    const review = isDitto(leadCell) ? [] : mergedCellNotes(source, bothBlank);
    return { lead: source.lead, supporting, review, source: { ...source, supporting, supportingRef } };
  }
  const units = readUnitList(leadCell.original);
  const assigned = assign({ lead: hasLead ? units : [], responsible: hasLead ? [] : units, supporting: others });
  const { lead, supporting } = assigned;
  return { ...assigned, source: lead.length > 0 ? { lead, leadRef: ref, supporting, supportingRef: ref } : source };
}

function mergedCellNotes(source: Source, both: boolean): ReviewNote[] {
  if (!both) return [{ field: "lead", reason: reason("lead-from-merged-cell", { from: source.leadRef }) }];
  const notes: ReviewNote[] = [{ field: "lead", reason: reason("both-from-merged-cell", { from: source.leadRef }) }];
  if (source.supporting.length > 0) {
    notes.push({ field: "supporting", reason: reason("both-from-merged-cell", { from: source.supportingRef }) });
  }
  return notes;
}

function isDitto(cell: Passage): boolean {
  return /^(?:同上|〃|")$/.test(cell.plain.trim());
}

/** A cell's lines as one: a heading broken to fit its column. */
function oneLine(cell: Passage): string {
  return toSimplified(cell.original.replace(/\s*\n\s*/g, "")).trim();
}
