// Digests with their reminders and jobs, inside the transaction of what made them: a tick, or a person who urges.
import type { PlannedDigest } from "../../../domain/reminders/digest.ts";
import type { Prisma } from "../../../generated/prisma/client.ts";
import { toJson } from "../json.ts";
import { readLastRestore } from "./after-restore.ts";
import type { EnqueueDigests } from "./digest-claims.ts";

/** Stores and enqueues what is not known by key yet; returns that. Only inside `writeInTurn`. */
export async function saveDigests(
  tx: Prisma.TransactionClient,
  enqueue: EnqueueDigests,
  digests: readonly PlannedDigest[],
  tickId: string | null,
): Promise<{ id: number; key: string }[]> {
  const fresh = await leaveOutKnown(tx, digests);
  if (fresh.length === 0) return [];
  const saved = await insertDigests(tx, fresh, tickId);
  await enqueue(
    tx,
    saved.map((one) => one.id),
  );
  return saved;
}

/**
 * What is not stored yet. A digest whose key exists is left alone with all its reminders: they have no row, so the next
 * plan finds them again. A reminder stands in one digest only; a digest left empty is dropped. What stands in a cancelled
 * digest was never said: its rows make way.
 */
async function leaveOutKnown(
  tx: Prisma.TransactionClient,
  digests: readonly PlannedDigest[],
): Promise<PlannedDigest[]> {
  const digestKeys = digests.map((digest) => digest.key);
  const reminderKeys = digests.flatMap((digest) => digest.reminders.map((reminder) => reminder.key));
  const digestRows = await tx.digest.findMany({ where: { key: { in: digestKeys } }, select: { key: true } });
  await tx.reminder.deleteMany({ where: { key: { in: reminderKeys }, digest: { state: "cancelled" } } });
  const reminderRows = await tx.reminder.findMany({ where: { key: { in: reminderKeys } }, select: { key: true } });
  const knownDigests = new Set(digestRows.map((row) => row.key));
  const knownReminders = new Set(reminderRows.map((row) => row.key));

  const fresh: PlannedDigest[] = [];
  for (const digest of digests) {
    if (knownDigests.has(digest.key)) continue;
    const reminders = digest.reminders.filter(({ key }) => {
      if (knownReminders.has(key)) return false;
      knownReminders.add(key);
      return true;
    });
    if (reminders.length === 0) continue;
    knownDigests.add(digest.key);
    fresh.push({ ...digest, reminders });
  }
  return fresh;
}

/** In the order of `digests`. */
async function insertDigests(
  tx: Prisma.TransactionClient,
  digests: readonly PlannedDigest[],
  tickId: string | null,
): Promise<{ id: number; key: string }[]> {
  const afterRestore = await readLastRestore(tx);
  const rows = await tx.digest.createManyAndReturn({
    data: digests.map(({ key, slackUser, kind, date }) => ({
      key,
      slackUser,
      kind,
      date,
      tickId,
      ...afterRestore(date),
    })),
    select: { id: true, key: true },
  });
  const idByKey = new Map(rows.map((row) => [row.key, row.id]));
  const stored = digests.flatMap((digest) => {
    const id = idByKey.get(digest.key);
    return id === undefined ? [] : [{ id, digest }];
  });
  await tx.reminder.createMany({
    data: stored.flatMap(({ id, digest }) =>
      digest.reminders.map(({ taskId: _, reason, ...reminder }) => ({
        ...reminder,
        digestId: id,
        reason: toJson(reason),
      })),
    ),
  });
  return stored.map(({ id, digest }) => ({ id, key: digest.key }));
}
