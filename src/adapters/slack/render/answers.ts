// "Who owns this?": the owners first, then the words they rest on, the contact and the latest state.
import type { Button, KnownBlock } from "@slack/types";
import type { Answer, TaskCard } from "../../../domain/answers/answer.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { say, sayRole } from "../../../text/say.ts";
import { ACTION, encodeHelpful } from "../ids.ts";
import {
  bold,
  button,
  buttons,
  context,
  cut,
  dotted,
  LIST_LINES,
  line,
  message,
  moreTasks,
  section,
  showTaskButton,
  taskText,
} from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";
import { contactsLine, latestLine, ownersOf, sourceLine } from "./task/card.ts";

/** Tasks that stand nearest where nothing was found, or beside the one that was. */
const NEAR = 3;

/** `today` leaves the year out of this year's dates. */
export function renderAnswer(answer: Answer, questionId: number, today: IsoDate | null = null): SlackMessage {
  const [best, ...others] = answer.tasks;
  switch (answer.kind) {
    case "task":
      return best ? renderTask(best, others, { answer, questionId, today }) : renderNone(answer, questionId);
    case "list":
      return renderList({ answer, questionId, today });
    case "none":
      return renderNone(answer, questionId);
    case "clarify":
      return renderClarify(answer);
    default:
      return answer.kind satisfies never;
  }
}

interface Answered {
  readonly answer: Answer;
  readonly questionId: number;
  readonly today: IsoDate | null;
}

function renderTask(
  best: TaskCard,
  others: readonly TaskCard[],
  { answer, questionId, today }: Answered,
): SlackMessage {
  const owners = ownersOf(best);
  const near = others.slice(0, NEAR);
  const blocks: KnownBlock[] = [
    section([bold(owners), line(taskText(best))]),
    section([sourceLine(best), contactsLine(best), latestLine(best, today)]),
    ...buttons([showTaskButton(best.taskName, true), helpful(true, questionId), helpful(false, questionId)]),
    ...(near.length > 0 ? [context(line(say("answers.also-near"))), ...near.map(nearLine)] : []),
    ...modelNote(answer),
  ];
  return message(owners, blocks);
}

function renderList({ answer, questionId, today }: Answered): SlackMessage {
  const unit = cut(answer.unitName ?? "", "name");
  const isLead = (card: TaskCard) => answer.role === "lead" || card.lead.includes(answer.unitName ?? "");
  const leads = answer.tasks.filter(isLead).length;
  const supports = answer.tasks.length - leads;
  if (answer.tasks.length === 0) {
    const nothing = say("answers.list-none", { unit });
    return message(nothing, [section(line(nothing)), ...buttons([helpful(false, questionId)])]);
  }
  const title = {
    lead: say("answers.list-lead", { unit, count: answer.tasks.length }),
    supporting: say("answers.list-supporting", { unit, count: answer.tasks.length }),
    any: say("answers.list-any", { unit, leads, supports }),
  }[answer.role ?? "any"];
  const roleOf = (card: TaskCard) =>
    answer.role === "lead" || answer.role === "supporting" ? answer.role : isLead(card) ? "lead" : "supporting";
  const rows = answer.tasks
    .slice(0, LIST_LINES)
    .map((card) =>
      section(
        [dotted([bold(taskText(card)), sayRole(roleOf(card))]), latestLine(card, today)],
        showTaskButton(card.taskName, false),
      ),
    );
  const blocks: KnownBlock[] = [
    section(bold(title)),
    ...rows,
    ...moreTasks(answer.tasks.slice(LIST_LINES)),
    ...buttons([helpful(true, questionId), helpful(false, questionId)]),
    ...modelNote(answer),
  ];
  return message(title, blocks);
}

function renderNone(answer: Answer, questionId: number): SlackMessage {
  const none = say("answers.none", { question: cut(answer.question, "title") });
  const near = answer.tasks.slice(0, NEAR);
  const next = line(say("answers.none-next"));
  if (near.length === 0) return message(none, [section([bold(none), next])]);
  const blocks: KnownBlock[] = [
    section([bold(none), line(say("answers.nearest"))]),
    ...near.map(nearLine),
    context(next),
    ...buttons([helpful(false, questionId)]),
    ...modelNote(answer),
  ];
  return message(none, blocks);
}

function renderClarify(answer: Answer): SlackMessage {
  if (answer.tasks.length === 0) {
    const how = say("answers.clarify-empty");
    return message(how, [section(line(how))]);
  }
  const ask = say("answers.clarify");
  const shown = answer.tasks.slice(0, LIST_LINES);
  return message(ask, [section(bold(ask)), ...shown.map(nearLine), ...moreTasks(answer.tasks.slice(LIST_LINES))]);
}

/** A task beside the answer: its name, its owners, a button. */
function nearLine(card: TaskCard): KnownBlock {
  return section([bold(taskText(card)), line(ownersOf(card))], showTaskButton(card.taskName, false));
}

function helpful(yes: boolean, questionId: number): Button {
  const label = yes ? say("answers.button-helpful") : say("answers.button-not-asked");
  return button(label, yes ? ACTION.helpfulYes : ACTION.helpfulNo, encodeHelpful({ questionId }));
}

/** Where a model helped to understand the question, that is said, and what it did not do. */
function modelNote({ mode }: Answer): KnownBlock[] {
  return mode === "model" ? [context(line(say("answers.by-model")))] : [];
}

/** The receipt of 有帮助 and 不是我问的. */
export function renderFeedbackNoted(yes: boolean): SlackMessage {
  return sentence(yes ? say("answers.noted-helpful") : say("answers.noted-not-asked"));
}
