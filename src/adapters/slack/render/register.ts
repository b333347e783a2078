// An import: what was read, for the secretary to check at one glance, and what became of it.
import type { KnownBlock } from "@slack/types";
import type { DocumentReview, ImportSummary } from "../../../app/use-cases.ts";
import type { DraftTask, ReviewNote } from "../../../domain/register/draft.ts";
import { say, sayList, sayReason, sayRefs } from "../../../text/say.ts";
import { ACTION, encodeApplyImport, encodeDiscardImport } from "../ids.ts";
import { clip } from "../limits.ts";
import { bold, button, buttons, context, cut, dotted, LIST_LINES, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

/** Guesses of these fields, in this order. Names of units are listed apart. */
const GUESSED = ["lead", "supporting", "deadline", "target"] as const;

export function renderReview(review: DocumentReview, action: { fileId: string; sha256: string }): SlackMessage {
  const { draft, alreadyImported } = review;
  const title = cut(draft.title, "title");
  const ask = alreadyImported ? say("register.review-known", { title }) : say("register.review-ask", { title });
  const discard = encodeDiscardImport({ title: clip(draft.title, 100) });
  const blocks: KnownBlock[] = [
    section([bold(ask), line(counts(review))]),
    context(sourceLines(review)),
    ...guesses(review),
    ...unresolved(review),
    ...withoutContact(review),
    ...buttons([
      alreadyImported
        ? null
        : button(say("register.button-import"), ACTION.applyImport, encodeApplyImport(action), "primary"),
      button(say("register.button-discard"), ACTION.discardImport, discard),
    ]),
  ];
  return message(ask, blocks);
}

export function renderImported(summary: ImportSummary): SlackMessage {
  const missing = summary.unitsWithoutContact;
  const [example] = missing;
  const done = say("register.imported", {
    title: cut(summary.title, "title"),
    tasks: summary.tasks,
    units: summary.unitsCreated,
  });
  if (example === undefined) return message(done, [section([bold(done), line(say("register.imported-all-set"))])]);
  const next = say("register.imported-next", { count: missing.length, example: cut(example, "name") });
  const units = say("register.without-contact", { units: names(missing) });
  return message(done, [section([bold(done), line(next)]), context(line(units))]);
}

export function renderImportDiscarded(title: string): SlackMessage {
  return sentence(say("register.import-discarded", { title: cut(title, "title") }));
}

function counts({ draft, units }: DocumentReview): string {
  return say("register.review-counts", {
    tasks: draft.tasks.length,
    units: units.length,
    groups: units.filter((unit) => unit.kind === "group").length,
    unresolved: units.filter((unit) => unit.kind === "unresolved").length,
    guesses: notesOf(draft.tasks).length,
  });
}

/** Where it comes from, its first and last task, what is not followed up, the standing topics. */
function sourceLines({ draft }: DocumentReview): string[] {
  const [first] = draft.tasks;
  const last = draft.tasks.at(-1);
  const { context: clauses, standingTopics: topics } = draft;
  const issuer = draft.issuer === null ? null : say("register.review-issuer", { issuer: cut(draft.issuer, "title") });
  const number = draft.number === null ? null : say("register.review-number", { number: cut(draft.number, "title") });
  const ends = first && last && say("register.review-first-last", { first: nameOf(first), last: nameOf(last) });
  const context = say("register.review-context", { count: clauses.length, refs: refsOf(clauses) });
  return [
    ...((issuer ?? number) ? [dotted([issuer && line(issuer), number && line(number)])] : []),
    ...(ends ? [line(ends)] : []),
    ...(clauses.length > 0 ? [line(context)] : []),
    ...(topics.length > 0
      ? [line(say("register.review-topics", { count: topics.length, topics: names(topics) }))]
      : []),
  ];
}

function nameOf(task: DraftTask): string {
  return `${cut(task.ref, "name")} ${cut(task.title, "title")}`;
}

interface Note extends ReviewNote {
  readonly ref: string;
}

/** What rests on a guess. That a unit is a group or unresolved is no guess; it is counted and listed by itself. */
function notesOf(tasks: readonly DraftTask[]): Note[] {
  return tasks.flatMap((task) =>
    task.review.filter((note) => note.field !== "unit").map((note) => ({ ...note, ref: task.ref })),
  );
}

/** One block for each guessed field; in it one line for each reason, with the tasks it stands behind. */
function guesses({ draft }: DocumentReview): KnownBlock[] {
  const notes = notesOf(draft.tasks);
  if (notes.length === 0) return [section(line(say("register.review-no-guesses")))];
  const groups = GUESSED.flatMap((field) => {
    const lines = [...Map.groupBy(notesIn(notes, field), (note) => sayReason(note.reason))].map(([reason, same]) =>
      guessLine(reason, same),
    );
    if (lines.length === 0) return [];
    const rest = lines.length - LIST_LINES;
    const more = rest > 0 ? [line(say("register.guess-more", { count: rest }))] : [];
    return [section([line(say(`register.field-${field}`)), ...lines.slice(0, LIST_LINES), ...more])];
  });
  return [section(bold(say("register.review-guesses", { count: notes.length }))), ...groups];
}

function notesIn(notes: readonly Note[], field: Note["field"]): Note[] {
  return notes.filter((note) => note.field === field);
}

function guessLine(reason: string, same: readonly Note[]): string {
  return line(say("register.guess-line", { refs: refsOf(same), reason: cut(reason, "quote") }));
}

/** Bodies such as 有关部门, with the tasks that name them. */
function unresolved({ draft, units }: DocumentReview): KnownBlock[] {
  const open = units.filter((unit) => unit.kind === "unresolved");
  if (open.length === 0) return [];
  const lines = open.slice(0, LIST_LINES).map((unit) => {
    const spellings = [unit.name, ...unit.aliases];
    const tasks = draft.tasks.filter((task) =>
      [...task.lead, ...task.supporting].some((mention) => spellings.includes(mention.name)),
    );
    return say("register.unresolved-line", { unit: cut(unit.name, "name"), refs: refsOf(tasks) });
  });
  const rest = open.length - lines.length;
  return [
    section([
      bold(say("register.review-unresolved", { count: open.length })),
      ...lines.map(line),
      ...(rest > 0 ? [line(say("common.more-units", { count: rest }))] : []),
    ]),
    context(line(say("register.unresolved-how", { example: cut(open[0]?.name ?? "", "name") }))),
  ];
}

function withoutContact({ units }: DocumentReview): KnownBlock[] {
  const missing = units.filter((unit) => !unit.hasContact && unit.kind === "single").map((unit) => unit.name);
  const [example] = missing;
  if (example === undefined) return [];
  const text = { count: missing.length, units: names(missing), example: cut(example, "name") };
  return [context(line(say("register.review-no-contact", text)))];
}

function refsOf(all: readonly { readonly ref: string }[]): string {
  return sayRefs([...new Set(all.map(({ ref }) => cut(ref, "name")))]);
}

function names(all: readonly string[]): string {
  return sayList(all.map((one) => cut(one, "name")));
}
