// Clauses → tasks. A clause that says who is responsible is a task; one that does not is context.
import { reason } from "../../../domain/reason.ts";
import { toSimplified } from "../../script.ts";
import { type Assigned, assign, mergeNotations, type ReadingOptions } from "../assign.ts";
import { join, type Paragraph, type Passage, slice } from "../blocks/blocks.ts";
import type { FoundTask } from "../found-task.ts";
import { assigns, readSentence } from "../notation.ts";
import { type ContextClause, type Placed, speaksOfResponsibility } from "../places.ts";
import { taskTitle } from "../task-title.ts";
import { type Clause, isAssigned, type Segment, wordsOf } from "./clause.ts";
import { readClauses } from "./clause-tree.ts";

export interface ClauseReading {
  readonly tasks: readonly FoundTask[];
  readonly context: readonly ContextClause[];
  /** Paragraphs that are no part of any clause are not in it. */
  readonly places: readonly Placed[];
}

interface Found {
  readonly tasks: FoundTask[];
  readonly context: ContextClause[];
  readonly places: Placed[];
}

const LONGEST_HEADING = 40;

export function readClauseTasks(paragraphs: readonly Paragraph[], options: ReadingOptions): ClauseReading {
  const { roots, places } = readClauses(paragraphs);
  const found: Found = { tasks: [], context: [], places: [...places] };
  for (const root of roots) visit(root, found, options);
  return found;
}

function visit(clause: Clause, found: Found, options: ReadingOptions): void {
  const below = clause.children.some(isAssigned);
  const assigned = clause.notations.some(assigns);
  if (assigned) {
    found.tasks.push(...tasksOf(clause, below, options));
    place(below ? [clause] : withAllBelow(clause), "task", found);
  }
  if (below || (!assigned && clause.level === 1 && clause.children.length > 0)) {
    if (!assigned) placeHeading(clause, found);
    for (const child of clause.children) visit(child, found, options);
  } else if (!assigned) {
    visitUnassigned(clause, found);
  }
}

/** A lead may still stand in a sentence. What speaks of responsibility in another way, nobody has read. */
function visitUnassigned(clause: Clause, found: Found): void {
  const all = withAllBelow(clause);
  const sentence = taskFromSentence(clause);
  if (sentence) {
    found.tasks.push(sentence);
    place(all, "task", found);
  } else if (speaksOfResponsibility(wordsOf(clause).plain)) {
    place(all, "unread", found);
  } else {
    const [from] = clause.sources;
    if (from) found.context.push({ number: clause.ref, label: clause.label, title: titleOf(clause), from });
    place(all, "context", found);
  }
}

function withAllBelow(clause: Clause): Clause[] {
  return [clause, ...clause.children.flatMap(withAllBelow)];
}

function place(clauses: readonly Clause[], where: Placed["place"], { places }: Found): void {
  for (const { sources } of clauses) for (const source of sources) places.push({ source, place: where });
}

/** A clause that only holds others is their section; what its own words assign beside them, nobody has read. */
function placeHeading(clause: Clause, { places }: Found): void {
  for (const source of clause.sources) {
    places.push({ source, place: speaksOfResponsibility(source.text.plain) ? "unread" : "section" });
  }
}

function tasksOf(clause: Clause, below: boolean, options: ReadingOptions): FoundTask[] {
  const parts = below || clause.children.length > 0 || clause.notations.length === 0 ? [] : partsOf(clause);
  if (parts.length > 1 && parts.every((part) => part.words.length > 0)) {
    return partTasks(clause, parts, options);
  }
  const text = below ? join(clause.paragraphs, "\n") : wordsOf(clause);
  const assigned = assign(mergeNotations(clause.notations), options);
  const fromSentence = assigned.lead.length === 0 ? leadFromSentence(text) : null;
  if (!fromSentence) return [{ ...base(clause, text), ...assigned }];
  return [{ ...base(clause, text), ...fromSentence, supporting: assigned.supporting }];
}

/** Segments that say who is responsible; words behind the last one belong to it. */
function partsOf(clause: Clause): Segment[] {
  const parts: Segment[] = [];
  for (const segment of clause.segments) {
    const last = parts.at(-1);
    if (!last || (segment.notations.some(assigns) && last.notations.some(assigns))) {
      parts.push({ ...segment, words: [...segment.words], notations: [...segment.notations] });
    } else {
      for (const words of segment.words) last.words.push(words);
      for (const notation of segment.notations) last.notations.push(notation);
    }
  }
  return parts;
}

/** A clause that says who is responsible after each of its sentences: （一）…。（A负责）…。（B负责） is 1.1 and 1.2. */
function partTasks(clause: Clause, parts: readonly Segment[], options: ReadingOptions): FoundTask[] {
  const common = base(clause, wordsOf(clause));
  const section = headingOf(clause) ? sectionOf(clause) : common.section;
  return parts.map((part, i) => {
    const text = join(part.words, "\n");
    return {
      ...common,
      number: `${clause.ref}.${i + 1}`,
      section,
      title: taskTitle(text.original),
      text,
      deadlineField: timesOf(part.notations),
      ...assign(mergeNotations(part.notations), options),
    };
  });
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
  const [from] = clause.sources;
  if (!from) throw new Error("a clause is made of at least one paragraph");
  return {
    number: clause.ref,
    parents,
    label: clause.label,
    section: clause.parent && sectionOf(clause.parent),
    title: titleOf(clause),
    text,
    deadlineField: timesOf(clause.notations),
    from,
  };
}

function timesOf(notations: Clause["notations"]): string {
  return notations.flatMap((notation) => notation.deadline || []).join("，");
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
