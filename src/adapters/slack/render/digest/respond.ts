// What can be pressed beside a line of a digest, and what the line says afterwards.
import type { Button, StaticSelect } from "@slack/types";
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { say, sayDate, sayShortDate } from "../../../../text/say.ts";
import { ACTION, ACTS, type Act, encodeRespond } from "../../ids.ts";
import { button, option } from "../blocks.ts";

/** Everything that can be said to the line, the likeliest first. `listOf`: the digest whose whole list it stands in. */
export function respondSelect(one: DigestLine, listOf?: number): StaticSelect {
  return {
    type: "static_select",
    action_id: ACTION.respond,
    placeholder: { type: "plain_text", text: say("responses.choose") },
    options: ACTS.map((act) => option(labelOf(act, one), packedFor(one, act, listOf))),
  };
}

/** A supporting unit gives feedback; closing the task is the lead's. */
function labelOf(act: Act, { role }: DigestLine): string {
  if (role === "supporting" && (act === "report" || act === "done")) return say(`support.act-${act}`);
  return say(`responses.act-${act}`);
}

/** 在办, as a button of its own. */
export function seenButton(one: DigestLine): Button {
  return button(say("responses.act-seen"), ACTION.respondSeen, packedFor(one, "seen"));
}

function packedFor({ occurrenceId, unitId, taskId }: DigestLine, act: Act, listOf?: number): string {
  return encodeRespond({ o: occurrenceId, u: unitId, t: taskId, act, ...(listOf === undefined ? {} : { l: listOf }) });
}

/** 12月2日已表示在办 · 12月3日（周四）再提醒 · 已反映不属本单位职责…; null where nothing was said. */
export function responseLine({ response }: DigestLine, view: DigestView): string | null {
  if (response === null) return null;
  switch (response.kind) {
    case "seen":
      return say("responses.line-seen", { date: sayShortDate(response.on, view.date) });
    case "later": {
      const [day = "", time = ""] = (response.remindAt ?? "").split("T");
      const date = sayDate(day, view.date);
      return day === response.on
        ? say("responses.line-later-time", { date, time })
        : say("responses.line-later", { date });
    }
    case "not_mine":
    case "not_mine_accepted":
    case "not_mine_declined":
      return say(`responses.line-${response.kind}`);
    default:
      return response.kind satisfies never;
  }
}
