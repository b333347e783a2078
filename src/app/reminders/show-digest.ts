// A digest as it stands now, for 全部查看: to whom it was sent, and to the office.
import { authorise } from "../../domain/permission.ts";
import type { DigestView } from "../../domain/reminders/digest.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import { viewFound } from "./view-digest.ts";

/** Throws `proposal-gone` where there is no such digest, and `not-secretary` for somebody else's. */
export async function showDigest(
  ports: Parameters<typeof viewFound>[0] & Pick<Ports, "reminderStore" | "secretaries">,
  { digestId, by }: { digestId: number; by: string },
): Promise<DigestView> {
  const found = await ports.reminderStore.find(digestId);
  if (found === null) throw new Refusal("proposal-gone");
  if (found.digest.slackUser !== by) authorise(by, "see-digests-of-others", ports);
  return viewFound(ports, found);
}
