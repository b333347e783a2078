// Digests with what they ask, read for delivery: many in one statement.
import type { StoredDigest, StoredReminder } from "../../../app/reminders/reminder-store.ts";
import type { DigestModel, ReminderModel } from "../../../generated/prisma/models.ts";
import type { Query } from "../client.ts";
import { fromJson } from "../json.ts";

export interface FoundDigest {
  readonly digest: StoredDigest;
  readonly reminders: readonly StoredReminder[];
}

const FIND = `
  SELECT row_to_json(d) AS "digest", (
    SELECT coalesce(json_agg(a), '[]') FROM (
      SELECT r."key", r."occurrenceId", o."taskId", r."unitId", r."role", r."step", r."level", r."dueDate", r."reason"
      FROM "Reminder" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
      WHERE r."digestId" = d."id" ORDER BY r."id") a) AS "reminders"
  FROM "Digest" d WHERE d."id" = ANY($1::int[])`;

const FIND_ID = `SELECT "id" FROM "Digest" WHERE "slackChannel" = $1 AND "slackTs" = $2`;

type ReminderRow = ReminderModel & { readonly taskId: number };

/** A row as JSON has its instants as text. */
type InJson<Model> = { readonly [Name in keyof Model]: Date extends Model[Name] ? string | null : Model[Name] };

/** In the order of `ids`; null where there is none. */
export async function findDigests(query: Query, ids: readonly number[]): Promise<(FoundDigest | null)[]> {
  const rows = await query<{ digest: InJson<DigestModel>; reminders: readonly ReminderRow[] }>(FIND, ids);
  const found = new Map(
    rows.map(({ digest, reminders }) => [
      digest.id,
      { digest: toDigest(withInstants(digest)), reminders: reminders.map(toReminder) },
    ]),
  );
  return ids.map((id) => found.get(id) ?? null);
}

export async function findIdByMessage(query: Query, channel: string, ts: string): Promise<number | null> {
  const [row] = await query<{ id: number }>(FIND_ID, channel, ts);
  return row?.id ?? null;
}

type Shown = Omit<StoredDigest, "channel" | "ts"> & Pick<DigestModel, "slackChannel" | "slackTs">;

export function toDigest(row: Shown): StoredDigest {
  const {
    id,
    key,
    slackUser,
    kind,
    date,
    state,
    claimId,
    claimedAt,
    postingAt,
    notBefore,
    attempts,
    interrupted,
    tickId,
  } = row;
  return {
    id,
    key,
    slackUser,
    kind,
    date,
    state,
    claimId,
    claimedAt,
    postingAt,
    notBefore,
    attempts,
    interrupted,
    tickId,
    channel: row.slackChannel,
    ts: row.slackTs,
  };
}

function withInstants(row: InJson<DigestModel>): Shown {
  const { claimedAt, postingAt, notBefore } = row;
  return { ...row, claimedAt: inUtc(claimedAt), postingAt: inUtc(postingAt), notBefore: inUtc(notBefore) };
}

/** The columns have UTC without a zone. */
function inUtc(text: string | null): Date | null {
  return text === null ? null : new Date(`${text}Z`);
}

function toReminder(row: ReminderRow): StoredReminder {
  const { key, occurrenceId, taskId, unitId, role, step, level, dueDate } = row;
  const reason = fromJson<StoredReminder["reason"]>(row.reason);
  return { key, occurrenceId, taskId, unitId, role, step, dueDate, reason, ...(level > 0 ? { level } : {}) };
}
