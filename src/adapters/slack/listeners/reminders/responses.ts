// What people press and write to a reminder short of a report; the digest itself shows that it was heard.
import type { Said, SaidTo } from "../../../../app/reminders/responses/response-use-cases.ts";
import type { Later } from "../../../../domain/reminders/responses.ts";
import type { StatusReading } from "../../../../domain/status/status.ts";
import { Refusal } from "../../../../errors.ts";
import { say, sayRefusal } from "../../../../text/say.ts";
import { decodeClaim, decodeNotMine, decodeRespond, encodeNotMine, NOT_MINE_FIELD } from "../../ids.ts";
import { splitTaskRef } from "../../input/arguments.ts";
import { numberFirst, readResponse } from "../../input/response-words.ts";
import { plainText } from "../../input/text-in.ts";
import { colleagueLine, notMineModal, renderResponded } from "../../render/digest/receipt.ts";
import { sentence } from "../../render/refusal.ts";
import { renderWholeDigest } from "../../render/reminders.ts";
import { openForm, post } from "../../reply.ts";
import type { Click, Occasion, Office } from "../office.ts";
import { redraw } from "../redraw.ts";
import { showSupport } from "../replies/support.ts";
import { whatWaits } from "../requests.ts";
import { openUpdateModal, type Submission } from "../update-modal.ts";

const NOTHING_SAID: StatusReading = {
  status: null,
  percent: null,
  quantities: [],
  needsCoordination: false,
  extensionTo: null,
  forecast: null,
  note: "",
  unsure: false,
};

/** What the form for progress begins with. */
const PRESETS = {
  report: null,
  done: { ...NOTHING_SAID, status: "done" },
  extend: { ...NOTHING_SAID, status: "at_risk" },
  coordinate: { ...NOTHING_SAID, status: "at_risk", needsCoordination: true },
} as const satisfies Record<string, StatusReading | null>;

/** A choice beside a line of a digest. */
export async function respondClicked(click: Click, office: Office): Promise<void> {
  const { o: occurrenceId, u: unitId, t: taskId, act, l: listOf } = decodeRespond(click.value);
  switch (act) {
    case "report":
    case "done":
    case "extend":
    case "coordinate": {
      if (click.triggerId === null) throw new Refusal("proposal-gone");
      const focus = act === "extend" || act === "coordinate" ? act : undefined;
      const start = { user: click.user, taskId, reading: PRESETS[act], proposalId: null, receipt: null };
      return openUpdateModal(click.triggerId, { ...start, ...(focus === undefined ? {} : { focus }) }, office);
    }
    case "support":
      return showSupport(click, { taskId }, office);
    case "not-mine": {
      if (click.triggerId === null) throw new Refusal("proposal-gone");
      const view = notMineModal(encodeNotMine({ o: occurrenceId, u: unitId }));
      return openForm(office.client, click.triggerId, view, say("usage.how-not-mine"));
    }
    default: {
      const said = saidBy(act);
      const to = { occurrenceId, unitId };
      const responded = await office.useCases.respond({ said, to, by: click.user, sourceKey: click.sourceKey });
      const before = colleagueLine(responded);
      if (before !== null) await click.reply(sentence(before));
      await redraw(responded, office);
      if (listOf === undefined) return;
      await click.replace(renderWholeDigest(await office.useCases.showDigest({ digestId: listOf, by: click.user })));
    }
  }
}

function saidBy(act: "accept" | "seen" | Later): Said {
  if (act === "accept") return { kind: "accepted" };
  return act === "seen" ? { kind: "seen" } : { kind: "later", when: act };
}

/** The form of 不属本单位职责. */
export async function submitNotMine(submission: Submission, office: Office): Promise<void> {
  const { o: occurrenceId, u: unitId } = decodeNotMine(submission.privateMetadata);
  const reason = plainText(submission.values[NOT_MINE_FIELD]?.[NOT_MINE_FIELD]?.value ?? "");
  const responded = await office.useCases.respond({
    said: { kind: "not_mine", reason },
    to: { occurrenceId, unitId },
    by: submission.user,
    sourceKey: `view:${submission.viewId}`,
  });
  const before = colleagueLine(responded);
  if (before !== null) await post(office.client, { channel: await office.openDm(submission.user) }, sentence(before));
  await redraw(responded, office);
}

export function notMineErrorsOf(refusal: Refusal): Record<string, string> {
  return { [NOT_MINE_FIELD]: sayRefusal(refusal) };
}

/** The office's decision; the card itself shows it, and a list of what waits is drawn without it. */
export async function decideClaim(click: Click, office: Office): Promise<void> {
  const { listed = false, ...claim } = decodeClaim(click.value);
  const decided = await office.useCases.decideNotMine({ ...claim, by: click.user, sourceKey: click.sourceKey });
  if (listed) await click.replace(await whatWaits(click.user, office));
  await redraw(decided, office);
}

/** 「已知悉」「21 明天提醒」「不属本单位职责：…」 in a digest's thread. False where the words are something else. */
export async function respondedInThread(
  occasion: Occasion,
  text: string,
  threadTs: string,
  office: Office,
): Promise<boolean> {
  const { ref, rest } = splitTaskRef(numberFirst(text));
  const said = readResponse(ref === null ? text : rest, office.clock.today());
  if (said === null || occasion.channel === null) return false;
  const thread = { channel: occasion.channel, ts: threadTs };
  await respond(occasion, said, { thread, taskRef: ref }, office);
  return true;
}

/** 「/lianxi 提醒 21 明天」, and the same in plain words with a number. False where the words are something else. */
export async function respondedTo(occasion: Occasion, text: string, office: Office): Promise<boolean> {
  const { ref, rest } = splitTaskRef(text);
  const said = ref === null ? null : readResponse(rest, office.clock.today());
  if (ref === null || said === null) return false;
  await respond(occasion, said, { taskRef: ref }, office);
  return true;
}

async function respond(occasion: Occasion, said: Said, to: SaidTo, office: Office): Promise<void> {
  const { user: by, sourceKey } = occasion;
  const responded = await office.useCases.respond({ said, to, by, sourceKey });
  await occasion.reply(renderResponded(responded));
  await redraw(responded, office);
}
