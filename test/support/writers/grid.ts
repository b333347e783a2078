// A register laid out as a table: cells with spans, for writers of every format.
import type { SampleRegister, SampleTask } from "./sample-register.ts";

export interface GridCell {
  readonly text: string;
  /** Rows and columns it covers, itself included. */
  readonly rows: number;
  readonly columns: number;
}

/** `null`: covered by a merged cell. */
export type Grid = readonly (readonly (GridCell | null)[])[];

export interface Layout {
  /** A column of its own, merged over the section's rows, or rows across the table. */
  readonly sections: "column" | "rows";
  readonly numbers: "column" | "in the text";
  /** 责任分工 over 牵头单位 and 配合单位. */
  readonly twoRowHead: boolean;
  /** The head again before every section, as on every new page. */
  readonly repeatedHead: boolean;
  readonly separator: "\n" | "、" | "，";
  /** Equal neighbours as one merged cell; else every cell is written out. */
  readonly merged: boolean;
}

interface Column {
  readonly head: string;
  text(task: SampleTask): string;
}

/** The whole register as one grid. */
export function gridOf({ tasks }: SampleRegister, layout: Layout): Grid {
  const columns = columnsOf(layout, tasks);
  const rows: (GridCell | null)[][] = headOf(columns, layout);
  const open: { cell: number; at: number }[] = [];
  let before: SampleTask | null = null;
  for (const task of tasks) {
    const begins = task.section !== (before?.section ?? null);
    if (begins) before = null;
    if (begins && layout.repeatedHead && task !== tasks[0]) rows.push(...headOf(columns, layout));
    if (begins && layout.sections === "rows" && task.section !== null) rows.push(across(task.section, columns.length));
    const at = rows.length;
    const goesOn: boolean[] = [];
    for (const [i, column] of columns.entries()) {
      const same = layout.merged && before !== null && mayMerge(column.head, task, before);
      goesOn.push(same);
      if (!same) open[i] = { cell: i, at };
    }
    rows.push(columns.map((column, i) => (goesOn[i] ? null : one(column.text(task)))));
    for (const [i, same] of goesOn.entries()) {
      const above = rows[open[i]?.at ?? 0];
      if (same && above?.[i]) above[i] = { ...above[i], rows: above[i].rows + 1 };
    }
    before = task;
  }
  return rows;
}

function columnsOf({ sections, numbers, separator }: Layout, tasks: readonly SampleTask[]): Column[] {
  const inText = numbers === "in the text";
  const sectioned = sections === "column" && tasks.some(({ section }) => section !== null);
  return [
    ...(sectioned ? [{ head: "项目", text: (task: SampleTask) => task.section ?? "" }] : []),
    ...(inText ? [] : [{ head: "序号", text: (task: SampleTask) => task.number }]),
    { head: "具体事项", text: (task) => (inText ? `${task.number}.${task.text}` : task.text) },
    { head: "牵头单位", text: (task) => task.lead.join(separator) },
    { head: "配合单位", text: (task) => task.supporting.join(separator) },
    { head: "完成时限", text: (task) => task.deadline },
  ];
}

function headOf(columns: readonly Column[], { twoRowHead }: Layout): (GridCell | null)[][] {
  const isUnit = ({ head }: Column) => head.endsWith("单位");
  if (!twoRowHead) return [columns.map(({ head }) => one(head))];
  return [
    columns.map((column) => {
      if (column.head === "牵头单位") return { text: "责任分工", rows: 1, columns: 2 };
      return isUnit(column) ? null : { text: column.head, rows: 2, columns: 1 };
    }),
    columns.map((column) => (isUnit(column) ? one(column.head) : null)),
  ];
}

/** Cells are merged as offices do it: the section's, and equal leads with, where they are equal too, what stands beside them. */
function mayMerge(head: string, task: SampleTask, before: SampleTask): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
  if (head === "项目") return true;
  if (head === "牵头单位") return same(task.lead, before.lead);
  return head === "配合单位" && same(task.lead, before.lead) && same(task.supporting, before.supporting);
}

function across(text: string, columns: number): (GridCell | null)[] {
  return Array.from({ length: columns }, (_, i) => (i === 0 ? { text, rows: 1, columns } : null));
}

function one(text: string): GridCell {
  return { text, rows: 1, columns: 1 };
}
