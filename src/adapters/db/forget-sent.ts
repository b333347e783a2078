// For the local workspace alone, whose chat begins empty at every start: what was posted there must be posted again.
import type { IsoDate } from "../../domain/calendar.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** Returns the newest day's digests to `pending` and tells which day that is; null when there are none. */
export async function forgetSent(prisma: PrismaClient): Promise<IsoDate | null> {
  const newest = await prisma.digest.findFirst({ orderBy: { date: "desc" }, select: { date: true } });
  if (newest === null) return null;
  await prisma.digest.updateMany({
    where: { date: newest.date },
    data: { state: "pending", claimId: null, claimedAt: null, notBefore: null, slackChannel: null, slackTs: null },
  });
  return newest.date;
}
