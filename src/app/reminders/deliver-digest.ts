// Delivers one digest by the send protocol: turn, claim, commit, begin, post with the key in the metadata, record.
// A crash between two of these steps leaves a row in `sending`, which the reconciler settles.
import { isLeftToThePlan } from "../../domain/reminders/digest.ts";
import { hasSomethingToSay } from "../../domain/reminders/digest-view.ts";
import type { Ports } from "../ports.ts";
import { handOn } from "./hand-on.ts";
import type { PostOutcome } from "./messenger.ts";
import { quietNow } from "./policy/quiet-now.ts";
import type { StoredDigest, StoredReminder } from "./reminder-store.ts";
import { viewFound } from "./view-digest.ts";

type DeliverPorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "reminderStore"
  | "policyStore"
  | "messenger"
  | "calendar"
  | "clock"
  | "secretaries"
>;

/** What one attempt came to, for the log: with the tick's id the message can be followed from its planning. */
export interface DeliveryReport {
  readonly digestId: number;
  readonly tickId: string | null;
  readonly attempts: number;
  readonly outcome: PostOutcome["kind"] | "cancelled" | "interrupted" | "quarantined";
  readonly error: string | null;
}

/** A digest that ended its worker this often in a row is not tried again: the others must go out. */
const MOST_INTERRUPTIONS = 3;

/** After an error of our own before the post. Milliseconds. */
const AFTER_ERROR_MS = 30_000;
const LONGEST_WAIT_MS = 10 * 60_000;

interface Found {
  readonly digest: StoredDigest;
  readonly reminders: readonly StoredReminder[];
}

/**
 * Null: does nothing when the digest is sent, failed or claimed by somebody else, for a job may come twice; when it is of an
 * earlier day, which the next plan says anew; and in quiet hours, after which it is put on the queue again. Throws the reason
 * of `stopping` where that comes first.
 */
export async function deliverDigest(
  ports: DeliverPorts,
  digestId: number,
  stopping?: AbortSignal,
): Promise<DeliveryReport | null> {
  const { reminderStore, messenger, clock } = ports;
  const quiet = await quietNow(ports);
  if (quiet !== null) {
    await reminderStore.postpone(digestId, quiet);
    return null;
  }
  const found = await reminderStore.find(digestId);
  if (found?.digest.state !== "pending" || isLeftToThePlan(found.digest, clock.today())) return null;

  // The claim comes after the turn: a claim that waits would look like one whose holder has died.
  const { slackUser, interrupted } = found.digest;
  const turn = await messenger.takeTurn(slackUser, { alone: interrupted > 0, signal: stopping });
  try {
    stopping?.throwIfAborted();
    const claimId = crypto.randomUUID();
    if (!(await reminderStore.claim(digestId, claimId, clock.now()))) return null;
    const report = { digestId, tickId: found.digest.tickId, attempts: found.digest.attempts + 1 };
    const ended =
      // What the secretary is told has nobody else to go to.
      interrupted >= MOST_INTERRUPTIONS && found.digest.kind !== "secretary"
        ? await quarantine(ports, found, claimId)
        : turn.kind === "turn"
          ? await post(ports, found, claimId)
          : await settle(ports, found, claimId, turn);
    return { ...report, ...ended };
  } finally {
    if (turn.kind === "turn") turn.end();
  }
}

type Ended = Pick<DeliveryReport, "outcome" | "error">;

async function post(ports: DeliverPorts, found: Found, claimId: string): Promise<Ended> {
  const { reminderStore, messenger, clock } = ports;
  const { id, slackUser, key } = found.digest;
  let begun = false;
  const begin = () => {
    begun = true;
    return reminderStore.beginPost(id, claimId, clock.now());
  };
  try {
    const view = await viewFound(ports, found);
    if (!hasSomethingToSay(view)) {
      await reminderStore.cancel(id, claimId);
      return { outcome: "cancelled", error: null };
    }
    return await settle(ports, found, claimId, await messenger.postDigest(slackUser, view, key, begin));
  } catch (error) {
    // Once the post was begun, only the reconciler can say what became of it.
    if (begun) throw error;
    const why = error instanceof Error ? error.message : String(error);
    // A fault of our own (a bad update of the program) befalls every digest: it is waited out, ever longer, and blamed on none.
    const wait = Math.min(AFTER_ERROR_MS * 2 ** found.digest.attempts, LONGEST_WAIT_MS);
    await reminderStore.release(id, claimId, later(ports, wait), why);
    return { outcome: "interrupted", error: why };
  }
}

/** Records how it ended. */
async function settle(ports: DeliverPorts, found: Found, claimId: string, outcome: PostOutcome): Promise<Ended> {
  const { reminderStore, clock } = ports;
  const { id } = found.digest;
  switch (outcome.kind) {
    case "posted":
      await reminderStore.markSent(id, claimId, outcome, clock.now());
      break;
    case "refused":
      await reminderStore.release(id, claimId, later(ports, outcome.retryAfterMs), outcome.error);
      break;
    case "permanent":
      // Handed on first: a crash in between hands it on again, under the same key.
      await handOn(ports, found, "contact-unreachable");
      await reminderStore.markFailed(id, claimId, outcome.error);
      break;
    case "unknown":
      // It may stand in Slack or not. The row stays in `sending` until the reconciler has looked.
      await reminderStore.noteUnknown(id, claimId, outcome.error);
      break;
    default:
      outcome satisfies never;
  }
  return { outcome: outcome.kind, error: "error" in outcome ? outcome.error : null };
}

async function quarantine(ports: DeliverPorts, found: Found, claimId: string): Promise<Ended> {
  const error = `gave up after ${found.digest.interrupted} interrupted attempts`;
  await handOn(ports, found, "not-deliverable");
  await ports.reminderStore.markFailed(found.digest.id, claimId, error);
  return { outcome: "quarantined", error };
}

function later({ clock }: Pick<Ports, "clock">, milliseconds: number): Date {
  return new Date(clock.now().getTime() + milliseconds);
}
