// Posts digests and finds them again. Its own client, without retries: a post that may have landed is never repeated here.
import type { WebClient } from "@slack/web-api";
import type { LanguageUseCases } from "../../app/language/choose-language.ts";
import type { Messenger, PostOutcome } from "../../app/reminders/messenger.ts";
import { speaking } from "../../text/speaking.ts";
import { DIGEST_EVENT_TYPE } from "./ids.ts";
import { type Pace, pacer } from "./pacer.ts";
import { renderDigest } from "./render/reminders.ts";
import { createWebClient, failureOf, RATE_LIMITED } from "./web-client.ts";

/** Slack takes one message a second in a channel. Milliseconds. */
const PACE = 1000;

/** A claim that is older at the post may have been given to somebody else: far less than the settle time. Milliseconds. */
const LONGEST_PAUSE = 10_000;

/** Nothing was posted; whoever holds the claim now goes on with it. */
const CLAIM_LOST: PostOutcome = { kind: "refused", retryAfterMs: 0, error: "claim-lost" };

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
  /** Left out: the real one. */
  readonly time?: Pace;
  /** The language each person has chosen; left out, the office's is spoken to all. */
  readonly languageOf?: LanguageUseCases["languageOf"];
}

/** The port `Messenger` on Slack's Web API. */
export function createMessenger(options: MessengerOptions): Messenger {
  const client = createWebClient(options.botToken, options.apiUrl, options.timeout);
  const openDm = dmOpener(client);
  const languageOf = options.languageOf ?? (async () => null);
  const turns = pacer(options.pace ?? PACE, options.time);
  // Goes on while the machine sleeps, unlike the pacer's steady clock.
  const wallClock = () => options.time?.now() ?? Date.now();

  return {
    async takeTurn(slackUser, options = {}) {
      let channel: string;
      try {
        channel = await openDm(slackUser);
      } catch (thrown) {
        return withoutDoubt(failureOf(thrown));
      }
      return { kind: "turn", end: await turns.take(channel, options) };
    },

    async postDigest(slackUser, view, key, begin) {
      let channel: string;
      try {
        channel = await openDm(slackUser);
      } catch (thrown) {
        return withoutDoubt(failureOf(thrown));
      }
      const language = await languageOf(slackUser);
      const message = speaking(language, () => renderDigest(view));
      const asked = wallClock();
      if (begin && !(await begin())) return CLAIM_LOST;
      // A process that was stopped in between wakes up here with a claim that may be somebody else's by now.
      if (wallClock() - asked > LONGEST_PAUSE) return CLAIM_LOST;
      try {
        const posted = await speaking(language, () =>
          client.chat.postMessage({
            channel,
            ...message,
            unfurl_links: false,
            unfurl_media: false,
            metadata: { event_type: DIGEST_EVENT_TYPE, event_payload: { key } },
          }),
        );
        if (typeof posted.ts !== "string") return { kind: "unknown", error: "no-ts" };
        return { kind: "posted", channel: posted.channel ?? channel, ts: posted.ts };
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.kind !== "not-done") return failure;
        if (failure.error === RATE_LIMITED) turns.hold(channel, failure.retryAfterMs);
        return { ...failure, kind: "refused" };
      }
    },

    async updateDigest(message, view) {
      const end = await turns.take(message.channel);
      try {
        await speaking(await languageOf(message.slackUser), () =>
          client.chat.update({ channel: message.channel, ts: message.ts, ...renderDigest(view) }),
        );
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.error === RATE_LIMITED && failure.kind === "not-done") {
          turns.hold(message.channel, failure.retryAfterMs);
        }
        throw thrown;
      } finally {
        end();
      }
    },

    async findByKey(slackUser, key, since) {
      let channel: string;
      try {
        channel = await openDm(slackUser);
      } catch (thrown) {
        // Who has left cannot be doubled: the next attempt to post hands the digest on.
        if (failureOf(thrown).kind === "permanent") return null;
        throw thrown;
      }
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
