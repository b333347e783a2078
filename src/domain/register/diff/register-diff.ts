// What a newer version of a document changes in the register: added, changed, withdrawn and unchanged tasks.

import type { DraftDocument, DraftTask } from "../draft.ts";
import type { Task } from "../task.ts";
import { originsOf } from "./divided.ts";
import { changesOf } from "./fields.ts";
import { matchTasks, type Pair, type Side } from "./match.ts";
import { bigramsOf, type Fold, wordsOf } from "./words.ts";

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

type ChangedField = "number" | "text" | "lead" | "supporting" | "deadlines" | "targets";

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

/**
 * `current` are the tasks of the earlier version that still count, in its order. `fold` brings texts to one script, where
 * two versions may be in two. 5,000 tasks of 250 characters take a second, two where all were edited and are much alike.
 */
export function diffRegister(
  current: readonly EarlierTask[],
  draft: Pick<DraftDocument, "tasks">,
  fold: Fold = (text) => text,
): RegisterDiff {
  const { tasks } = draft;
  const before = current.map((task) => earlierSide(task, fold));
  const nameOf = canonicalNames(current);
  const after = tasks.map((task) => newerSide(task, nameOf, fold));
  const pairs = matchTasks(before, after).sort((a, b) => a.after - b.after);
  const matched = pairs.flatMap((pair) => matchedTask(pair, current, tasks, fold));
  return {
    ...loneTasks(pairs, { current, tasks, before, after }),
    changed: matched.filter((task) => task.changes.length > 0),
    unchanged: matched.filter((task) => task.changes.length === 0),
  };
}

/** True where nothing differs. */
export function isSame({ added, changed, withdrawn }: RegisterDiff): boolean {
  return added.length + changed.length + withdrawn.length === 0;
}

/** True where a task's number moved and nothing else. */
export function isRenumbered({ changes }: MatchedTask): boolean {
  return changes.length > 0 && changes.every(({ field }) => field === "number");
}

function earlierSide(task: EarlierTask, fold: Fold): Side {
  const words = wordsOf(task.text || task.title, fold);
  const units = [task.lead, task.supporting].map((role) => role.map((unit) => unit.name).join("、"));
  return { ref: task.ref, words, bigrams: bigramsOf(words), units: units.join("/") };
}

function newerSide(task: DraftTask, nameOf: ReadonlyMap<string, string>, fold: Fold): Side {
  const words = wordsOf(task.text || task.title, fold);
  const units = [task.lead, task.supporting].map((role) => role.map((m) => nameOf.get(m.key) ?? m.name).join("、"));
  return { ref: task.ref, words, bigrams: bigramsOf(words), units: units.join("/") };
}

function canonicalNames(current: readonly EarlierTask[]): Map<string, string> {
  const units = current.flatMap((task) => [...task.lead, ...task.supporting]);
  return new Map(units.flatMap((unit) => unit.keys.map((key) => [key, unit.name] as const)));
}

function matchedTask(
  pair: Pair,
  current: readonly EarlierTask[],
  tasks: readonly DraftTask[],
  fold: Fold,
): MatchedTask[] {
  const before = current[pair.before];
  const after = tasks[pair.after];
  if (before === undefined || after === undefined) return [];
  const { ref, title } = after;
  return [{ taskId: before.taskId, fromRef: before.ref, ref, title, changes: changesOf(before, after, fold) }];
}

/** Tasks without a pair, each with the task it was divided from or merged into. */
function loneTasks(
  pairs: readonly Pair[],
  versions: {
    current: readonly EarlierTask[];
    tasks: readonly DraftTask[];
    before: readonly Side[];
    after: readonly Side[];
  },
): Pick<RegisterDiff, "added" | "withdrawn"> {
  const { current, tasks, before, after } = versions;
  const known = new Set(pairs.map((pair) => pair.after));
  const kept = new Set(pairs.map((pair) => pair.before));
  const added = [...tasks.keys()].filter((at) => !known.has(at));
  const withdrawn = [...current.keys()].filter((at) => !kept.has(at));

  const rewritten = pairs.flatMap((pair) => {
    const earlier = before[pair.before];
    const newer = after[pair.after];
    return earlier && newer && earlier.words !== newer.words ? [{ earlier, newer, pair }] : [];
  });
  const refOf = (pair: Pair | null | undefined) => (pair ? (tasks[pair.after]?.ref ?? null) : null);
  const dividedFrom = originsOf(
    added.flatMap((at) => after[at] ?? []),
    rewritten.map(({ earlier, newer, pair }) => ({ holder: earlier, counterpart: newer, pair })),
  );
  const mergedInto = originsOf(
    withdrawn.flatMap((at) => before[at] ?? []),
    rewritten.map(({ earlier, newer, pair }) => ({ holder: newer, counterpart: earlier, pair })),
  );
  return {
    added: added.flatMap((at, i) => {
      const task = tasks[at];
      if (task === undefined) return [];
      const lead = task.lead.map((unit) => unit.name);
      return [{ ref: task.ref, title: task.title, lead, dividedFrom: refOf(dividedFrom[i]) }];
    }),
    withdrawn: withdrawn.flatMap((at, i) => {
      const task = current[at];
      if (task === undefined) return [];
      const { taskId, ref, title } = task;
      return [{ taskId, ref, title, lead: task.lead.map((unit) => unit.name), mergedInto: refOf(mergedInto[i]) }];
    }),
  };
}
