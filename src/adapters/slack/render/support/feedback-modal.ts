// The form of a supporting unit: what it can know, and nothing else. No percentage, no closure: those are the lead's.
import type { InputBlock, ModalView } from "@slack/types";
import type { StatusReading } from "../../../../domain/status/status.ts";
import { say, sayAmount, sayRole } from "../../../../text/say.ts";
import { COORDINATION_NEEDED, FEEDBACK_FIELD, FIELD, OWN_PART_DONE, VIEW } from "../../ids.ts";
import { clip, LIMITS } from "../../limits.ts";
import { cut, option, taskText } from "../blocks.ts";

interface FeedbackTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
}

/** `tasks`: those the person supports, that of `taskId` among them. `reading` fills the form in, its `note` as the text. */
export function feedbackModal(input: {
  tasks: readonly FeedbackTask[];
  taskId: number;
  reading: StatusReading | null;
  privateMetadata: string;
}): ModalView {
  const { reading } = input;
  const amounts = (reading?.quantities ?? []).map(({ value, unit }) => sayAmount(value, unit));
  return {
    type: "modal",
    callback_id: VIEW.feedback,
    title: plain(say("support.form-title")),
    submit: plain(say("support.form-submit")),
    close: plain(say("status.form-close")),
    private_metadata: input.privateMetadata,
    blocks: [
      taskField(input.tasks, input.taskId),
      textField(FEEDBACK_FIELD.text, "support.form-text", "support.form-text-hint", reading?.note ?? "", true),
      {
        // What was written in the text stands there already.
        ...textField(
          FEEDBACK_FIELD.figures,
          "support.form-figures",
          "support.form-figures-hint",
          reading?.note ? "" : amounts.join(say("common.list-comma")),
          false,
        ),
        optional: true,
      },
      marksField(reading),
    ],
  };
}

function taskField(tasks: readonly FeedbackTask[], taskId: number): InputBlock {
  const once = [...new Map(tasks.map((task) => [task.taskId, task])).values()];
  const chosen = once.filter((task) => task.taskId === taskId);
  const optionOf = (task: FeedbackTask) =>
    option(`${cut(taskText(task), "title")} · ${sayRole("supporting")}`, String(task.taskId));
  const options = [...chosen, ...once.filter((task) => task.taskId !== taskId)].slice(0, LIMITS.options).map(optionOf);
  const initial = chosen.map(optionOf)[0];
  return field(FIELD.task, say("status.form-task"), {
    type: "static_select",
    action_id: FIELD.task,
    placeholder: plain(say("status.choose-placeholder")),
    options,
    ...(initial ? { initial_option: initial } : {}),
  });
}

function textField(
  id: string,
  label: "support.form-text" | "support.form-figures",
  hint: "support.form-text-hint" | "support.form-figures-hint",
  text: string,
  multiline: boolean,
): InputBlock {
  return field(id, say(label), {
    type: "plain_text_input",
    action_id: id,
    multiline,
    max_length: multiline ? LIMITS.inputValue : MOST_FIGURES,
    placeholder: plain(say(hint)),
    ...(text === "" ? {} : { initial_value: clip(text, multiline ? LIMITS.inputValue : MOST_FIGURES) }),
  });
}

/** A line of figures. */
const MOST_FIGURES = 300;

function marksField(reading: StatusReading | null): InputBlock {
  const done = option(say("support.form-done"), OWN_PART_DONE);
  const needed = option(say("status.form-coordination-option"), COORDINATION_NEEDED);
  const initial = [...(reading?.status === "done" ? [done] : []), ...(reading?.needsCoordination ? [needed] : [])];
  const input = field(FEEDBACK_FIELD.marks, say("support.form-marks"), {
    type: "checkboxes",
    action_id: FEEDBACK_FIELD.marks,
    options: [done, needed],
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
  return { ...input, optional: true };
}

function field(id: string, label: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id: id, label: plain(label), element };
}

function plain(text: string) {
  return { type: "plain_text", text } as const;
}
