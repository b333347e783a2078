// What closing a task takes, as the office has set it.
import type { ClosureRulesView } from "../../../../app/status/closing/closure-use-cases.ts";
import { say } from "../../../../text/say.ts";
import { bold, context, LIST_LINES, line, message, section, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

export function renderClosureRules({ all, tasks }: ClosureRulesView): SlackMessage {
  const title = say(all ? "requests.closing-all" : "requests.closing-none");
  const own = tasks
    .slice(0, LIST_LINES)
    .map((task) =>
      line(say(task.evidence ? "requests.closing-task" : "requests.closing-task-none", { task: taskText(task) })),
    );
  const rest = tasks.length - LIST_LINES;
  return message(title, [
    section([bold(title), ...own]),
    ...(rest > 0 ? [context(say("common.more", { count: rest }))] : []),
    context(line(say("requests.closing-how"))),
  ]);
}
