// What a contact's units have asked for, to look at.
import type { RequestView } from "../../../../app/status/requests/request-use-cases.ts";
import { say, sayDate, sayShortDate } from "../../../../text/say.ts";
import { bold, context, cut, LIST_LINES, line, message, section, showTaskButton, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

export function renderOwnRequests(views: readonly RequestView[]): SlackMessage {
  const groups = [views.filter(isPending), views.filter((view) => !isPending(view))] as const;
  if (views.length === 0) return sentence(say("requests.own-none"));
  const title = say("requests.own", { count: groups[0].length });
  return message(title, [
    section(bold(title)),
    ...groups.flatMap((group) => {
      const rest = group.length - LIST_LINES;
      return [
        ...group
          .slice(0, LIST_LINES)
          .map((view) => section([line(lineOf(view)), ...whyOf(view)], showTaskButton(view.taskName, false))),
        ...(rest > 0 ? [context(say("common.more", { count: rest }))] : []),
      ];
    }),
  ]);
}

function isPending({ state }: RequestView): boolean {
  return state === "pending";
}

/** The words of the task's page, with the task in front. */
function lineOf(view: RequestView): string {
  const { kind, state, requestedOn, proposedDate, decision } = view;
  const facts = {
    date: sayShortDate(requestedOn, requestedOn),
    unit: cut(view.unitName, "name"),
    state: say(`register.request-${state}`),
  };
  const task = taskText(view);
  if (kind === "closure") return say("requests.own-line", { task, said: say("register.request-closure", facts) });
  const to = sayDate(proposedDate ?? "", requestedOn);
  const approved = state === "approved" ? (decision?.text ?? "") : "";
  const said =
    approved === "" || approved === proposedDate
      ? say("register.request-extension", { ...facts, to })
      : say("register.request-extension-other", { ...facts, to, approved: sayDate(approved, requestedOn) });
  return say("requests.own-line", { task, said });
}

function whyOf({ state, decision }: RequestView): string[] {
  const why = state === "sent_back" ? (decision?.text ?? "") : "";
  return why === "" ? [] : [line(say("requests.sent-back-why", { text: cut(why, "quote") }))];
}
