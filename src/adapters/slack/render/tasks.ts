// One task in full.
import type { Button, KnownBlock, ModalView } from "@slack/types";
import type { TaskPage } from "../../../app/register/task-page.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { KeptDate } from "../../../domain/register/due-dates.ts";
import { say, sayAmount, sayDate, sayList, sayShortDate, sayStatus } from "../../../text/say.ts";
import { ACTION, encodeEvidence, encodeSupport } from "../ids.ts";
import { LIMITS, textLength } from "../limits.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  inSections,
  LIST_LINES,
  line,
  message,
  partsThatFit,
  reportButton,
  section,
  taskText,
} from "./blocks.ts";
import { receiptBlocks } from "./digest/receipts.ts";
import { escapeMrkdwn, type SlackMessage } from "./message.ts";
import { jointLines } from "./support/lines.ts";
import { contactsLine, latestLine, ownersOf } from "./task/card.ts";
import { trailsAndLinks } from "./task/figures.ts";

/** For the line that says that something was left out. Characters. */
const ROOM_FOR_MORE = 200;

/** Missing units that are named before the rest is only counted. */
const MISSING_UNITS = 8;

/** `today` leaves the year out of this year's dates. */
export function renderTaskPage(page: TaskPage, today: IsoDate | null = null): SlackMessage {
  return message(
    taskText(page.card),
    taskBlocks(page, today, page.mayReport ? reportButton(page.card.taskId, "primary") : null),
  );
}

/** The same over the home page, whose line has the button to report. */
export function taskModal(page: TaskPage, today: IsoDate): ModalView {
  const plain = (text: string) => ({ type: "plain_text" as const, text });
  return {
    type: "modal",
    title: plain(say("home.task-form")),
    close: plain(say("home.task-form-close")),
    blocks: taskBlocks(page, today, null),
  };
}

function taskBlocks(page: TaskPage, today: IsoDate | null, report: Button | null): KnownBlock[] {
  const { card } = page;
  const clause = say("answers.source", {
    document: cut(card.documentTitle, "title"),
    ref: cut(card.ref, "name"),
    quote: cut(card.quote, "clause"),
  });
  const whole = [
    section([bold(taskText(card)), ...datesOf(page, today), latestLine(card, today), ...reopenedLine(page, today)]),
    section([line(ownersOf(card)), contactsLine(card)]),
    ...buttons([report, evidenceButton(page), supportButton(page)]),
  ];
  const source = section(escapeMrkdwn(clause));
  // The likeliest asked for first; what no message has room for is left out from the end, and said to be.
  const parts = [
    page.joint ? [section(jointLines(page.joint, today))] : [],
    updatesOf(page, today),
    rollUpsOf(page),
    receiptBlocks(page),
    requestsOf(page, today),
    meetingsOf(page, today),
    trailsAndLinks(page, today),
    figuresOf(page),
    versionsOf(page),
  ];
  const shown = partsThatFit(parts, LIMITS.textPerMessage - textLength([...whole, source]) - ROOM_FOR_MORE);
  const more = shown.length < parts.flat().length ? [context(line(say("register.task-page-cut")))] : [];
  return [...whole, ...shown, source, ...more];
}

/**
 * 报送进展：…前；办理时限：…（原定…，已变更 n 次）: each date by its name. Below it the other dates that were moved. A task that is open no
 * more owes no report; what was kept of its own date is shown.
 */
function datesOf({ card, state, dates = [] }: TaskPage, today: IsoDate | null): string[] {
  const report = state === "open" ? card.reportDue : null;
  const due = card.ownDue ?? dates.at(-1)?.dueDate ?? null;
  const moved = dates.filter(({ changes }) => changes > 0);
  const kept = moved.findLast(({ dueDate }) => dueDate === due);
  const first = [
    ...(report === null ? [] : [say("reminders.line-report", { date: sayDate(report, today) })]),
    ...(due === null ? [] : [ownDate(due, kept, today)]),
  ];
  const undated = state === "open" ? [say("register.task-undated")] : [];
  const others = moved.filter((one) => one !== kept).map((one) => ownDate(one.dueDate, one, today));
  const head = first.length === 0 ? undated : [first.join(say("common.list-semicolon"))];
  return [...head, ...others.slice(-LIST_LINES)].map(line);
}

function ownDate(dueDate: IsoDate, moved: KeptDate | undefined, today: IsoDate | null): string {
  const due = say("reminders.line-due", { date: sayDate(dueDate, today) });
  if (moved === undefined) return due;
  const { originalDueDate, changes } = moved;
  return say("register.task-due-moved", { due, original: sayDate(originalDueDate, today), changes });
}

function reopenedLine({ reopened }: TaskPage, today: IsoDate | null): string[] {
  if (!reopened) return [];
  const { on, reason } = reopened;
  const text = cut(reason, "quote");
  if (on === null) return [line(say("register.task-reopened-undated", { text }))];
  return [line(say("register.task-reopened", { date: sayShortDate(on, today), text }))];
}

function evidenceButton({ card, evidence }: TaskPage): Button | null {
  const label = say("status.button-evidence", { count: evidence });
  return evidence > 0 ? button(label, ACTION.fetchEvidence, encodeEvidence({ taskId: card.taskId })) : null;
}

/** The lead's view of its supporting units; who may look at it is decided at the click. */
function supportButton({ card }: TaskPage): Button | null {
  if (card.supporting.length === 0) return null;
  return button(say("support.button-support"), ACTION.support, encodeSupport({ taskId: card.taskId }));
}

function updatesOf({ updates }: TaskPage, today: IsoDate | null): KnownBlock[] {
  if (updates.length === 0) return [section(bold(say("register.task-no-updates")))];
  const lines = updates.slice(0, LIST_LINES).map((update) => {
    const facts = {
      date: sayShortDate(update.on, today),
      unit: cut(update.unitName, "name"),
      status: sayStatus(update.status, update.percent),
    };
    const text = cut(update.text, "title");
    return text === "" ? say("register.update-line-bare", facts) : say("register.update-line", { ...facts, text });
  });
  const older = updates.length - lines.length;
  return [
    ...inSections([bold(say("register.task-updates")), ...lines.map(line)]),
    ...(older > 0 ? [context(say("register.updates-more", { count: older }))] : []),
  ];
}

/** 配合单位 9/12 已报；尚未收到：…. */
function rollUpsOf({ rollUps }: TaskPage): KnownBlock[] {
  if (rollUps.length === 0) return [];
  const lines = rollUps.slice(0, LIST_LINES).map(({ unit, leads, answered, total, missing }) => {
    const all = leads === undefined ? say("register.roll-up-supporting") : say(`register.roll-up-leads-${leads}`);
    const who = unit === null ? all : cut(unit, "name");
    if (missing.length === 0) return say("register.roll-up-all", { who, total });
    const units = sayList(
      missing.map((name) => cut(name, "name")),
      MISSING_UNITS,
    );
    return say("register.roll-up", { who, answered, total, units });
  });
  return [section(lines.map(line))];
}

function requestsOf({ requests }: TaskPage, today: IsoDate | null): KnownBlock[] {
  if (requests.length === 0) return [];
  const lines = requests.slice(0, LIST_LINES).map((request) => {
    const facts = {
      date: sayShortDate(request.requestedOn, today),
      unit: cut(request.unitName, "name"),
      state: say(`register.request-${request.state}`),
    };
    if (request.kind === "closure") return say("register.request-closure", facts);
    if (request.proposedDate === null) return say("register.request-extension-undated", facts);
    const to = sayShortDate(request.proposedDate, today);
    const { approvedDate } = request;
    return approvedDate === undefined || approvedDate === request.proposedDate
      ? say("register.request-extension", { ...facts, to })
      : say("register.request-extension-other", { ...facts, to, approved: sayShortDate(approvedDate, today) });
  });
  const older = requests.length - lines.length;
  return [
    ...inSections([bold(say("register.task-requests")), ...lines.map(line)]),
    ...(older > 0 ? [context(say("register.requests-more", { count: older }))] : []),
  ];
}

/** What the task said in earlier versions of its document, the newest first. */
function versionsOf({ versions = [] }: TaskPage): KnownBlock[] {
  if (versions.length === 0) return [];
  const lines = versions.slice(0, LIST_LINES).map((version) =>
    say("register.version-line", {
      document: cut(version.documentTitle, "title"),
      ref: cut(version.ref, "name"),
      lead: sayList(version.lead.map((name) => cut(name, "name"))),
      text: cut(version.text, "quote"),
    }),
  );
  return [context([line(say("register.task-versions")), ...lines.map(line)])];
}

/** What meetings have decided on it, and the agendas it stood on. */
function meetingsOf({ decisions = [], agendas = [] }: TaskPage, today: IsoDate | null): KnownBlock[] {
  const decided = decisions.slice(0, LIST_LINES).map(({ date, text, dueDate }) => {
    const facts = { date: sayShortDate(date, today), text: cut(text, "quote") };
    if (dueDate === null) return say("register.decision-line", facts);
    return say("register.decision-line-due", { ...facts, due: sayShortDate(dueDate, today) });
  });
  const stood = agendas
    .slice(0, LIST_LINES)
    .map(({ date, topic }) =>
      say("register.agenda-line", { date: sayShortDate(date, today), topic: cut(topic, "title") }),
    );
  const rest = decisions.length + agendas.length - decided.length - stood.length;
  return [
    ...(decided.length > 0 ? [section([bold(say("register.task-decisions")), ...decided.map(line)])] : []),
    ...(stood.length > 0 ? [section([bold(say("register.task-agendas")), ...stood.map(line)])] : []),
    ...(rest > 0 ? [context(say("common.more", { count: rest }))] : []),
  ];
}

/** 订单班200个以上（已报 156 个，78%）. */
function targetText({ text, actual, unit }: TaskPage["targets"][number]): string {
  const target = cut(text, "name");
  if (!actual) return target;
  const figure =
    actual.kind === "members" ? `${actual.reached}/${actual.total}` : sayAmount(actual.value, cut(unit ?? "", "name"));
  return say("register.target-actual", { target, figure, percent: actual.percent });
}

/** Targets and time limits, in the document's words. */
function figuresOf({ deadlines, targets }: TaskPage): KnownBlock[] {
  const texts = (all: readonly string[]) =>
    [...new Set(all)]
      .filter((text) => text !== "")
      .slice(0, LIST_LINES)
      .join(say("common.list-semicolon"));
  const target = texts(targets.map(targetText));
  const deadline = texts(deadlines.map(({ text }) => cut(text, "name")));
  const lines = [
    ...(target === "" ? [] : [line(say("register.task-targets", { texts: target }))]),
    ...(deadline === "" ? [] : [line(say("register.task-deadlines", { texts: deadline }))]),
  ];
  return lines.length > 0 ? [section(lines)] : [];
}
