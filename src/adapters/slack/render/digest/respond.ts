// What can be pressed beside a line of a digest, and what the line says afterwards.
import type { Button, StaticSelect } from "@slack/types";
import type { Acted, DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { isOpen } from "../../../../domain/reminders/digest-view.ts";
import { say, sayDate, sayShortDate } from "../../../../text/say.ts";
import { sayPerson } from "../../../../text/unit-words.ts";
import { ACTION, ACTS, type Act, encodeDigestAll, encodeRespond } from "../../ids.ts";
import { button, cut, option } from "../blocks.ts";

/** Everything that can be said to the line, the likeliest first. `listOf`: the digest whose whole list it stands in. */
export function respondSelect(one: DigestLine, listOf?: number): StaticSelect {
  return {
    type: "static_select",
    action_id: ACTION.respond,
    placeholder: { type: "plain_text", text: say("responses.choose") },
    options: actsFor(one).map((act) => option(labelOf(act, one), packedFor(one, act, listOf))),
  };
}

/** Whether there are supporting units whose answers a lead may look at. */
function hasSupport({ role, supportingAnswered }: DigestLine): boolean {
  return role === "lead" && supportingAnswered !== null && supportingAnswered.total > 0;
}

/** A supporting unit gives feedback; closing the task is the lead's. */
function labelOf(act: Act, { role }: DigestLine): string {
  if (act === "support") return say("support.act-support");
  if (role === "supporting" && (act === "report" || act === "done")) return say(`support.act-${act}`);
  return say(`responses.act-${act}`);
}

/** What has been accepted is not accepted again. */
function actsFor(one: DigestLine): readonly Act[] {
  return ACTS.filter((act) => (act !== "accept" || one.receipt === "asked") && (act !== "support" || hasSupport(one)));
}

/** Whether all of several lines ask for receipt: then it is said once, above them. */
export function asksReceiptOfAll({ lines }: DigestView): boolean {
  const open = lines.filter(isOpen);
  return open.length > 1 && open.every((one) => one.receipt === "asked");
}

/** 签收 or 全部签收, where any of the lines asks for it. `listed`: under the whole list of the digest. */
export function acceptButton(open: readonly DigestLine[], digestId: number, listed = false): Button | null {
  const asked = open.filter((line) => line.receipt === "asked");
  const [one] = asked;
  if (one === undefined) return null;
  return open.length === 1 && !listed
    ? button(say("responses.act-accept"), ACTION.respondAccept, packedFor(one, "accept"), "primary")
    : button(
        say("responses.accept-all"),
        ACTION.acceptAll,
        encodeDigestAll({ digestId, ...(listed ? { listed } : {}) }),
        "primary",
      );
}

/** 不属本单位职责, as a button of its own. */
export function notMineButton(one: DigestLine): Button {
  return button(say("responses.act-not-mine"), ACTION.respondNotMine, packedFor(one, "not-mine"));
}

/** 在办, as a button of its own. */
export function seenButton(one: DigestLine): Button {
  return button(say("responses.act-seen"), ACTION.respondSeen, packedFor(one, "seen"));
}

function packedFor({ occurrenceId, unitId, taskId }: DigestLine, act: Act, listOf?: number): string {
  return encodeRespond({ o: occurrenceId, u: unitId, t: taskId, act, ...(listOf === undefined ? {} : { l: listOf }) });
}

/** 请签收, or who has accepted since the digest was made; null where nothing is to be said of it. */
export function receiptLine({ receipt, unitName }: DigestLine, view: DigestView): string | null {
  if (receipt === undefined) return null;
  if (receipt === "asked") return say("responses.line-ask-receipt");
  if (receipt.isReader) return say("responses.line-accepted");
  return say("responses.line-accepted-by", whoAndWhen(receipt, unitName, view));
}

/** 市教育局张三已于11月3日报送: one person answers in the unit's name; null where it was the reader. */
export function answeredByLine({ answeredBy, unitName }: DigestLine, view: DigestView): string | null {
  if (answeredBy === undefined) return null;
  return say("responses.line-answered-by", whoAndWhen(answeredBy, unitName, view));
}

function whoAndWhen({ name, on }: Acted, unitName: string, view: DigestView): { who: string; date: string } {
  const who = sayPerson(cut(unitName, "name"), name === null ? null : cut(name, "name"));
  return { who, date: sayShortDate(on, view.date) };
}

/** 12月2日已表示在办 · 12月3日（周四）再提醒 · 已反映不属本单位职责…; null where nothing was said. */
export function responseLine({ response, respondedBy, unitName }: DigestLine, view: DigestView): string | null {
  if (response === null) return null;
  const by = respondedBy === undefined ? null : whoAndWhen(respondedBy, unitName, view);
  switch (response.kind) {
    // Said by the line's receipt, and by what the message asks.
    case "accepted":
    case "assigned":
      return null;
    case "seen":
      return by
        ? say("responses.line-seen-by", by)
        : say("responses.line-seen", { date: sayShortDate(response.on, view.date) });
    case "later": {
      const [day = "", time = ""] = (response.remindAt ?? "").split("T");
      const date = sayDate(day, view.date);
      return day === response.on
        ? say("responses.line-later-time", { date, time })
        : say("responses.line-later", { date });
    }
    case "not_mine":
      return by ? say("responses.line-not_mine-by", by) : say("responses.line-not_mine");
    case "not_mine_accepted":
    case "not_mine_declined":
      return say(`responses.line-${response.kind}`);
    default:
      return response.kind satisfies never;
  }
}
