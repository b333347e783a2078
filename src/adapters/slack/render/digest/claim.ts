// The office's card for 「不属本单位职责」: who says so and why, two buttons; afterwards who decided what.
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import type { ReminderResponse } from "../../../../domain/reminders/responses.ts";
import { say, sayDate, sayShortDate } from "../../../../text/say.ts";
import { ACTION, encodeClaim } from "../../ids.ts";
import { bold, button, buttons, context, cut, line, message, section, showTaskButton, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

/** Whether the message is such a card. */
export function isClaim(view: DigestView): boolean {
  return view.kind === "further" && view.lines[0]?.reason.code === "not-mine";
}

export function renderClaim(view: DigestView): SlackMessage {
  const [one] = view.lines;
  const { response = null } = one ?? {};
  if (!one) return message(say("reminders.secretary-nothing"), [section(line(say("reminders.secretary-nothing")))]);
  const names = { unit: cut(one.unitName, "name"), task: taskText(one) };
  if (response === null || !isOfClaim(response)) {
    const withdrawn = say("responses.claim-withdrawn", names);
    return message(withdrawn, [section(bold(withdrawn))]);
  }
  const over = one.claimOver;
  const why = cut(response.reason ?? "", "quote");
  const reason = line(say("responses.claim-reason-only", { reason: why }));
  if (over?.kind === "reassigned") {
    const given = say("responses.claim-reassigned", { ...names, to: cut(over.unitName, "name") });
    return message(given, [section(bold(given)), context([reason, byOf(over.by, over.on, view)])]);
  }
  if (over && response.kind === "not_mine") {
    const moot = say("responses.claim-moot", names);
    return message(moot, [section(bold(moot)), context(reason)]);
  }
  const value = (accept: boolean) => encodeClaim({ responseId: response.id, accept });
  const accept = button(say("responses.claim-accept"), ACTION.claimAccept, value(true));
  const decline = button(say("responses.claim-decline"), ACTION.claimDecline, value(false));
  switch (response.kind) {
    case "not_mine": {
      const ask = say("responses.claim-ask", names);
      return message(ask, [
        section([
          bold(ask),
          line(say("responses.claim-reason", { reason: why, date: sayShortDate(response.on, view.date) })),
        ]),
        ...buttons([decline, accept, showTaskButton(one.taskName, true)]),
        context(line(say("responses.claim-until", { clock: clockOf(one, view) }))),
      ]);
    }
    case "not_mine_accepted": {
      const done = say("responses.claim-accepted", names);
      return message(done, [
        section([
          bold(done),
          ...(over
            ? []
            : [line(say("responses.claim-accepted-next", { ref: cut(one.taskName, "name"), unit: names.unit }))]),
        ]),
        ...buttons([over ? null : decline]),
        context([reason, byOf(response.slackUser, response.on, view)]),
      ]);
    }
    default: {
      const done = say("responses.claim-declined", names);
      return message(done, [
        section(bold(done)),
        ...buttons([over ? null : accept]),
        context([reason, byOf(response.slackUser, response.on, view)]),
      ]);
    }
  }
}

/** The unit's newer word, that it accepts after all, is none. */
function isOfClaim({ kind }: ReminderResponse): boolean {
  return kind === "not_mine" || kind === "not_mine_accepted" || kind === "not_mine_declined";
}

function clockOf(one: DigestLine, view: DigestView): string {
  if (one.role === "supporting") return say("reminders.line-support", { date: sayDate(one.dueDate, view.date) });
  return say(`responses.claim-clock-${one.kind}`, { date: sayDate(one.dueDate, view.date) });
}

/** The person comes from Slack's envelope: an id, so that the mention is drawn by Slack. */
function byOf(slackUser: string, on: string, view: DigestView): string {
  const date = sayShortDate(on, view.date);
  const isId = /^[UW][A-Z0-9]+$/.test(slackUser);
  return isId ? say("responses.claim-by", { person: `<@${slackUser}>`, date }) : say("responses.claim-on", { date });
}
