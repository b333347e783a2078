// Rewrites posted digests in place after something they show has changed.
import type { Ports } from "../ports.ts";
import { viewDigest } from "./view-digest.ts";

/** Digests that were never posted are left out; the next delivery draws the facts of its moment anyway. */
export async function redrawDigests(
  ports: Pick<Ports, "registerStore" | "responseStore" | "reminderStore" | "messenger" | "calendar" | "clock">,
  digestIds: readonly number[],
): Promise<void> {
  for (const id of digestIds) {
    const found = await ports.reminderStore.find(id);
    const view = await viewDigest(ports, id);
    if (!view || found?.digest.channel == null || found.digest.ts === null) continue;
    const { slackUser, channel, ts } = found.digest;
    await ports.messenger.updateDigest({ slackUser, channel, ts }, view);
  }
}
