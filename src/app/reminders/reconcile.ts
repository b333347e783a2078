// Settles digests whose delivery was cut off, and puts waiting ones on the queue again. Never posts itself.
import type { Ports } from "../ports.ts";
import type { StoredDigest } from "./reminder-store.ts";

/** Longer than a request may take plus the latest landing of a message in Slack. */
const SETTLE_MS = 60_000;

/** Longer than it takes from a claim to the beginning of its post; a worker that is slower may no longer begin. */
const BEGIN_MS = 8_000;

/** Slack's clock and ours may differ by this much when its history is searched. */
const CLOCK_SKEW_MS = 60_000;

type ReconcilePorts = Pick<Ports, "reminderStore" | "messenger" | "clock">;

export interface Reconciled {
  /** Found in Slack. */
  readonly adopted: number;
  /** Not found in Slack: sent again. */
  readonly released: number;
  /** Claimed by a process that did not get as far as to post. */
  readonly returned: number;
  readonly enqueued: number;
  /** Slack could not say: they stay until the next time. */
  readonly unsettled: number;
}

/** At the start and every minute: what was begun is looked for in Slack, and what waits in the tables gets a job. */
export async function reconcile(ports: ReconcilePorts, settleMs: number = SETTLE_MS): Promise<Reconciled> {
  const { reminderStore, clock } = ports;
  const returned = await returnClaims(ports, Math.min(settleMs, BEGIN_MS));
  const count = { adopted: 0, released: 0, unsettled: 0 };
  for (const digest of await reminderStore.staleSending(new Date(clock.now().getTime() - settleMs))) {
    // One person whose history cannot be read must not keep the others waiting.
    const ended = await settleOne(ports, digest).catch(() => "unsettled" as const);
    if (ended !== null) count[ended] += 1;
  }
  return { ...count, returned, enqueued: await reminderStore.enqueuePending(clock.now()) };
}

/** Every few seconds: gives back what a dead process had claimed and not begun to post. Returns how many. */
export async function returnClaims(
  { reminderStore, clock }: Pick<Ports, "reminderStore" | "clock">,
  beginMs: number = BEGIN_MS,
): Promise<number> {
  const now = clock.now();
  let returned = 0;
  for (const { id, claimId } of await reminderStore.staleClaims(new Date(now.getTime() - beginMs))) {
    if (claimId === null) continue;
    const row = await reminderStore.interrupt(id, claimId, now, "claimed, and its post never begun");
    if (row !== null) returned += 1;
  }
  return returned;
}

async function settleOne(ports: ReconcilePorts, digest: StoredDigest): Promise<"adopted" | "released" | null> {
  const { reminderStore, messenger, clock } = ports;
  const { id, claimId, claimedAt } = digest;
  if (claimId === null || claimedAt === null) return null;
  const since = new Date(claimedAt.getTime() - CLOCK_SKEW_MS);
  const message = await messenger.findByKey(digest.slackUser, digest.key, since);
  const now = clock.now();
  if (message) return (await reminderStore.markSent(id, claimId, message, now)) ? "adopted" : null;
  const why = "not found in Slack after the settle time";
  return (await reminderStore.release(id, claimId, now, why)) ? "released" : null;
}
