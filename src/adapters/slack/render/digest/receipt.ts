// The receipt of what was said to a reminder in words, and the small form that asks why a task is another unit's.
import type { ModalView } from "@slack/types";
import type { Reassigned, Responded } from "../../../../app/reminders/responses/response-use-cases.ts";
import { say, sayDate, sayList, sayRole } from "../../../../text/say.ts";
import { sayPerson } from "../../../../text/unit-words.ts";
import { NOT_MINE_FIELD, VIEW } from "../../ids.ts";
import { LIMITS } from "../../limits.ts";
import { bold, context, cut, line, message, section, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

export function renderResponded(responded: Responded): SlackMessage {
  const said = receiptOf(responded);
  const first = colleagueLine(responded);
  return first === null ? sentence(said) : message(said, [section(line(said)), context(line(first))]);
}

/** What a colleague had said just before; null where nobody had. */
export function colleagueLine({ colleague, unitName }: Responded): string | null {
  if (colleague === null) return null;
  const name = colleague.name === null ? null : cut(colleague.name, "name");
  return say(`responses.colleague-${colleague.kind}`, { who: sayPerson(cut(unitName, "name"), name) });
}

function receiptOf({ kind, tasks, unitName, remindAt }: Responded): string {
  const [first] = tasks;
  const named = tasks.length === 1 && first ? taskText(first) : say("responses.several-tasks", { count: tasks.length });
  const [day = "", time = ""] = (remindAt ?? "").split("T");
  switch (kind) {
    case "accepted":
      return say("responses.said-accepted", { tasks: sayList(tasks.map(taskText)) });
    case "seen":
      return say("responses.said-seen", { tasks: named });
    case "later":
      return say("responses.said-later", { tasks: named, date: sayDate(day), time });
    case "not_mine":
      return say("responses.said-not_mine", { tasks: named, unit: cut(unitName, "name") });
    default:
      return kind satisfies never;
  }
}

/** What the secretary changed, and what follows of it. */
export function renderReassigned(done: Reassigned): SlackMessage {
  const from = cut(done.from, "name");
  const to = cut(done.to, "name");
  const title = say("responses.reassigned", { task: taskText(done), from, to, role: sayRole(done.role) });
  const next = done.toHasNoContact
    ? say("responses.reassigned-no-contact", { to })
    : say("responses.reassigned-next", { from, to });
  return message(title, [
    section([bold(title), line(next)]),
    context(line(say("responses.reassigned-why", { reason: cut(done.reason, "quote") }))),
  ]);
}

export function notMineModal(privateMetadata: string): ModalView {
  return {
    type: "modal",
    callback_id: VIEW.notMine,
    private_metadata: privateMetadata,
    title: plain(say("responses.form-title")),
    submit: plain(say("responses.form-submit")),
    close: plain(say("responses.form-close")),
    blocks: [
      {
        type: "input",
        block_id: NOT_MINE_FIELD,
        label: plain(say("responses.form-reason")),
        hint: plain(say("responses.form-reason-hint")),
        element: {
          type: "plain_text_input",
          action_id: NOT_MINE_FIELD,
          multiline: true,
          max_length: LIMITS.inputValue,
        },
      },
      context(line(say("responses.form-explain"))),
    ],
  };
}

function plain(text: string) {
  return { type: "plain_text", text } as const;
}
