// What the readers of formats make first: lines and tables as they stand in the file, tables inside cells included.
import type { ContentNotice } from "../../../domain/register/document-content.ts";

export type Part = Line | PartTable;

export interface Line {
  readonly kind: "line";
  readonly text: string;
  readonly at: number;
}

export interface PartTable {
  readonly kind: "table";
  readonly rows: readonly PartRow[];
  /** Of a workbook: the sheet's name. */
  readonly sheet: string | null;
  /** True where a blank cell may be a covered one: the format cannot say. */
  readonly blanksUnknown: boolean;
}

export interface PartRow {
  readonly at: number;
  /** By column. Columns without a cell are blank. */
  readonly cells: readonly PartCell[];
}

export interface PartCell {
  /** From 0, in a grid that may be finer than what anybody sees. */
  readonly column: number;
  /** How many columns of that grid it covers. */
  readonly columns: number;
  /** True where the merged cell of a row above goes on: it has no words of its own. */
  readonly above: boolean;
  readonly parts: readonly Part[];
}

/** What a reader hands on: the parts in their order, and what it could not read. */
export interface FileParts {
  readonly parts: readonly Part[];
  readonly notices: ReadonlySet<ContentNotice>;
}
