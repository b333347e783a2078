// What a restored database needs before it is worked on: ids that meet no old ones, digests that are not sent twice, a trail.
import { hashAudit } from "../audit.ts";
import { lookFirst, RESTORED } from "../reminders/after-restore.ts";
import type { Session } from "../session.ts";
import { quoted, readTables } from "./tables.ts";

/** Ids given after the backup stand in old messages and buttons: new rows stay clear of them. */
const ID_GAP = 10_000;

/** The next ids, clear of all that were given. */
export async function moveSequences(session: Session): Promise<void> {
  for (const { name, primaryKey } of await readTables(session)) {
    const [id] = primaryKey;
    if (id === undefined) continue;
    const [found] = await session.rows<{ sequence: string | null }>(
      "SELECT pg_get_serial_sequence($1, $2) AS sequence",
      quoted(name),
      id,
    );
    if (found?.sequence == null) continue;
    const last = `(SELECT COALESCE(max(${quoted(id)}), 0) FROM ${quoted(name)})`;
    await session.rows(`SELECT setval($1::regclass, ${last} + ${ID_GAP})::text AS moved`, found.sequence);
  }
}

/** What waited when the backup was taken may have been sent since. */
export async function claimWaitingDigests(session: Session, takenAt: Date): Promise<void> {
  const { state, claimId, claimedAt, postingAt } = lookFirst(takenAt);
  await session.rows(
    `UPDATE "Digest" SET "state" = $1::"DigestState", "claimId" = $2, "claimedAt" = $3::timestamp, "postingAt" = $4::timestamp
     WHERE "state" = 'pending'`,
    state,
    claimId,
    withoutZone(claimedAt),
    withoutZone(postingAt),
  );
}

/** Goes on with the audit chain of the backup. */
export async function recordRestore(session: Session, after: Record<string, unknown>, at: Date): Promise<void> {
  const [last] = await session.rows<{ hash: string }>(`SELECT "hash" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1`);
  const previousHash = last?.hash ?? "0".repeat(64);
  const row = { at, actor: "cli", action: RESTORED, subject: "register", before: null, after };
  await session.rows(
    `INSERT INTO "AuditEvent" ("at", "actor", "action", "subject", "after", "previousHash", "hash")
     VALUES ($1::timestamp, $2, $3, $4, $5::jsonb, $6, $7)`,
    withoutZone(at),
    row.actor,
    row.action,
    row.subject,
    JSON.stringify(after),
    previousHash,
    hashAudit(previousHash, row),
  );
}

/** Prisma's columns hold UTC without saying so. */
function withoutZone(date: Date): string {
  return date.toISOString().slice(0, -1);
}
