// Delivers one digest by the send protocol: claim, commit, post with the key in the metadata, record.
// A crash between two of these steps leaves a row in `sending`, which the reconciler settles.
import { reason } from "../../domain/reason.ts";
import type { PlannedDigest } from "../../domain/reminders/digest.ts";
import type { Ports, StoredDigest, StoredReminder } from "../ports.ts";
import { viewDigest } from "./view-digest.ts";

type DeliverPorts = Pick<Ports, "registerStore" | "reminderStore" | "messenger" | "calendar" | "clock" | "secretaries">;

/** Does nothing when the digest is sent, failed or claimed by somebody else: a job may come twice. */
export async function deliverDigest(ports: DeliverPorts, digestId: number): Promise<void> {
  const { reminderStore, messenger, clock } = ports;
  const claimId = crypto.randomUUID();
  if (!(await reminderStore.claim(digestId, claimId, clock.now()))) return;

  const found = await reminderStore.find(digestId);
  const view = await viewDigest(ports, digestId);
  if (!found || !view) return;
  if (view.lines.length === 0) {
    await reminderStore.cancel(digestId, claimId);
    return;
  }
  const outcome = await messenger.postDigest(found.digest.slackUser, view, found.digest.key);
  switch (outcome.kind) {
    case "posted":
      await reminderStore.markSent(digestId, claimId, outcome, clock.now());
      return;
    case "refused":
      await reminderStore.release(
        digestId,
        claimId,
        new Date(clock.now().getTime() + outcome.retryAfterMs),
        outcome.error,
      );
      return;
    case "permanent":
      await reminderStore.markFailed(digestId, claimId, outcome.error);
      await tellSecretary(ports, found.digest, found.reminders);
      return;
    case "unknown":
      // It may stand in Slack or not. The row stays in `sending` until the reconciler has looked.
      return;
    default:
      outcome satisfies never;
  }
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
  await ports.reminderStore.savePlan([handedOn]);
}
