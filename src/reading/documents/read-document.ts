// A document's text → a draft for review. The one way in; the steps stand below in their order.
import { reason } from "../../domain/reason.ts";
import type { DeadlineRule } from "../../domain/register/deadline.ts";
import type { DocumentContent } from "../../domain/register/document-content.ts";
import type { DraftDocument, DraftTask, ReviewNote } from "../../domain/register/draft.ts";
import type { Target } from "../../domain/register/target.ts";
import { mirror } from "../script.ts";
import { type ReadingOptions, unitNotes } from "./assign.ts";
import { blocksOf } from "./blocks/content-blocks.ts";
import type { YearContext } from "./figures/deadline-patterns.ts";
import { readDeadlines } from "./figures/deadline-reader.ts";
import { readTargets } from "./figures/target-reader.ts";
import type { FoundTask } from "./found-task.ts";
import { readBlocks } from "./read-blocks.ts";
import { withRefs } from "./refs.ts";
import { readStandingTopics } from "./standing-topics.ts";

/**
 * Reads a responsibility document. Pure and linear in the length of the content; never throws. A document without tasks gives a draft
 * without tasks. `fileName` is the title of a document that has none; `options` are what the secretary has said of its words.
 */
export function readDocument(content: DocumentContent, fileName: string, options: ReadingOptions = {}): DraftDocument {
  const blocks = blocksOf(content);
  const { heading, tasks, context, unread } = readBlocks(blocks, fileName, options);
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  return {
    title: heading.title,
    shortTitle: heading.shortTitle,
    issuer: heading.issuer,
    number: heading.number,
    date: heading.date,
    validUntil: heading.validUntil,
    standingTopics: readStandingTopics(paragraphs),
    tasks: withRefs(tasks).map(({ task, ref }) => draftTask(task, ref, heading)),
    context: context.map(({ number, label, title }) => ({ ref: number, label, title })),
    unread,
    notices: content.kind === "text" ? [] : content.notices,
  };
}

/** Dates and figures are looked for in so many characters of a task; the longest real clause has some 600. */
const LOOKED_AT = 20_000;

function draftTask(task: FoundTask, ref: string, context: YearContext): DraftTask {
  const field = mirror(task.deadlineField).slice(0, LOOKED_AT);
  const plain = task.text.plain.slice(0, LOOKED_AT);
  const deadlines = readDeadlines(plain, field, context);
  const targets = readTargets(plain, context);
  const { label, section, title, lead, supporting } = task;
  const review = [...task.review, ...targetNotes(deadlines, targets), ...unitNotes([...lead, ...supporting])];
  const text = task.text.original;
  return { ref, label, section, title, text, lead, supporting, deadlines, targets, review, origin: "rules" };
}

/** 到2025年，…建成10所以上 is read as due at the end of 2025; 2025年底前 says so itself. */
function targetNotes(deadlines: readonly DeadlineRule[], targets: readonly Target[]): ReviewNote[] {
  const periods = new Set(targets.map((target) => target.period));
  return deadlines
    .filter(({ kind, due, text }) => kind === "by" && periods.has(`by ${due}`) && !/[前月日止]/.test(text))
    .map(({ due }) => ({ field: "deadline", reason: reason("deadline-from-target", { date: due ?? "" }) }));
}
