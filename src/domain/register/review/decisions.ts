// What the secretary decides in a review, and the draft as it stands after that.
import type { DraftDocument, DraftTask } from "../draft.ts";
import type { UnitMention } from "../unit.ts";
import { deadlinesMeant, type ReviewItem, reviewItems } from "./review-items.ts";

/** Of one guess. Units are given as mentions: reading them out of text is done before. */
export type Decision =
  | { readonly kind: "accept" }
  /** The task goes to the context: seen, not followed. A stretch of text stays outside the register. */
  | { readonly kind: "not-a-task" }
  /** Null leaves a side as it was read. */
  | {
      readonly kind: "assign";
      readonly lead: readonly UnitMention[] | null;
      readonly supporting: readonly UnitMention[] | null;
    }
  /** The units that stand behind 有关部门 in this task. */
  | { readonly kind: "name-unit"; readonly units: readonly UnitMention[] }
  /** Null: no date. */
  | { readonly kind: "due"; readonly due: string | null }
  /** A stretch of text that is a task after all. */
  | { readonly kind: "make-task"; readonly task: DraftTask }
  /** What 责任单位 means in the whole document: it is read again. Stands under `WHOLE_DOCUMENT`. */
  | { readonly kind: "responsible-means"; readonly means: "lead" | "supporting" };

/** The key of what is decided for the document and not for one guess. */
export const WHOLE_DOCUMENT = "document";

/** One click: a decision for one guess or for all of a kind. */
export interface DecisionStep {
  readonly by: string;
  readonly keys: readonly string[];
  readonly decision: Decision;
}

export type Decisions = ReadonlyMap<string, Decision>;

/** The decision of each guess; of several the last one counts. */
export function settle(steps: readonly DecisionStep[]): Decisions {
  return new Map(steps.flatMap(({ keys, decision }) => keys.map((key) => [key, decision] as const)));
}

/** The guesses still to be decided. What a decision has made pointless (the unit is not named any more) is not asked. */
export function openItems(draft: DraftDocument, decisions: Decisions): ReviewItem[] {
  const after = applyDecisions(draft, decisions);
  const tasks = new Map(after.tasks.map((task) => [task.ref, task]));
  return reviewItems(draft).filter((item) => {
    if (decisions.has(item.key)) return false;
    if (item.task === null) return true;
    const task = tasks.get(item.task.ref);
    return task !== undefined && !(item.proposal.kind === "unit" && !names(task, item.proposal.unit));
  });
}

/** The draft with every decision taken. What nobody has decided stays as proposed. */
export function applyDecisions(draft: DraftDocument, decisions: Decisions): DraftDocument {
  const items = reviewItems(draft);
  const taken = items.flatMap((item) => {
    const decision = decisions.get(item.key);
    return decision ? [{ item, decision }] : [];
  });
  const ofTask = Map.groupBy(taken, ({ item }) => item.task?.ref ?? null);
  const rejected = (ref: string) => ofTask.get(ref)?.some(({ decision }) => decision.kind === "not-a-task") ?? false;
  const tasks = draft.tasks
    .filter((task) => !rejected(task.ref))
    .map((task) => (ofTask.get(task.ref) ?? []).reduce(decided, task));
  const made = (ofTask.get(null) ?? []).flatMap(({ decision }) => (decision.kind === "make-task" ? decision.task : []));
  const blocks = items.filter((item) => item.field === "unread");
  const context = draft.tasks.filter((task) => rejected(task.ref));
  return {
    ...draft,
    tasks: made.reduce(withTask, tasks),
    context: [...draft.context, ...context.map(({ ref, label, title }) => ({ ref, label, title }))],
    unread: draft.unread.filter((_, i) => !decisions.has(blocks[i]?.key ?? "")),
  };
}

function decided(task: DraftTask, { item, decision }: { item: ReviewItem; decision: Decision }): DraftTask {
  switch (decision.kind) {
    case "assign":
      return assigned(task, decision.lead ?? task.lead, decision.supporting ?? task.supporting);
    case "name-unit":
      return item.proposal.kind === "unit" ? named(task, item.proposal.unit, decision.units) : task;
    case "due":
      return dated(task, item, decision.due);
    case "accept":
    case "not-a-task":
    case "make-task":
    case "responsible-means":
      return task;
    default:
      return decision satisfies never;
  }
}

function named(task: DraftTask, unit: UnitMention, units: readonly UnitMention[]): DraftTask {
  const replaced = (side: readonly UnitMention[]) => side.flatMap((one) => (one.key === unit.key ? units : one));
  return assigned(task, replaced(task.lead), replaced(task.supporting));
}

/** Each unit once, and none supports what it leads. */
function assigned(task: DraftTask, lead: readonly UnitMention[], supporting: readonly UnitMention[]): DraftTask {
  const leads = new Map(lead.map((unit) => [unit.key, unit]));
  const supports = new Map(supporting.filter((unit) => !leads.has(unit.key)).map((unit) => [unit.key, unit]));
  return { ...task, lead: [...leads.values()], supporting: [...supports.values()] };
}

function dated(task: DraftTask, item: ReviewItem, due: string | null): DraftTask {
  const meant = deadlinesMeant(task, item.reason);
  const kept = task.deadlines.filter((rule) => !meant.includes(rule));
  const text = meant[0]?.text ?? "";
  if (due !== null) {
    return { ...task, deadlines: [...kept, { kind: "by", due, everyMonths: null, day: null, text }] };
  }
  const undated = { kind: "undated", due: null, everyMonths: null, day: null, text: "" } as const;
  return { ...task, deadlines: kept.length > 0 ? kept : [undated] };
}

function names(task: DraftTask, unit: UnitMention): boolean {
  return [...task.lead, ...task.supporting].some(({ key }) => key === unit.key);
}

/** Adds a task; where it has no number, or one that is taken, it gets the next free one. */
export function withTask(tasks: readonly DraftTask[], task: DraftTask): DraftTask[] {
  const taken = new Set(tasks.map(({ ref }) => ref));
  if (task.ref !== "" && !taken.has(task.ref)) return [...tasks, task];
  const numbers = [...taken].map(Number).filter((number) => Number.isInteger(number));
  return [...tasks, { ...task, ref: String(Math.max(0, ...numbers) + 1) }];
}
