// A reply as it was understood, and its receipt.
import type { Button, KnownBlock } from "@slack/types";
import type { ProposalView, RecordedUpdate } from "../../../app/use-cases.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Notice } from "../../../domain/status/targets/notices.ts";
import { say, sayAmount, sayDate, sayShortDate, sayStatus } from "../../../text/say.ts";
import { sayPerson } from "../../../text/unit-words.ts";
import { ACTION, encodeProposal, encodeSettle, encodeSign } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  LIST_LINES,
  line,
  message,
  option,
  reportButton,
  section,
  showTaskButton,
  taskText,
} from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";
import { briefBlocks } from "./support/brief.ts";
import { jointLines } from "./support/lines.ts";

/** `today` leaves the year out of this year's dates. */
export function renderProposal(view: ProposalView, today: IsoDate | null = null): SlackMessage {
  const { task, reading } = view;
  const clear = reading.status !== null && !reading.unsure;
  const understood = understoodAs(clear ? view : { ...view, reading: { ...reading, status: null } });
  const ask = clear ? say("status.understood") : question(view);
  const summary = clear ? `${spaced(ask)}${task ? `${taskText(task)} ` : ""}${understood}` : ask;
  const first = clear
    ? `${spaced(line(ask))}${task ? `${bold(taskText(task))} ` : ""}${line(understood)}`
    : [line(ask), task ? bold(taskText(task)) : "", line(understood)].filter((one) => one !== "").join("\n");
  const blocks: KnownBlock[] = [
    section(first),
    ...noticesOf(view.notices),
    context([
      line(say("status.original", { text: cut(view.text, "quote") })),
      ...(reading.by === "model" ? [line(say("status.by-model"))] : []),
    ]),
    ...(view.support && task ? briefBlocks(view.support, task.taskName, today) : []),
    ...chooseTask(view, clear),
    ...(clear ? [] : buttons(statusButtons(view))),
    ...buttons(proposalButtons(view, clear)),
  ];
  return message(summary, blocks);
}

/** A colon of half width wants a space behind it. */
function spaced(label: string): string {
  return label.endsWith(":") ? `${label} ` : label;
}

export function renderRecorded(recorded: RecordedUpdate): SlackMessage {
  const { update, extensionTo, forecast, closureRequested, stillOpen, digestIds } = recorded;
  const amounts = update.quantities.slice(0, 5).map(({ value, unit }) => sayAmount(value, cut(unit, "name")));
  const state = [sayStatus(update.status, update.percent), ...amounts].join(say("common.list-semicolon"));
  const summary = `${spaced(say("status.received"))}${taskText(recorded)} ${state}`;
  const next = [
    ...colleagueLines(recorded),
    ...(forecast === null ? [] : [say("status.forecast-noted", { date: sayDate(forecast, update.on) })]),
    ...(extensionTo === null ? [] : [say("status.extension-filed", { date: sayShortDate(extensionTo, update.on) })]),
    ...(closureRequested ? [say("status.closure-filed")] : []),
    ...(recorded.evidenceMissing ? [say("status.evidence-needed", { ref: cut(recorded.taskName, "name") })] : []),
    ...(stillOpen > 0 ? [say("status.still-open", { count: stillOpen })] : []),
    ...(stillOpen === 0 && digestIds.length > 0 ? [say("status.all-in")] : []),
  ];
  const by = say("status.received-by", { unit: cut(recorded.unitName, "name"), date: sayDate(update.on) });
  return message(summary, [
    section(`${spaced(line(say("status.received")))}${bold(taskText(recorded))} ${line(state)}`),
    ...(next.length > 0 ? [section(next.map(line))] : []),
    ...noticesOf(recorded.notices),
    ...(recorded.joint ? [section(jointLines(recorded.joint, update.on))] : []),
    ...buttons([showTaskButton(recorded.taskName, true), correctButton(recorded.taskId)]),
    context(line(by)),
  ]);
}

/** No honest work is refused: who reports second hears what a colleague had said. */
function colleagueLines({ colleague, unitName }: RecordedUpdate): string[] {
  if (colleague === undefined) return [];
  const { name, status, percent } = colleague;
  const who = sayPerson(cut(unitName, "name"), name === null ? null : cut(name, "name"));
  return [say("status.colleague-reported", { who, state: sayStatus(status, percent) })];
}

/** What a person may have got wrong, said and not refused. */
function noticesOf(notices: readonly Notice[] = []): KnownBlock[] {
  if (notices.length === 0) return [];
  const lines = notices.slice(0, LIST_LINES).map((notice) => {
    const date = sayShortDate(notice.on);
    if (notice.kind === "back") return say("status.notice-back", { date, last: sayStatus(notice.last) });
    const amount = (value: number) => sayAmount(value, cut(notice.unit, "name"));
    return say("status.notice-lower", { date, value: amount(notice.value), earlier: amount(notice.earlier) });
  });
  return [section(lines.map(line))];
}

/** What became of a reply that its author changed in Slack. */
export function renderChangedReply(how: "edited-recorded" | "deleted-recorded" | "deleted-withdrawn"): SlackMessage {
  return sentence(say(`status.${how}`));
}

export function renderProposalDiscarded(): SlackMessage {
  return sentence(say("status.discarded"));
}

/** 推进中 60%；156 个（目标 200 个，78%）；预计12月20日（周日）完成；请求协调；申请延期至12月20日（周日）. */
function understoodAs({ reading, comparisons }: ProposalView): string {
  const left = [...comparisons];
  const quantities = reading.quantities.slice(0, 5).map(({ value, unit }) => {
    const amount = sayAmount(value, cut(unit, "name"));
    const index = left.findIndex((one) => one.value === value && one.unit === unit);
    const [against] = index < 0 ? [] : left.splice(index, 1);
    if (against === undefined) return amount;
    const target = sayAmount(against.target, cut(against.unit, "name"));
    return say("status.quantity-against", { value: amount, target, percent: against.percent });
  });
  return [
    ...(reading.status === null ? [] : [sayStatus(reading.status, reading.percent)]),
    ...quantities,
    ...(reading.forecast === null ? [] : [say("status.expects-done", { date: sayDate(reading.forecast) })]),
    ...(reading.needsCoordination ? [say("status.asks-coordination")] : []),
    ...(reading.extensionTo === null ? [] : [say("status.asks-extension", { date: sayDate(reading.extensionTo) })]),
  ].join(say("common.list-semicolon"));
}

/** The reply named no task: choosing one records it. */
function chooseTask({ task, choices, proposalId }: ProposalView, clear: boolean): KnownBlock[] {
  if (task !== null || !clear || choices.length === 0) return [];
  const options = choices
    .slice(0, LIMITS.options)
    .map((choice) => option(taskText(choice), encodeProposal({ proposalId, taskId: choice.taskId })));
  return [
    section(bold(say("status.choose-task"))),
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: ACTION.chooseTask,
          placeholder: { type: "plain_text", text: say("status.choose-placeholder") },
          options,
        },
      ],
    },
  ];
}

/** What is asked back, in one question. */
function question({ task, reading }: ProposalView): string {
  if (task === null) return say("status.understood-not");
  return say(`status.which-${reading.doubt ?? "status"}`);
}

/** The three likeliest answers; a day can only be filled in. */
function statusButtons({ task, reading, proposalId }: ProposalView): (Button | null)[] {
  if (task === null || reading.doubt === "extension") return [];
  const answer = (status: "on_track" | "done" | "at_risk", action: string) =>
    button(sayStatus(status), action, encodeSettle({ proposalId, taskId: task.taskId, status }));
  return [
    answer("on_track", ACTION.settleOnTrack),
    answer("done", ACTION.settleDone),
    answer("at_risk", ACTION.settleAtRisk),
  ];
}

/** A lead with supporting units signs for all, or reports for itself. */
function proposalButtons({ task, proposalId, support }: ProposalView, clear: boolean): (Button | null)[] {
  const value = encodeProposal({ proposalId, taskId: task?.taskId ?? null });
  if (clear && task && support) {
    const sign = encodeSign({ proposalId, taskId: task.taskId, upTo: support.upTo });
    return [
      button(say("support.button-sign"), ACTION.signJoint, sign, "primary"),
      button(say("support.button-own-only"), ACTION.confirmUpdate, value),
      button(say("status.button-edit"), ACTION.editUpdate, value),
    ];
  }
  return [
    clear && task ? button(say("status.button-confirm"), ACTION.confirmUpdate, value, "primary") : null,
    clear
      ? button(say("status.button-edit"), ACTION.editUpdate, value)
      : button(say("status.button-fill-in"), ACTION.editUpdate, value, "primary"),
    button(say("status.button-discard"), ACTION.discardUpdate, value),
  ];
}

function correctButton(taskId: number): Button {
  return { ...reportButton(taskId), text: { type: "plain_text", text: say("status.button-correct") } };
}
