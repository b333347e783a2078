// One guess: the document's words, what is proposed, on what it rests, and the buttons.
import type { KnownBlock } from "@slack/types";
import type { ReviewView } from "../../../../app/use-cases.ts";
import type { DeadlineRule } from "../../../../domain/register/deadline.ts";
import type { Proposal, ReviewItem } from "../../../../domain/register/review/review-items.ts";
import type { UnitMention } from "../../../../domain/register/unit.ts";
import { say, sayDate, sayList, sayReason, sayTargets } from "../../../../text/say.ts";
import { ACTION, encodeGuess, encodeImport } from "../../ids.ts";
import { clip } from "../../limits.ts";
import { bold, button, buttons, context, cut, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

/** Of the document's words so many characters are shown: more of them where the question is whether they are a task. */
const QUOTE = { guess: 160, block: 280 } as const;

/** Of the other guesses that one click would accept too, so many are shown. */
const SAME_KIND = 4;

export function renderReviewCard(view: ReviewView, item: ReviewItem): SlackMessage {
  const total = view.items.length;
  const at = total - view.open.length + 1;
  const ask = say(`register.card-${item.field}`, { at, total });
  const lines = [
    bold(ask),
    ...(item.task ? [bold(taskOf(item))] : []),
    quoteLine(item),
    line(say("register.card-proposal", { proposal: sayProposal(item.proposal) })),
    line(say("register.card-reason", { reason: sayReason(item.reason) })),
  ];
  return message(ask, [section(lines), ...answers(view, item), ...sameKind(view, item), ...whole(view, item)]);
}

/** 原文：「…」 */
export function quoteLine({ quote, field }: ReviewItem): string {
  const most = field === "unread" || field === "task" ? QUOTE.block : QUOTE.guess;
  return line(say("register.card-quote", { quote: clip(cut(quote, "line"), most) }));
}

export function taskOf({ task }: ReviewItem): string {
  return task === null ? "" : `${cut(task.ref, "name")} ${cut(task.title, "title")}`;
}

/** The words under which the buttons of a field go; the likeliest answer first. */
function answers({ importId }: ReviewView, { field, key }: ReviewItem): KnownBlock[] {
  const value = encodeGuess({ importId, key });
  const accept = {
    unit: say("register.button-accept-unit"),
    task: say("register.button-accept-task"),
    unread: say("register.button-reject"),
  };
  const change = { unit: say("register.button-change-unit"), unread: say("register.button-accept-task") };
  const acceptLabel = field in accept ? accept[field as keyof typeof accept] : say("register.button-accept");
  const changeLabel = field in change ? change[field as keyof typeof change] : say("register.button-change");
  return buttons([
    button(acceptLabel, ACTION.reviewAccept, value, "primary"),
    // A target is right as the document has it, or the task is none.
    field === "target" ? null : button(changeLabel, ACTION.reviewChange, value),
    field === "unread" ? null : button(say("register.button-reject"), ACTION.reviewReject, value),
  ]);
}

/** What else rests on the same reason, and the button for all of it. */
function sameKind(view: ReviewView, item: ReviewItem): KnownBlock[] {
  const { importId, open, begins } = view;
  const others = open.filter((one) => one.kind === item.kind && one.key !== item.key);
  const count = others.length + 1;
  const labels = {
    unit: say("register.button-accept-kind-unit", { count }),
    unread: say("register.button-accept-kind-unread", { count }),
  };
  const label =
    item.field === "unit" || item.field === "unread"
      ? labels[item.field]
      : say("register.button-accept-kind", { count });
  const undo = begins ? null : button(say("register.button-undo"), ACTION.reviewUndo, encodeImport({ importId }));
  if (others.length === 0) return buttons([undo]);
  const rest = others.length - SAME_KIND;
  const lines = [
    say("register.card-same-kind", { count: others.length }),
    ...others.slice(0, SAME_KIND).map((one) => shortOf(one)),
    ...(rest > 0 ? [say("register.card-same-kind-more", { count: rest })] : []),
  ];
  const all = button(label, ACTION.reviewAcceptKind, encodeGuess({ importId, key: item.key }));
  return [context(lines.map(line)), ...buttons([all, undo])];
}

/** 9 订单班培养：2025年12月31日前 */
function shortOf(item: ReviewItem): string {
  if (item.task === null) return cut(item.quote, "title");
  return say("common.labelled", { label: taskOf(item), text: cut(sayProposal(item.proposal), "title") });
}

/** Where only 责任单位 stands, the secretary may know what it means in all of the document. */
function whole({ importId }: ReviewView, { reason }: ReviewItem): KnownBlock[] {
  if (reason.code !== "responsible-first-leads") return [];
  const value = encodeImport({ importId });
  return buttons([
    button(say("register.button-responsible-lead"), ACTION.responsibleLead, value),
    button(say("register.button-responsible-supporting"), ACTION.responsibleSupporting, value),
  ]);
}

function sayProposal(proposal: Proposal): string {
  switch (proposal.kind) {
    case "units":
      return sayUnits(proposal.units);
    case "unit":
      return say("register.proposal-unit", { unit: cut(proposal.unit.name, "name") });
    case "deadlines":
      return sayList(proposal.deadlines.map(sayDeadline));
    case "targets":
      return proposal.targets.length > 0 ? sayTargets(proposal.targets) : say("register.proposal-no-target");
    case "task": {
      const { lead, supporting } = proposal;
      return say("register.proposal-task", { lead: sayUnits(lead), supporting: sayUnits(supporting) });
    }
    case "no-task":
      return say("register.proposal-no-task");
    default:
      return proposal satisfies never;
  }
}

function sayUnits(units: readonly UnitMention[]): string {
  if (units.length === 0) return say("register.proposal-nobody");
  return sayList(units.map(({ name }) => cut(name, "name")));
}

/** The date where there is one, else the document's words: 每季度. */
function sayDeadline({ kind, due, text }: DeadlineRule): string {
  if ((kind === "by" || kind === "span") && due !== null)
    return say("register.proposal-by", { date: sayDate(due, null) });
  return text === "" ? say("register.proposal-no-date") : cut(text, "title");
}
