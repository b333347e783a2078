// The trail of a message in the log: every step of the send protocol with the id of the tick that planned it.
import type { ReminderStore, StoredDigest } from "../app/reminders/reminder-store.ts";
import type { Logger } from "../log.ts";

/** Digests on their way at a time; a tick plans one per contact. */
const REMEMBERED = 20_000;

/** The same store, which writes a line for every step that took effect. */
export function withTrail(store: ReminderStore, log: Pick<Logger, "info" | "warn">): ReminderStore {
  const tickOf = new Map<number, string | null>();
  const remember = (digestId: number, tickId: string | null): void => {
    if (tickOf.size >= REMEMBERED) tickOf.clear();
    tickOf.set(digestId, tickId);
  };
  const seen = <T extends readonly StoredDigest[]>(digests: T): T => {
    for (const { id, tickId } of digests) remember(id, tickId);
    return digests;
  };
  const ids = (digestId: number, claimId: string) => ({ tickId: tickOf.get(digestId) ?? null, digestId, claimId });

  return {
    ...store,
    async savePlan(digests, tickId = null) {
      const digestIds = await store.savePlan(digests, tickId);
      for (const id of digestIds) remember(id, tickId);
      if (digestIds.length > 0) log.info({ tickId, digestIds }, "Digests planned");
      return digestIds;
    },
    async find(digestId) {
      const found = await store.find(digestId);
      if (found !== null) remember(digestId, found.digest.tickId);
      return found;
    },
    async claim(digestId, claimId, now) {
      const got = await store.claim(digestId, claimId, now);
      if (got) log.info(ids(digestId, claimId), "Digest claimed");
      return got;
    },
    async beginPost(digestId, claimId, now) {
      const holds = await store.beginPost(digestId, claimId, now);
      if (holds) log.info(ids(digestId, claimId), "Digest post begun");
      return holds;
    },
    async markSent(digestId, claimId, message, now) {
      const held = await store.markSent(digestId, claimId, message, now);
      if (held) log.info({ ...ids(digestId, claimId), ...message }, "Digest sent");
      return held;
    },
    async release(digestId, claimId, notBefore, error) {
      const held = await store.release(digestId, claimId, notBefore, error);
      if (held) log.warn({ ...ids(digestId, claimId), notBefore, error }, "Digest waits");
      return held;
    },
    async interrupt(digestId, claimId, notBefore, error) {
      const times = await store.interrupt(digestId, claimId, notBefore, error);
      if (times !== null) log.warn({ ...ids(digestId, claimId), notBefore, error, times }, "Digest interrupted");
      return times;
    },
    async noteUnknown(digestId, claimId, error) {
      const held = await store.noteUnknown(digestId, claimId, error);
      if (held) log.warn({ ...ids(digestId, claimId), error }, "Digest uncertain");
      return held;
    },
    async markFailed(digestId, claimId, error) {
      const held = await store.markFailed(digestId, claimId, error);
      if (held) log.warn({ ...ids(digestId, claimId), error }, "Digest failed");
      return held;
    },
    async cancel(digestId, claimId) {
      const held = await store.cancel(digestId, claimId);
      if (held) log.info(ids(digestId, claimId), "Digest cancelled");
      return held;
    },
    staleSending: async (before) => seen(await store.staleSending(before)),
    staleClaims: async (before) => seen(await store.staleClaims(before)),
  };
}
