// Deadline rules (时限要求) as a document states them, and the occurrences (期次) they give.
import type { IsoDate } from "../calendar.ts";

export type DeadlineKind = "by" | "annual" | "recurring" | "span" | "undated";

export interface DeadlineRule {
  readonly kind: DeadlineKind;
  /** by, span: the last day. annual, recurring, undated: null (see `monthDay`, `months`). */
  readonly due: IsoDate | null;
  /** recurring: months between two due dates (1, 3, 6). */
  readonly everyMonths: number | null;
  /** annual, recurring: day of the month, null = its last day. */
  readonly day: number | null;
  /** annual: the month it is due in (每年6月底前), null or absent = December. */
  readonly month?: number | null;
  /** The words it was read from; "" when the text has none. */
  readonly text: string;
}

/** report: the progress report a meeting asks for · due: the task's own date. */
export type OccurrenceKind = "report" | "due";

export interface Occurrence {
  readonly id: number;
  readonly taskId: number;
  readonly kind: OccurrenceKind;
  /** "meeting:3", "2026", "2026-09", or the date itself. Unique per task and kind. */
  readonly period: string;
  /** An answer counts for this occurrence from this day on. */
  readonly opensOn: IsoDate;
  readonly dueDate: IsoDate;
  /** Supporting units are asked earlier, so that the lead can report for all. */
  readonly supportingDueDate: IsoDate;
  readonly originalDueDate: IsoDate;
  readonly changes: number;
}
