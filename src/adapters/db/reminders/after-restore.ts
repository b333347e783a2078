// After a restore the tables may know less than Slack: what was sent after the backup was taken must not be sent again.
import { addDays, type IsoDate } from "../../../domain/calendar.ts";
import type { Prisma } from "../../../generated/prisma/client.ts";

/** What stands in the audit trail after a restore. */
export const RESTORED = "register.restore";

const CLAIM = "restored";

interface LookFirst {
  readonly state: "sending";
  readonly claimId: string;
  readonly claimedAt: Date;
  readonly postingAt: Date;
}

/** As if its post had been cut off when the backup was taken: the reconciler looks in Slack before anything is sent. */
export function lookFirst(takenAt: Date): LookFirst {
  return { state: "sending", claimId: CLAIM, claimedAt: takenAt, postingAt: takenAt };
}

/**
 * Says of a digest planned now how it begins: like any other, or, where it may have been planned and sent under the same key
 * before the last restore, with a look in Slack.
 */
export async function readLastRestore(tx: Prisma.TransactionClient): Promise<(date: IsoDate) => LookFirst | object> {
  const restore = await tx.auditEvent.findFirst({
    where: { action: RESTORED },
    orderBy: { id: "desc" },
    select: { at: true, after: true },
  });
  if (restore === null) return () => ({});
  // The office's day may be one ahead of the day in UTC.
  const lastDay = addDays(restore.at.toISOString().slice(0, 10), 1);
  const { takenAt } = restore.after as { readonly takenAt: string };
  return (date) => (date > lastDay ? {} : lookFirst(new Date(takenAt)));
}
