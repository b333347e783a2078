// Receipt (签收) by command and by 全部签收, and the secretary's 改派.
import type { SaidTo } from "../../../../app/reminders/responses/response-use-cases.ts";
import { decodeDigestAll } from "../../ids.ts";
import { parseReassignment } from "../../input/people-arguments.ts";
import { colleagueLine, renderReassigned, renderResponded } from "../../render/digest/receipt.ts";
import { sentence } from "../../render/refusal.ts";
import { renderWholeDigest } from "../../render/reminders.ts";
import type { Click, Occasion, Office } from "../office.ts";
import { redraw } from "../redraw.ts";

/** 「签收」: all that was asked lately; 「签收 21」, 「签收 21、22」: these. */
export async function accept(occasion: Occasion, text: string, office: Office): Promise<void> {
  const refs = text.split(/[、，,]/).filter((ref) => ref.trim() !== "");
  const to: SaidTo[] = refs.length === 0 ? [{ everything: true }] : refs.map((taskRef) => ({ taskRef }));
  for (const one of to) {
    const { user: by, sourceKey } = occasion;
    const responded = await office.useCases.respond({ said: { kind: "accepted" }, to: one, by, sourceKey });
    await occasion.reply(renderResponded(responded));
    await redraw(responded, office);
  }
}

/** 全部签收 under a digest, or under its whole list, which is then drawn anew. */
export async function acceptAll(click: Click, office: Office): Promise<void> {
  const { digestId, listed } = decodeDigestAll(click.value);
  const responded = await office.useCases.respond({
    said: { kind: "accepted" },
    to: { digestId },
    by: click.user,
    sourceKey: click.sourceKey,
  });
  const before = colleagueLine(responded);
  if (before !== null) await click.reply(sentence(before));
  await redraw(responded, office);
  if (listed !== true) return;
  await click.replace(renderWholeDigest(await office.useCases.showDigest({ digestId, by: click.user })));
}

/** 「改派 21 市教育局 市科技局 [理由]」. */
export async function reassign(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { user: by, sourceKey } = occasion;
  const reassigned = await office.useCases.reassignTask({ ...parseReassignment(text), by, sourceKey });
  await occasion.reply(renderReassigned(reassigned));
  await redraw(reassigned, office);
}
