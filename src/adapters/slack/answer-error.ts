// The one place where an error of a listener becomes an answer to the person who caused it.
import { randomUUID } from "node:crypto";
import { MultipleListenerError, type ReceiverEvent, UnknownError } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { Refusal } from "../../errors.ts";
import { FIELD } from "./ids.ts";
import { errorsInScript, wordsInScript } from "./language/script.ts";
import type { Log } from "./log.ts";
import type { SlackMessage } from "./render/message.ts";
import { renderFailure, renderRefusal } from "./render/refusal.ts";
import { isDm, post, respondTo } from "./reply.ts";

/** Answers with the refusal, or logs the error under a trace id and says that id. Never throws. */
export async function answerError(thrown: unknown, body: ReceiverEvent["body"], client: WebClient, log: Log) {
  const error = unwrap(thrown);
  const traceId = randomUUID().slice(0, 8);
  if (!(error instanceof Refusal)) log.error({ traceId, err: error }, "A listener failed");
  const message = error instanceof Refusal ? renderRefusal(error) : renderFailure(traceId);
  try {
    await answer(body, message, client);
  } catch (second) {
    log.error({ traceId, err: second }, "The person could not be told of the error");
  }
}

/** Says "not saved" where an inbox failed: through the acknowledgement where that can carry words. */
export async function sayNotSaved(event: ReceiverEvent, client: WebClient, log: Log): Promise<void> {
  const refusal = new Refusal("not-saved");
  const message = renderRefusal(refusal);
  if (event.body.command !== undefined) return event.ack({ response_type: "ephemeral", ...wordsInScript(message) });
  if (event.body.type === "view_submission") {
    // At the last field of whichever form it is.
    const field = Object.keys(event.body.view?.state?.values ?? {}).at(-1) ?? FIELD.details;
    return event.ack({ response_action: "errors", errors: errorsInScript({ [field]: message.text }) });
  }
  // Told first: a death in between leaves it unacknowledged, and Slack delivers it again.
  if (isForUs(event.body)) await answerError(refusal, event.body, client, log);
  await event.ack();
}

/** Messages between people in channels are none of the bot's business, and neither is their loss. */
function isForUs(body: ReceiverEvent["body"]): boolean {
  if (body.type === "block_actions") return true;
  const event: { type?: string; channel_type?: string } = body.event ?? {};
  return event.type === "app_mention" || (event.type === "message" && event.channel_type === "im");
}

async function answer(body: ReceiverEvent["body"], message: SlackMessage, client: WebClient): Promise<void> {
  if (typeof body.response_url === "string" && body.response_url !== "") {
    return respondTo(body.response_url, message, "ephemeral");
  }
  const channel: string | undefined = body.event?.channel ?? body.channel?.id;
  const user: string | undefined = body.event?.user ?? body.user?.id ?? body.user_id;
  const threadTs: string | undefined = body.event?.thread_ts;
  if (channel !== undefined && user !== undefined && !isDm(channel)) {
    await client.chat.postEphemeral({
      channel,
      user,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...message,
    });
    return;
  }
  const to = channel ?? user;
  if (to !== undefined) await post(client, { channel: to, threadTs }, message);
}

/** Bolt wraps what has no code of its own, and what several listeners throw. */
function unwrap(thrown: unknown): unknown {
  if (thrown instanceof UnknownError) return thrown.original;
  if (thrown instanceof MultipleListenerError) return unwrap(thrown.originals[0]);
  return thrown;
}
