// A table of responsibilities → tasks. In a text a merged cell and an empty cell look alike; how they are told apart is said at `readRowUnits`.
import { type ReadingOptions, together } from "../assign.ts";
import type { Row, Table } from "../blocks/blocks.ts";
import { readMarker } from "../clauses/numbering.ts";
import type { FoundTask } from "../found-task.ts";
import type { ContextClause, Placed } from "../places.ts";
import { taskTitle } from "../task-title.ts";
import { type Head, headAt, type Roles } from "./head.ts";
import { fieldOf, isBlankRow, taskField } from "./row.ts";
import { readRowNumber } from "./row-number.ts";
import { readRowUnits, type Source } from "./row-units.ts";
import { oneLine, readSectionRow } from "./section-row.ts";

export interface TableReading {
  readonly tasks: readonly FoundTask[];
  readonly context: readonly ContextClause[];
  readonly places: readonly Placed[];
  /** For a table that goes on behind a page break without a head of its own. */
  readonly roles: Roles;
}

/** What the rows above have left. */
interface Above {
  readonly section: string | null;
  readonly number: string;
  readonly points: number;
  readonly source: Source | null;
  readonly deadline: string;
}

const NOTHING_ABOVE: Above = { section: null, number: "0", points: 0, source: null, deadline: "" };

/**
 * The tasks of a table; null when it has no head of tasks and units. `tableNumber` (from 1) tells apart tables that number anew,
 * `before` is the head of the table this one continues.
 */
export function readTable(
  table: Table,
  tableNumber: number,
  options: ReadingOptions,
  before: Roles | null,
): TableReading | null {
  const { rows } = table;
  const start = findHead(rows);
  const head: Head | null = start < 0 ? continued(rows, before) : headAt(rows, start);
  if (!head) return null;
  const found: FoundTask[] = [];
  const places: Placed[] = rows.slice(0, Math.max(start, 0)).map((row) => ({ source: row, place: "heading" }));
  let roles = head.roles;
  let above = NOTHING_ABOVE;
  for (let at = Math.max(start, 0); at < rows.length; at++) {
    const row = rows[at];
    if (!row) break;
    const again = headAt(rows, at);
    if (again) {
      roles = again.roles;
      for (const line of rows.slice(at, at + again.rows)) places.push({ source: line, place: "table-head" });
      at += again.rows - 1;
      continue;
    }
    const spanning = readSectionRow(row, roles);
    if (spanning) {
      if (spanning !== "note") above = { ...above, section: spanning.section, deadline: "" };
      places.push({ source: row, place: spanning === "note" ? "prose" : "section" });
      continue;
    }
    const read = readRow(row, { roles, above, tableNumber, options });
    above = read.above;
    if (read.task) found.push(read.task);
    const last = found.at(-1);
    if (read.adds && last) found[found.length - 1] = extended(last, read.adds);
    // A row that nobody is named for stays in its place until the rows below it are read: they may add a unit to it.
    if (!read.task) places.push({ source: row, place: read.adds && last ? "task" : read.place });
  }
  const tasks = found.filter(isAssigned);
  const context = found.filter((task) => !isAssigned(task));
  for (const { from } of tasks) places.push({ source: from, place: "task" });
  for (const { from } of context) places.push({ source: from, place: "context" });
  return { tasks, context, places, roles };
}

function isAssigned({ lead, supporting }: FoundTask): boolean {
  return lead.length + supporting.length > 0;
}

function findHead(rows: readonly Row[]): number {
  return rows.findIndex((_, at) => headAt(rows, at) !== null);
}

function continued(rows: readonly Row[], before: Roles | null): Head | null {
  return before && rows.every((row) => row.cells.length === before.length) ? { roles: before, rows: 0 } : null;
}

interface Look {
  readonly roles: Roles;
  readonly above: Above;
  readonly tableNumber: number;
  readonly options: ReadingOptions;
}

interface RowReading {
  readonly above: Above;
  readonly place: Placed["place"];
  readonly task?: FoundTask;
  /** The task's cell is covered: what stands beside it belongs to the task above. */
  readonly adds?: Pick<FoundTask, "lead" | "supporting" | "review" | "deadlineField">;
}

function readRow(row: Row, look: Look): RowReading {
  const { roles, above, options } = look;
  const field = taskField(row, roles);
  const section = field.coversSection ? above.section : sectionOf(row, look);
  if (field.state !== "written") return withoutTask(row, look, section, field.state === "above");
  const numbered = readRowNumber(fieldOf(row, roles, "number").words, field.words, above);
  const units = readRowUnits(row, roles, numbered.number, above.source, options);
  const { lead, supporting, review } = units;
  const time = fieldOf(row, roles, "deadline");
  const deadline = time.state === "above" ? above.deadline : oneLine(time.words);
  const next = {
    section,
    number: numbered.points === 0 ? numbered.number : above.number,
    points: numbered.points,
    source: units.source,
    deadline,
  };
  const task: FoundTask = {
    number: numbered.number,
    parents: [look.tableNumber, ...(sectionNumber(section) ?? [])],
    label: numbered.label,
    section,
    title: taskTitle(numbered.words.original),
    text: numbered.words,
    lead,
    supporting,
    review,
    deadlineField: deadline,
    from: row,
  };
  return { above: next, place: "task", task };
}

function sectionOf(row: Row, { roles, above }: Look): string | null {
  const { state, words } = fieldOf(row, roles, "section");
  if (state === "written") return oneLine(words);
  return state === "empty" && !isBlankRow(row) ? null : above.section;
}

function sectionNumber(section: string | null): number[] | null {
  const marker = readMarker(section ?? "");
  return marker && [marker.number];
}

/** A row without words of its own for a task. Units beside a covered task belong to it; units beside nothing nobody can read. */
function withoutTask(
  row: Row,
  { roles, above, options }: Look,
  section: string | null,
  isCovered: boolean,
): RowReading {
  const own = readRowUnits(row, roles, above.number, null, options);
  const named = own.lead.length + own.supporting.length > 0;
  const next = { ...above, section };
  const isSection = fieldOf(row, roles, "section").state === "written";
  const place = named ? "unread" : isSection ? "section" : "prose";
  if (!isCovered) return { above: next, place };
  const { lead, supporting, review } = own;
  const deadlineField = oneLine(fieldOf(row, roles, "deadline").words);
  return { above: next, place, adds: { lead, supporting, review, deadlineField } };
}

function extended(task: FoundTask, adds: NonNullable<RowReading["adds"]>): FoundTask {
  const { lead, supporting } = together([...task.lead, ...adds.lead], [...task.supporting, ...adds.supporting]);
  const times = new Set([task.deadlineField, adds.deadlineField].filter((time) => time !== ""));
  const review = task.lead.length > 0 || adds.lead.length === 0 ? task.review : adds.review;
  return { ...task, lead, supporting, review, deadlineField: [...times].join("，") };
}
