// Delivers one digest by the send protocol: claim, commit, post with the key in the metadata, record.
// A crash between two of these steps leaves a row in `sending`, which the reconciler settles.
import { reason } from "../../domain/reason.ts";
import type { PlannedDigest } from "../../domain/reminders/digest.ts";
import type { Ports, PostOutcome, StoredDigest, StoredReminder } from "../ports.ts";
import { quietNow } from "./policy/quiet-now.ts";
import { viewDigest } from "./view-digest.ts";

type DeliverPorts = Pick<
  Ports,
  "registerStore" | "reminderStore" | "policyStore" | "messenger" | "calendar" | "clock" | "secretaries"
>;

/** What one attempt came to, for the log: with the tick's id the message can be followed from its planning. */
export interface DeliveryReport {
  readonly digestId: number;
  readonly tickId: string | null;
  readonly attempts: number;
  readonly outcome: PostOutcome["kind"] | "cancelled";
  readonly error: string | null;
}

/**
 * Null: does nothing when the digest is sent, failed or claimed by somebody else, for a job may come twice; and in quiet hours,
 * after which the digest is put on the queue again.
 */
export async function deliverDigest(ports: DeliverPorts, digestId: number): Promise<DeliveryReport | null> {
  const { reminderStore, messenger, clock } = ports;
  const quiet = await quietNow(ports);
  if (quiet !== null) {
    await reminderStore.postpone(digestId, quiet);
    return null;
  }
  const claimId = crypto.randomUUID();
  if (!(await reminderStore.claim(digestId, claimId, clock.now()))) return null;

  const found = await reminderStore.find(digestId);
  const view = await viewDigest(ports, digestId);
  if (!found || !view) return null;
  const report = { digestId, tickId: found.digest.tickId, attempts: found.digest.attempts, error: null };
  if (view.lines.length === 0) {
    await reminderStore.cancel(digestId, claimId);
    return { ...report, outcome: "cancelled" };
  }
  const outcome = await messenger.postDigest(found.digest.slackUser, view, found.digest.key);
  switch (outcome.kind) {
    case "posted":
      await reminderStore.markSent(digestId, claimId, outcome, clock.now());
      break;
    case "refused":
      await reminderStore.release(
        digestId,
        claimId,
        new Date(clock.now().getTime() + outcome.retryAfterMs),
        outcome.error,
      );
      break;
    case "permanent":
      await reminderStore.markFailed(digestId, claimId, outcome.error);
      await tellSecretary(ports, found.digest, found.reminders);
      break;
    case "unknown":
      // It may stand in Slack or not. The row stays in `sending` until the reconciler has looked.
      break;
    default:
      outcome satisfies never;
  }
  return { ...report, outcome: outcome.kind, error: "error" in outcome ? outcome.error : null };
}

/** A reminder that can never arrive goes to the secretary instead, once. */
async function tellSecretary(
  ports: DeliverPorts,
  digest: StoredDigest,
  reminders: readonly StoredReminder[],
): Promise<void> {
  const [secretary] = ports.secretaries;
  if (secretary === undefined || digest.kind === "secretary") return;
  const handedOn: PlannedDigest = {
    key: `${digest.key}:undeliverable`,
    slackUser: secretary,
    kind: "secretary",
    date: digest.date,
    reminders: reminders.map((r) => ({
      ...r,
      key: `${r.key}:undeliverable`,
      contactId: null,
      reason: reason("contact-unreachable", { person: digest.slackUser }),
    })),
  };
  await ports.reminderStore.savePlan([handedOn], digest.tickId);
}
