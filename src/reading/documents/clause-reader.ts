// Clauses → tasks. A clause that says who is responsible is a task; one that does not is context.

import { reason } from "../../domain/reason.ts";
import type { DraftDocument } from "../../domain/register/draft.ts";
import { toSimplified } from "../script.ts";
import { type Assigned, assign, mergeNotations } from "./assign.ts";
import type { Paragraph, Passage } from "./blocks/blocks.ts";
import { join, slice } from "./blocks/blocks.ts";
import { type Clause, isAssigned, readClauses, wordsOf } from "./clauses.ts";
import type { FoundTask } from "./found-task.ts";
import { assigns, readSentence } from "./notation.ts";
import { taskTitle } from "./task-title.ts";

type Context = DraftDocument["context"][number];

export interface ClauseReading {
  readonly tasks: readonly FoundTask[];
  readonly context: readonly Context[];
}

const LONGEST_HEADING = 40;

export function readClauseTasks(paragraphs: readonly Paragraph[]): ClauseReading {
  const tasks: FoundTask[] = [];
  const context: Context[] = [];
  for (const root of readClauses(paragraphs)) visit(root, tasks, context);
  return { tasks, context };
}

function visit(clause: Clause, tasks: FoundTask[], context: Context[]): void {
  const below = clause.children.some(isAssigned);
  const assigned = clause.notations.some(assigns);
  if (assigned) {
    tasks.push(taskOf(clause, below ? join(clause.paragraphs, "\n") : wordsOf(clause)));
  }
  if (below || (!assigned && clause.level === 1 && clause.children.length > 0)) {
    for (const child of clause.children) visit(child, tasks, context);
  } else if (!assigned) {
    const sentence = taskFromSentence(clause);
    if (sentence) tasks.push(sentence);
    else context.push({ ref: String(clause.number), label: clause.label, title: titleOf(clause) });
  }
}

function taskOf(clause: Clause, text: Passage): FoundTask {
  const assigned = assign(mergeNotations(clause.notations));
  const fromSentence = assigned.lead.length === 0 ? leadFromSentence(text) : null;
  if (!fromSentence) return { ...base(clause, text), ...assigned };
  return { ...base(clause, text), ...fromSentence, supporting: assigned.supporting };
}

function taskFromSentence(clause: Clause): FoundTask | null {
  const text = wordsOf(clause);
  const assigned = leadFromSentence(text);
  return assigned && { ...base(clause, text), ...assigned };
}

/** 由市政府办公室牵头 inside the clause: a lead, marked for review. */
function leadFromSentence(text: Passage): Assigned | null {
  const { lead, supporting } = readSentence(text);
  const [first] = lead;
  if (!first) return null;
  return { lead, supporting, review: [{ field: "lead", reason: reason("lead-from-sentence", { lead: first.name }) }] };
}

function base(clause: Clause, text: Passage): Omit<FoundTask, keyof Assigned> {
  const parents: number[] = [];
  for (let above = clause.parent; above; above = above.parent) parents.unshift(above.number);
  return {
    number: String(clause.number),
    parents,
    label: clause.label,
    section: clause.parent && sectionOf(clause.parent),
    title: titleOf(clause),
    text,
    deadlineField: clause.notations.flatMap((notation) => notation.deadline || []).join("，"),
  };
}

function sectionOf(clause: Clause): string {
  return toSimplified(`${clause.label}${headingOf(clause)?.original ?? ""}`).trim();
}

function titleOf(clause: Clause): string {
  return taskTitle((headingOf(clause) ?? wordsOf(clause)).original);
}

/** The clause's heading: a short first paragraph before others, or a short first sentence before others. */
function headingOf(clause: Clause): Passage | null {
  const first = clause.paragraphs[0];
  if (!first) return null;
  const alone = first.plain.length <= LONGEST_HEADING && !/[。;!?]/.test(first.plain.slice(0, -1));
  if (alone && (clause.paragraphs.length > 1 || clause.children.length > 0 || clause.level === 1)) {
    return slice(first, 0, /[。;:]$/.test(first.plain) ? first.plain.length - 1 : undefined);
  }
  const stop = first.plain.indexOf("。");
  return stop >= 4 && stop <= 30 && stop < first.plain.length - 1 && !first.plain.slice(0, stop).includes(",")
    ? slice(first, 0, stop)
    : null;
}
