// Tasks (事项) of the register, as use cases see them.

import type { TaskSteps } from "../reminders/policy.ts";
import type { SetLight } from "../status/light.ts";
import type { DeadlineRule } from "./deadline.ts";
import type { Target } from "./target.ts";

export type Role = "lead" | "supporting";

/** Of several lead units: first = the first that reports does so for all · each = every one of them reports. */
export type LeadRule = "first" | "each";

export type TaskState = "open" | "closed" | "withdrawn" | "superseded";

export interface Assignment {
  readonly unitId: number;
  readonly role: Role;
  /** Place in the document's list. */
  readonly order: number;
}

export interface SourceDocument {
  readonly id: number;
  readonly title: string;
  /** What tells two documents apart in a message: 责任分工. */
  readonly shortTitle: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: string | null;
  /** The last day the document is in force (有效期至); null or absent: it names none. */
  readonly validUntil?: string | null;
  /** Topics the document orders every meeting to discuss (专题议题). */
  readonly standingTopics: readonly string[];
  /** The earlier version that this document took the place of. */
  readonly supersedesId?: number | null;
}

export interface Task {
  readonly id: number;
  readonly documentId: number;
  /** The task's number in its document, in Arabic numerals: "21". */
  readonly ref: string;
  /** The number as the document prints it: "21." or "（二十一）". */
  readonly label: string;
  readonly section: string | null;
  /** At most 20 characters, made by rule. */
  readonly title: string;
  /** The task's words as the document has them. */
  readonly text: string;
  readonly state: TaskState;
  readonly assignments: readonly Assignment[];
  readonly deadlines: readonly DeadlineRule[];
  readonly targets: readonly Target[];
  /** Reminder steps of its own; null or absent = the office's policy. */
  readonly reminderSteps?: TaskSteps | null;
  /** The light as the office has set it; null or absent = as computed. */
  readonly setLight?: SetLight | null;
  /** Absent = first. */
  readonly leadRule?: LeadRule;
}

/** What a task said in an earlier version of its document; units by the names they had. */
export interface TaskVersion
  extends Pick<Task, "ref" | "label" | "section" | "title" | "text" | "deadlines" | "targets"> {
  readonly documentId: number;
  readonly documentTitle: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
}

export function unitIdsOf(task: Task, role: Role): number[] {
  return task.assignments
    .filter((a) => a.role === role)
    .sort((a, b) => a.order - b.order)
    .map((a) => a.unitId);
}

/** Documents that no newer version has taken the place of. */
export function documentsInForce<D extends Pick<SourceDocument, "id" | "supersedesId">>(documents: readonly D[]): D[] {
  const superseded = new Set(documents.flatMap((document) => document.supersedesId ?? []));
  return documents.filter((document) => !superseded.has(document.id));
}

/** Whether a task counts today: not withdrawn, and of a document that is in force. */
export function isInForce(documents: readonly SourceDocument[]): (task: Task) => boolean {
  const ids = new Set(documentsInForce(documents).map((document) => document.id));
  return ({ state, documentId }) => (state === "open" || state === "closed") && ids.has(documentId);
}
