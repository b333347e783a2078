// Hands a digest that can never arrive to the secretary: its reminders under keys of their own, so once.
import { type Reason, reason } from "../../domain/reason.ts";
import { HANDED_ON, type PlannedDigest } from "../../domain/reminders/digest.ts";
import type { Ports } from "../ports.ts";
import type { StoredDigest, StoredReminder } from "./reminder-store.ts";

/** To the first secretary; what was for that one to the next. Does nothing where there is nobody left. */
export async function handOn(
  ports: Pick<Ports, "reminderStore" | "secretaries">,
  { digest, reminders }: { digest: StoredDigest; reminders: readonly StoredReminder[] },
  why: Extract<Reason["code"], "contact-unreachable" | "not-deliverable">,
): Promise<void> {
  const secretary = ports.secretaries[ports.secretaries.indexOf(digest.slackUser) + 1];
  if (secretary === undefined) return;
  const handedOn: PlannedDigest = {
    key: `${digest.key}${HANDED_ON}`,
    slackUser: secretary,
    kind: "secretary",
    date: digest.date,
    reminders: reminders.map((r) => ({
      ...r,
      key: `${r.key}${HANDED_ON}`,
      contactId: null,
      reason: reason(why, { person: digest.slackUser }),
    })),
  };
  await ports.reminderStore.savePlan([handedOn], digest.tickId);
}
