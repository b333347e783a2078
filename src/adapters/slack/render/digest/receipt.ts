// The receipt of what was said to a reminder in words, and the small form that asks why a task is another unit's.
import type { ModalView } from "@slack/types";
import type { Responded } from "../../../../app/reminders/responses/response-use-cases.ts";
import { say, sayDate } from "../../../../text/say.ts";
import { NOT_MINE_FIELD, VIEW } from "../../ids.ts";
import { LIMITS } from "../../limits.ts";
import { context, cut, line, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

export function renderResponded({ kind, tasks, unitName, remindAt }: Responded): SlackMessage {
  const [first] = tasks;
  const named = tasks.length === 1 && first ? taskText(first) : say("responses.several-tasks", { count: tasks.length });
  const [day = "", time = ""] = (remindAt ?? "").split("T");
  switch (kind) {
    case "seen":
      return sentence(say("responses.said-seen", { tasks: named }));
    case "later":
      return sentence(say("responses.said-later", { tasks: named, date: sayDate(day), time }));
    case "not_mine":
      return sentence(say("responses.said-not_mine", { tasks: named, unit: cut(unitName, "name") }));
    default:
      return kind satisfies never;
  }
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
