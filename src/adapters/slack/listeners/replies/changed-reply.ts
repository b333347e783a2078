// A reply that its author edited or deleted: what was read from it and not confirmed counts no more; what was confirmed stays.
import { renderChangedReply } from "../../render/status.ts";
import { directMessage, type Incoming } from "../messages.ts";
import type { Occasion, Office } from "../office.ts";

/**
 * `sourceKey`: of the message as it first came. `incoming` is null where it was deleted. Where nothing had been read from the
 * message nothing happens: a question is not answered a second time.
 */
export async function changedReply(
  occasion: Occasion,
  sourceKey: string,
  incoming: Incoming | null,
  office: Office,
): Promise<void> {
  const { withdrawn, recorded } = await office.useCases.withdrawProposals({ sourceKey, author: occasion.user });
  if (withdrawn + recorded === 0) return;
  if (incoming === null) {
    return occasion.reply(renderChangedReply(recorded > 0 ? "deleted-recorded" : "deleted-withdrawn"));
  }
  if (recorded > 0) await occasion.reply(renderChangedReply("edited-recorded"));
  await directMessage(occasion, incoming, office);
}
