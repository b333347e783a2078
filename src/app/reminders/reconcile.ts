// Settles digests whose delivery was cut off, and puts waiting ones on the queue again. Runs at start and every minute.
import type { Ports } from "../ports.ts";

/** Longer than a request may take plus the latest landing of a message in Slack. */
const SETTLE_MS = 60_000;

/** Slack's clock and ours may differ by this much when its history is searched. */
const CLOCK_SKEW_MS = 60_000;

/** Adopts a message found by its key; otherwise returns the digest to `pending`. Never posts itself. */
export async function reconcile(
  ports: Pick<Ports, "reminderStore" | "messenger" | "clock">,
  settleMs: number = SETTLE_MS,
): Promise<{ adopted: number; released: number; enqueued: number }> {
  const { reminderStore, messenger, clock } = ports;
  const now = clock.now();
  let adopted = 0;
  let released = 0;
  for (const digest of await reminderStore.staleSending(new Date(now.getTime() - settleMs))) {
    if (digest.claimId === null || digest.claimedAt === null) continue;
    const since = new Date(digest.claimedAt.getTime() - CLOCK_SKEW_MS);
    const message = await messenger.findByKey(digest.slackUser, digest.key, since);
    if (message) {
      if (await reminderStore.markSent(digest.id, digest.claimId, message, now)) adopted += 1;
    } else if (
      await reminderStore.release(digest.id, digest.claimId, now, "not found in Slack after the settle time")
    ) {
      released += 1;
    }
  }
  return { adopted, released, enqueued: await reminderStore.enqueuePending(now) };
}
