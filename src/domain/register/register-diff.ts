// What a newer version of a document changes in the register: added, changed, withdrawn and unchanged tasks.
import type { Task } from "./task.ts";

/** A task of the earlier version, with its units by name. */
export interface EarlierTask
  extends Pick<Task, "ref" | "label" | "section" | "title" | "text" | "deadlines" | "targets"> {
  readonly taskId: number;
  readonly lead: readonly EarlierUnit[];
  readonly supporting: readonly EarlierUnit[];
}

export interface EarlierUnit {
  readonly name: string;
  /** The keys of its name and of its aliases: a mention with one of them is this unit. */
  readonly keys: readonly string[];
}

/** One field of a task that reads otherwise now, both sides in the document's own words. */
export interface FieldChange {
  readonly field: ChangedField;
  /** "" where there was, or is, nothing. */
  readonly before: string;
  readonly after: string;
}

export type ChangedField = "number" | "text" | "lead" | "supporting" | "deadlines" | "targets";

/** A task on both sides: the row keeps its history and gets the draft's words. */
export interface MatchedTask {
  readonly taskId: number;
  readonly fromRef: string;
  /** Its number in the newer version. */
  readonly ref: string;
  readonly title: string;
  readonly changes: readonly FieldChange[];
}

export interface AddedTask {
  readonly ref: string;
  readonly title: string;
  readonly lead: readonly string[];
  /** Number (in the newer version) of the task it was divided from; null for a task of its own. */
  readonly dividedFrom: string | null;
}

export interface WithdrawnTask {
  readonly taskId: number;
  readonly ref: string;
  readonly title: string;
  readonly lead: readonly string[];
  /** Number (in the newer version) of the task that took its words over; null where nothing did. */
  readonly mergedInto: string | null;
}

export interface RegisterDiff {
  readonly added: readonly AddedTask[];
  /** At least one change each. */
  readonly changed: readonly MatchedTask[];
  readonly withdrawn: readonly WithdrawnTask[];
  /** No change that matters; a heading or spaces may differ. */
  readonly unchanged: readonly MatchedTask[];
}
