// Ways an answer reaches a person: through a response_url, in a conversation, or as a direct message.
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { Refusal } from "../../errors.ts";
import { wordsInScript } from "./language/script.ts";
import type { SlackMessage } from "./render/message.ts";
import { platformError } from "./web-client.ts";

/** Milliseconds. */
const RESPOND_TIMEOUT = 10_000;

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/** Posts in a channel, a thread, or (with a user id as `channel`) a direct message. */
export async function post(
  client: WebClient,
  to: { channel: string; threadTs?: string | undefined },
  message: SlackMessage,
): Promise<{ channel: string; ts: string }> {
  const posted = await client.chat.postMessage({
    channel: to.channel,
    ...(to.threadTs === undefined ? {} : { thread_ts: to.threadTs }),
    ...message,
    ...QUIET,
  });
  return { channel: posted.channel ?? to.channel, ts: posted.ts ?? "" };
}

/** Answers through a response_url: five times within half an hour. `replace`: in place of the message acted upon. */
export async function respondTo(url: string, message: SlackMessage, how: "ephemeral" | "replace"): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      ...wordsInScript(message),
      ...QUIET,
      ...(how === "replace" ? { replace_original: true } : { response_type: "ephemeral", replace_original: false }),
    }),
    signal: AbortSignal.timeout(RESPOND_TIMEOUT),
  });
  await response.arrayBuffer(); // read to its end: the connection is kept for the next answer
  if (!response.ok) throw new Error(`Slack: response_url answered ${response.status}`);
}

/** A trigger opens one form, within three seconds of the click. */
const TRIGGER_GONE: ReadonlySet<string> = new Set(["expired_trigger_id", "trigger_expired", "exchanged_trigger_id"]);

/** Opens a form. Throws `form-expired`, with the words that do the same, where the click is too old. */
export async function openForm(client: WebClient, triggerId: string, view: ModalView, usage: string): Promise<void> {
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (TRIGGER_GONE.has(platformError(error) ?? "")) throw new Refusal("form-expired", { usage });
    throw error;
  }
}

/** True for the id of a direct-message channel. */
export function isDm(channel: string): boolean {
  return channel.startsWith("D");
}
