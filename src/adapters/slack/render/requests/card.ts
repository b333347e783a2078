// A request on the secretary's screen, before and after its decision; its outcome on the asker's.
import type { KnownBlock } from "@slack/types";
import type { PendingClaim } from "../../../../app/reminders/responses/response-use-cases.ts";
import type { ReopenedTask, RequestView } from "../../../../app/status/requests/request-use-cases.ts";
import { say, sayDate, sayList, sayShortDate } from "../../../../text/say.ts";
import { ACTION, encodeRequest } from "../../ids.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  LIST_LINES,
  line,
  message,
  reportButton,
  section,
  showTaskButton,
  taskText,
} from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";
import { claimBlocks, claimsTitle } from "./claims.ts";

export function renderRequest(view: RequestView): SlackMessage {
  if (view.state !== "pending") return renderDecided(view);
  return message(titleOf(view), [...pendingBlocks(view), ...buttons([showTaskButton(view.taskName, true)])]);
}

function titleOf(view: RequestView): string {
  return say(`requests.title-${view.kind}`, { task: taskText(view) });
}

/** Else the approval would be refused: the card says why beforehand. */
function canApprove({ kind, evidenceMissing, dates, frozenUntil }: RequestView): boolean {
  if (kind === "closure") return evidenceMissing !== true;
  return dates !== null && frozenUntil === null;
}

/** What is asked, with the buttons that decide it. */
export function pendingBlocks(view: RequestView): KnownBlock[] {
  const value = encodeRequest({ requestId: view.requestId });
  const approve = button(say("requests.button-approve"), ACTION.approveRequest, value, "primary");
  const otherDate = button(say("requests.button-approve-date"), ACTION.approveOtherDate, value);
  return [
    section([bold(titleOf(view)), line(asked(view)), ...datesOf(view), line(reasonOf(view)), ...closingOf(view)]),
    ...buttons([
      canApprove(view) ? approve : null,
      canApprove(view) && view.kind === "extension" ? otherDate : null,
      button(say("requests.button-send-back"), ACTION.sendBackRequest, value),
    ]),
  ];
}

function renderDecided(view: RequestView): SlackMessage {
  const task = taskText(view);
  const title =
    view.state === "sent_back"
      ? say("requests.sent-back", { task })
      : view.kind === "closure"
        ? say("requests.approved-closure", { task })
        : say("requests.approved-extension", { task, date: sayDate(view.decision?.text ?? "", view.requestedOn) });
  return message(title, [
    section(bold(title)),
    section([line(asked(view)), line(reasonOf(view)), ...sentBackWhy(view)]),
    // A mention is Slack's to write: it is made of an id alone.
    context(say("requests.decided-by", { person: `<@${view.decision?.by ?? ""}>` })),
  ]);
}

/** To whoever asked. */
export function renderOutcome(view: RequestView): SlackMessage {
  const task = taskText(view);
  const ref = cut(view.taskName, "name");
  if (isMoot(view)) return sentence(say("requests.outcome-moot", { task }));
  if (view.state === "sent_back") {
    const title = say(`requests.outcome-sent-back-${view.kind}`, { task });
    const mayAskAgain = view.kind === "closure" || view.dates !== null;
    const next = line(
      mayAskAgain ? say(`requests.outcome-next-${view.kind}`, { ref }) : say("requests.outcome-next-none"),
    );
    return message(title, [section(bold(title)), section([...sentBackWhy(view), next])]);
  }
  const title =
    view.kind === "closure"
      ? say("requests.outcome-closure", { task })
      : say("requests.outcome-extension", { task, date: sayDate(view.decision?.text ?? "", view.requestedOn) });
  const other = otherDate(view);
  return message(title, [
    section([bold(title), ...(other === null ? [] : [line(say("requests.outcome-other-date", other))])]),
    ...buttons([showTaskButton(view.taskName, true)]),
  ]);
}

/** The office has approved another date than was asked for: both are said. */
function otherDate({ kind, state, proposedDate, decision, requestedOn }: RequestView) {
  const approved = decision?.text ?? "";
  if (kind !== "extension" || state !== "approved" || proposedDate === null || proposedDate === approved) return null;
  return { asked: sayDate(proposedDate, requestedOn), approved: sayDate(approved, requestedOn) };
}

export function renderRequests(views: readonly RequestView[], claims: readonly PendingClaim[] = []): SlackMessage {
  const [first] = views;
  if (first === undefined) {
    return claims.length === 0
      ? sentence(say("requests.none"))
      : message(claimsTitle(claims), claimBlocks(claims, true));
  }
  const title = say("requests.list", { count: views.length });
  const rest = views.length - LIST_LINES;
  const blocks: KnownBlock[] = views.slice(0, LIST_LINES).map((view) => {
    const value = encodeRequest({ requestId: view.requestId });
    return section(line(lineOf(view)), button(say("requests.button-handle"), ACTION.showRequest, value));
  });
  return message(title, [
    section(bold(title)),
    ...blocks,
    ...(rest > 0 ? [context(say("common.more", { count: rest }))] : []),
    context(line(howToDecide(views, first.requestId))),
    ...claimBlocks(claims, true),
  ]);
}

/** In words: to approve, where any of them can be. */
function howToDecide(views: readonly RequestView[], first: number): string {
  const id = views.find(canApprove)?.requestId;
  return id === undefined ? say("requests.list-how-back", { id: first }) : say("requests.list-how", { id });
}

export function renderReopened(task: ReopenedTask): SlackMessage {
  const title = say("requests.reopened", { task: taskText(task) });
  return message(title, [
    section(bold(title)),
    ...(task.unreached.length > 0
      ? [section(line(say("requests.reopened-unreached", { units: unreachedOf(task) })))]
      : []),
    context(line(say("requests.reopened-why", { text: cut(task.reason, "quote") }))),
  ]);
}

function unreachedOf({ unreached }: ReopenedTask): string {
  return sayList(
    unreached.map((name) => cut(name, "name")),
    LIST_LINES,
  );
}

/** To the contacts of the units that lead. */
export function renderReopenedNotice(task: ReopenedTask): SlackMessage {
  const title = say("requests.reopened-notice", { task: taskText(task) });
  return message(title, [
    section([
      bold(title),
      line(say("requests.reopened-why", { text: cut(task.reason, "quote") })),
      line(say("requests.reopened-next")),
    ]),
    ...buttons([reportButton(task.taskId, "primary"), showTaskButton(task.taskName, true)]),
  ]);
}

function asked(view: RequestView): string {
  const unit = cut(view.unitName, "name");
  const on = sayShortDate(view.requestedOn, view.requestedOn);
  if (view.kind === "closure") return say("requests.asks-closure", { unit, on });
  return say("requests.asks-extension", { unit, on, date: sayDate(view.proposedDate ?? "", view.requestedOn) });
}

function datesOf({ kind, dates, frozenUntil, requestedOn }: RequestView): string[] {
  if (kind === "closure") return [];
  if (dates === null) return [line(say("requests.no-dates"))];
  const { changes } = dates;
  const current = sayDate(dates.current, requestedOn);
  const original = sayDate(dates.original, requestedOn);
  return [
    line(
      changes === 0
        ? say("requests.dates", { current })
        : say("requests.dates-changed", { original, current, changes }),
    ),
    ...(frozenUntil === null ? [] : [line(say("requests.frozen", { until: sayDate(frozenUntil, requestedOn) }))]),
  ];
}

/** What the closure rests on, before the click that would ask for it. */
function closingOf({ requestId, evidenceMissing, support }: RequestView): string[] {
  return [
    ...(support ? [line(say("requests.support", support))] : []),
    ...(evidenceMissing ? [line(say("requests.evidence-missing", { id: requestId }))] : []),
  ];
}

function reasonOf({ reason }: RequestView): string {
  return reason.trim() === "" ? say("requests.no-reason") : say("requests.reason", { text: cut(reason, "quote") });
}

/** The task was closed before this was decided. */
function isMoot({ state, decision }: RequestView): boolean {
  return state === "sent_back" && decision?.text === "";
}

function sentBackWhy(view: RequestView): string[] {
  const { state, decision } = view;
  if (state !== "sent_back" || decision === null) return [];
  if (isMoot(view)) return [line(say("requests.moot"))];
  return [line(say("requests.sent-back-why", { text: cut(decision.text, "quote") }))];
}

function lineOf(view: RequestView): string {
  const figures = { id: view.requestId, task: taskText(view), unit: cut(view.unitName, "name") };
  if (view.kind === "closure") return say("requests.line-closure", figures);
  return say("requests.line-extension", { ...figures, date: sayDate(view.proposedDate ?? "", view.requestedOn) });
}
