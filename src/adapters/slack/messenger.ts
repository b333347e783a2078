// Posts digests and finds them again. Its own client, without retries: a post that may have landed is never repeated here.
import type { WebClient } from "@slack/web-api";
import type { Messenger, PostOutcome } from "../../app/ports.ts";
import { DIGEST_EVENT_TYPE } from "./ids.ts";
import { pacer } from "./pacer.ts";
import { renderDigest } from "./render/reminders.ts";
import { createWebClient, failureOf } from "./web-client.ts";

/** Slack takes one message a second in a channel. Milliseconds. */
const PACE = 1000;

const PAGE_SIZE = 200;
/** A direct message does not fill this since the last claim; more means that something else is wrong. */
const MAX_PAGES = 10;

export interface MessengerOptions {
  readonly botToken: string;
  readonly apiUrl?: string | undefined;
  /** Milliseconds between two messages of one channel. */
  readonly pace?: number;
  /** Milliseconds a call may take. */
  readonly timeout?: number;
}

/** The port `Messenger` on Slack's Web API. */
export function createMessenger(options: MessengerOptions): Messenger {
  const client = createWebClient(options.botToken, options.apiUrl, options.timeout);
  const openDm = dmOpener(client);
  const waitTurn = pacer(options.pace ?? PACE);

  return {
    async postDigest(slackUser, view, key) {
      let channel: string;
      try {
        channel = await openDm(slackUser);
      } catch (thrown) {
        return withoutDoubt(failureOf(thrown));
      }
      await waitTurn(channel);
      try {
        const posted = await client.chat.postMessage({
          channel,
          ...renderDigest(view),
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: DIGEST_EVENT_TYPE, event_payload: { key } },
        });
        if (typeof posted.ts !== "string") return { kind: "unknown", error: "no-ts" };
        return { kind: "posted", channel: posted.channel ?? channel, ts: posted.ts };
      } catch (thrown) {
        const failure = failureOf(thrown);
        return failure.kind === "not-done" ? { ...failure, kind: "refused" } : failure;
      }
    },

    async updateDigest(message, view) {
      await waitTurn(message.channel);
      await client.chat.update({ channel: message.channel, ts: message.ts, ...renderDigest(view) });
    },

    async findByKey(slackUser, key, since) {
      const channel = await openDm(slackUser);
      let cursor: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const history = await client.conversations.history({
          channel,
          oldest: (since.getTime() / 1000).toFixed(6),
          inclusive: true,
          include_all_metadata: true,
          limit: PAGE_SIZE,
          ...(cursor === undefined ? {} : { cursor }),
        });
        const found = (history.messages ?? []).find((message) => keyOf(message.metadata) === key);
        if (found?.ts !== undefined) return { channel, ts: found.ts };
        cursor = history.response_metadata?.next_cursor || undefined;
        if (cursor === undefined) return null;
      }
      // Saying "not there" without having looked everywhere would double the message.
      throw new Error(`Slack: more than ${MAX_PAGES * PAGE_SIZE} messages since ${since.toISOString()}`);
    },
  };
}

/** The direct-message channel with a user; Slack is asked once per user. */
export function dmOpener(client: WebClient): (slackUser: string) => Promise<string> {
  const channels = new Map<string, string>();
  return async (slackUser) => {
    const known = channels.get(slackUser);
    if (known !== undefined) return known;
    const opened = await client.conversations.open({ users: slackUser });
    const id = opened.channel?.id;
    if (id === undefined) throw new Error("Slack: conversations.open gave no channel");
    channels.set(slackUser, id);
    return id;
  };
}

/** Before anything was posted, an uncertain failure is a definite no. */
function withoutDoubt(failure: ReturnType<typeof failureOf>): PostOutcome {
  if (failure.kind === "permanent") return failure;
  return {
    kind: "refused",
    retryAfterMs: failure.kind === "not-done" ? failure.retryAfterMs : 30_000,
    error: failure.error,
  };
}

function keyOf(metadata: { event_type?: string; event_payload?: unknown } | undefined): string | null {
  const payload = metadata?.event_type === DIGEST_EVENT_TYPE ? metadata.event_payload : null;
  const isRecord = typeof payload === "object" && payload !== null && "key" in payload;
  return isRecord && typeof payload.key === "string" ? payload.key : null;
}
