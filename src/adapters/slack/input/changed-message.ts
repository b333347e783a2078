// A direct message that its author edited or deleted, as Slack tells of it.
import { z } from "zod";

export interface ChangedMessage {
  readonly channel: string;
  readonly user: string;
  /** Of the message itself. */
  readonly ts: string;
  readonly threadTs: string | undefined;
  /** Null where it was deleted. */
  readonly text: string | null;
  /** Tells one edit from the next. */
  readonly changeTs: string;
}

const message = z.object({
  user: z.string(),
  ts: z.string(),
  text: z.string().default(""),
  thread_ts: z.string().optional(),
  bot_id: z.never().optional(),
  subtype: z.string().optional(),
});
const event = z.object({
  subtype: z.enum(["message_changed", "message_deleted"]),
  channel: z.string(),
  channel_type: z.literal("im"),
  event_ts: z.string().optional(),
  ts: z.string().optional(),
  message: message.optional(),
  previous_message: message,
});

/** Null for everything else: other events, messages of bots, and what Slack draws anew by itself (a link's preview). */
export function changedMessage(body: unknown): ChangedMessage | null {
  const parsed = event.safeParse(body);
  if (!parsed.success) return null;
  const { subtype, channel, message: now, previous_message: before } = parsed.data;
  // A thread keeps the place of what was deleted.
  const deleted = subtype === "message_deleted" || now?.subtype === "tombstone";
  if (!deleted && (now === undefined || now.text === before.text)) return null;
  return {
    channel,
    user: before.user,
    ts: before.ts,
    threadTs: before.thread_ts,
    text: deleted ? null : (now?.text ?? ""),
    changeTs: parsed.data.event_ts ?? parsed.data.ts ?? before.ts,
  };
}
