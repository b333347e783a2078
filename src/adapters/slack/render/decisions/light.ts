// A light that the office has set, or taken back: what is shown from now on, and why.
import type { LitTask } from "../../../../app/status/lights/light-use-cases.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import { say, sayLight, sayReason } from "../../../../text/say.ts";
import { bold, buttons, context, cut, line, message, section, showTaskButton, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

export function renderLitTask(task: LitTask, today: IsoDate): SlackMessage {
  const facts = { light: sayLight(task.light.colour), task: taskText(task) };
  const title = task.isSet ? say("status.light-set", facts) : say("status.light-restored", facts);
  return message(title, [
    section([bold(title), line(sayReason(task.light.reason, today))]),
    ...buttons([showTaskButton(task.taskName, true)]),
    ...(task.isSet ? [context(line(say("status.light-set-how", { ref: cut(task.taskName, "name") })))] : []),
  ]);
}
