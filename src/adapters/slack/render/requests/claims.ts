// Claims 不属本单位职责 that wait, beside the requests: a card that has scrolled away must not be the only way to them.
import type { KnownBlock } from "@slack/types";
import type { PendingClaim } from "../../../../app/reminders/responses/response-use-cases.ts";
import { say, sayShortDate } from "../../../../text/say.ts";
import { ACTION, encodeClaim } from "../../ids.ts";
import { bold, button, buttons, context, cut, line, section, showTaskButton, taskText } from "../blocks.ts";

/** So many are shown in a message; beside the other lists of the home page, whose text is limited, one. */
const SHOWN = 3;

export function claimsTitle(claims: readonly PendingClaim[]): string {
  return say("responses.claims-title", { count: claims.length });
}

/** With the buttons that decide; nothing where none waits. `listed`: a message, which is drawn anew after the click. */
export function claimBlocks(claims: readonly PendingClaim[], listed: boolean): KnownBlock[] {
  if (claims.length === 0) return [];
  const most = listed ? SHOWN : 1;
  const rest = claims.length - most;
  return [
    section(bold(claimsTitle(claims))),
    ...claims.slice(0, most).flatMap((claim) => {
      const value = (accept: boolean) =>
        encodeClaim({ responseId: claim.responseId, accept, ...(listed ? { listed: true as const } : {}) });
      const facts = {
        task: taskText(claim),
        unit: cut(claim.unitName, "name"),
        date: sayShortDate(claim.on, claim.on),
      };
      return [
        section([
          line(say("responses.claims-line", facts)),
          ...(listed ? [line(say("responses.claim-reason-only", { reason: cut(claim.reason, "quote") }))] : []),
        ]),
        ...buttons([
          button(say("responses.claim-decline"), ACTION.claimDecline, value(false)),
          button(say("responses.claim-accept"), ACTION.claimAccept, value(true)),
          showTaskButton(claim.taskName, true),
        ]),
      ];
    }),
    ...(rest > 0 ? [context(line(say(listed ? "common.more" : "responses.claims-more", { count: rest })))] : []),
  ];
}
