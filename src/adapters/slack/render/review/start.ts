// The first and the last message of a review: what was read and how much of it is a guess; what was decided.
import type { KnownBlock } from "@slack/types";
import type { ReviewView } from "../../../../app/use-cases.ts";
import { reason } from "../../../../domain/reason.ts";
import type { DraftTask } from "../../../../domain/register/draft.ts";
import type { ReviewItem } from "../../../../domain/register/review/review-items.ts";
import { say, sayDate, sayList, sayReason, sayRefs } from "../../../../text/say.ts";
import { ACTION, encodeApply, encodeImport } from "../../ids.ts";
import { bold, button, buttons, context, cut, dotted, LIST_LINES, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { renderReviewCard } from "./card.ts";
import { renderChanges } from "./changes.ts";

/** Where the review stands: its summary before the first decision, then guess by guess, and the end. */
export function renderReview(view: ReviewView): SlackMessage {
  return view.begins ? renderReviewStart(view) : renderNext(view);
}

/** The next open guess, or the end. */
export function renderNext(view: ReviewView): SlackMessage {
  const [next] = view.open;
  return next ? renderReviewCard(view, next) : renderReviewEnd(view);
}

function renderReviewStart(view: ReviewView): SlackMessage {
  const { draft, items, importId } = view;
  const ask = askOf(view);
  const nothingNew = view.changes?.same ?? false;
  const blocks: KnownBlock[] = [
    section([bold(ask), line(counts(view))]),
    ...source(view),
    ...(view.changes ? renderChanges(view.changes) : []),
    ...kinds(items),
    ...withoutContact(view),
    ...alike(view),
    ...(nothingNew
      ? []
      : buttons([
          items.length > 0
            ? button(say("register.button-review"), ACTION.reviewStart, encodeImport({ importId }), "primary")
            : null,
          applyButton(view),
          discardButton(view),
        ])),
    ...(view.changes ? buttons([asNewButton(view), nothingNew ? discardButton(view) : null]) : []),
  ];
  return message(ask === "" ? draft.title : ask, blocks);
}

function renderReviewEnd(view: ReviewView): SlackMessage {
  const { draft, decided, importId } = view;
  const done = say("register.review-done", { title: cut(draft.title, "title") });
  const tally = [
    say("register.done-tasks", { count: draft.tasks.length }),
    ...(["accepted", "changed", "rejected"] as const).flatMap((how) =>
      decided[how] > 0 ? say(`register.done-${how}`, { count: decided[how] }) : [],
    ),
  ];
  const nothingNew = view.changes?.same ?? false;
  return message(done, [
    section([bold(done), dotted(tally.map(line))]),
    ...(view.changes ? renderChanges(view.changes) : []),
    ...withoutContact(view),
    ...buttons([
      nothingNew ? null : applyButton(view),
      button(say("register.button-undo"), ACTION.reviewUndo, encodeImport({ importId })),
      discardButton(view),
    ]),
    ...(view.changes ? buttons([asNewButton(view)]) : []),
  ]);
}

function askOf({ draft, items, changes }: ReviewView): string {
  const title = cut(draft.title, "title");
  if (changes?.same) return say("register.changes-none", { title: cut(changes.previous.title, "title") });
  if (items.length > 0) return say("register.review-ask", { title, count: items.length });
  return changes ? say("register.review-ask-amended", { title }) : say("register.review-ask-none", { title });
}

function applyButton({ importId, open, items }: ReviewView) {
  const value = encodeApply({ importId, acceptRest: open.length > 0 });
  const label = open.length > 0 ? say("register.button-accept-all") : say("register.button-import");
  return button(label, ACTION.applyImport, value, open.length > 0 && items.length > 0 ? undefined : "primary");
}

/** For a document that only reads like a newer version of another. */
function asNewButton({ importId, open }: ReviewView) {
  const value = encodeApply({ importId, acceptRest: open.length > 0 });
  return button(say("register.button-as-new"), ACTION.applyAsNew, value);
}

function discardButton({ importId }: ReviewView) {
  return button(say("register.button-discard"), ACTION.discardImport, encodeImport({ importId }));
}

function counts({ draft, units }: ReviewView): string {
  return say("register.review-counts", {
    tasks: draft.tasks.length,
    units: units.length,
    groups: units.filter((unit) => unit.kind === "group").length,
    unresolved: units.filter((unit) => unit.kind === "unresolved").length,
  });
}

/** Where it comes from, its first and last task, what is not followed up, the standing topics, what of the file was left out. */
function source({ draft }: ReviewView): KnownBlock[] {
  const [first] = draft.tasks;
  const last = draft.tasks.at(-1);
  const { context: clauses, standingTopics: topics, notices } = draft;
  const issuer = draft.issuer === null ? null : say("register.review-issuer", { issuer: cut(draft.issuer, "title") });
  const number = draft.number === null ? null : say("register.review-number", { number: cut(draft.number, "title") });
  const said = [
    draft.validUntil && say("register.review-valid-until", { date: sayDate(draft.validUntil, null) }),
    first && last && say("register.review-first-last", { first: nameOf(first), last: nameOf(last) }),
    clauses.length > 0 && say("register.review-context", { count: clauses.length, refs: refsOf(clauses) }),
    topics.length > 0 && say("register.review-topics", { count: topics.length, topics: names(topics) }),
    notices.length > 0 &&
      say("register.review-notices", {
        notices: notices.map((one) => say(`register.notice-${one}`)).join(say("common.list-semicolon")),
      }),
  ].filter((one) => typeof one === "string");
  const origin = (issuer ?? number) ? [dotted([issuer && line(issuer), number && line(number)])] : [];
  const lines = [...origin, ...said.map(line)];
  return lines.length > 0 ? [context(lines)] : [];
}

/** One line for each kind of guess: how many, where, and on what they rest. */
function kinds(items: readonly ReviewItem[]): KnownBlock[] {
  const lines = [...Map.groupBy(items, ({ kind }) => kind).values()].map(kindLine);
  if (lines.length === 0) return [];
  const rest = lines.length - LIST_LINES;
  const more = rest > 0 ? [line(say("register.review-kinds-more", { count: rest }))] : [];
  return [section([...lines.slice(0, LIST_LINES), ...more])];
}

function kindLine(items: readonly ReviewItem[]): string {
  const [first] = items;
  if (!first) return "";
  const reasons = new Set(items.map((item) => sayReason(item.reason)));
  const facts = {
    field: say(`register.field-${first.field}`),
    count: items.length,
    reason: sayReason(reasons.size === 1 ? first.reason : reason(first.reason.code)),
  };
  if (first.field === "unread") return line(say("register.review-kind-unread", facts));
  return line(say("register.review-kind", { ...facts, refs: refsOf(items.flatMap(({ task }) => task ?? [])) }));
}

function withoutContact({ units }: ReviewView): KnownBlock[] {
  const missing = units.filter((unit) => !unit.hasContact && unit.kind === "single").map((unit) => unit.name);
  const [example] = missing;
  if (example === undefined) return [];
  const text = { count: missing.length, units: names(missing), example: cut(example, "name") };
  return [context(line(say("register.review-no-contact", text)))];
}

/** New names that may be a known unit's. Nothing is merged by itself: the words say how. */
function alike({ units }: ReviewView): KnownBlock[] {
  const lines = units.flatMap(({ name, suggestion }) => {
    if (!suggestion) return [];
    const names = { name: cut(name, "name"), known: cut(suggestion.name, "name"), why: sayReason(suggestion.why) };
    return [line(say("register.review-alike", names))];
  });
  const more = lines.length > LIST_LINES ? [line(say("common.more-units", { count: lines.length - LIST_LINES }))] : [];
  return lines.length > 0 ? [context([...lines.slice(0, LIST_LINES), ...more])] : [];
}

function nameOf(task: DraftTask): string {
  return `${cut(task.ref, "name")} ${cut(task.title, "title")}`;
}

function refsOf(all: readonly { readonly ref: string }[]): string {
  return sayRefs([...new Set(all.map(({ ref }) => cut(ref, "name")))]);
}

function names(all: readonly string[]): string {
  return sayList(all.map((one) => cut(one, "name")));
}
