// Slack's payloads → the plain occasions that listeners take.
import type { BlockAction, BlockElementAction, SlashCommand, ViewSubmitAction } from "@slack/bolt";
import type { SlackFile } from "./files.ts";
import type { ChangedMessage } from "./input/changed-message.ts";
import { plainText, withoutMention } from "./input/text-in.ts";
import type { Incoming } from "./listeners/messages.ts";
import type { Click, Occasion, Office } from "./listeners/office.ts";
import type { Submission } from "./listeners/update-modal.ts";
import type { SlackMessage } from "./render/message.ts";
import { isDm, post, respondTo } from "./reply.ts";

/** The fields of message and app_mention events that are read. */
export interface SlackTextEvent {
  readonly channel: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly files?: readonly SlackFile[];
}

/** A slash command: answered for the asker alone; as a direct message where its reply address is gone. */
export function commandOccasion(command: SlashCommand, office: Office): Occasion & { text: string } {
  const responseUrl = command.response_url || null;
  return {
    user: command.user_id,
    channel: command.channel_id,
    triggerId: command.trigger_id,
    responseUrl,
    sourceKey: `command:${command.trigger_id}`,
    message: null,
    text: plainText(command.text),
    reply: async (message) => {
      if (responseUrl !== null) await respondTo(responseUrl, message, "ephemeral");
      else await post(office.client, { channel: await office.openDm(command.user_id) }, message);
    },
  };
}

/** A message: answered in its conversation, and in its thread if it has one (`threadTs` begins one). */
export function messageOccasion(
  event: SlackTextEvent,
  botUserId: string,
  office: Office,
  threadTs?: string,
): { occasion: Occasion; incoming: Incoming } {
  const answerIn = event.thread_ts ?? threadTs;
  return {
    occasion: {
      user: event.user ?? "",
      channel: event.channel,
      triggerId: null,
      responseUrl: null,
      sourceKey: `message:${event.channel}:${event.ts}`,
      message: { channel: event.channel, ts: event.ts },
      reply: async (message) => {
        await post(office.client, { channel: event.channel, threadTs: answerIn }, message);
      },
    },
    incoming: {
      text: plainText(withoutMention(event.text ?? "", botUserId)),
      files: event.files ?? [],
      threadTs: event.thread_ts ?? null,
    },
  };
}

/** A message that was edited or deleted; `sourceKey` is the one it had when it came. */
export function changeOccasion(
  { channel, user, ts, threadTs, text, changeTs }: ChangedMessage,
  botUserId: string,
  office: Office,
): { occasion: Occasion; sourceKey: string; incoming: Incoming | null } {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const { occasion, incoming } = messageOccasion({ channel, user, ts, text: text ?? "", ...thread }, botUserId, office);
  const { sourceKey } = occasion;
  return {
    occasion: { ...occasion, sourceKey: `${sourceKey}:${changeTs}` },
    sourceKey,
    incoming: text === null ? null : incoming,
  };
}

/** A click on a message or on the home page. */
export function clickOf(body: BlockAction, action: BlockElementAction, office: Office): Click {
  const user = body.user.id;
  const channel = body.channel?.id ?? body.container?.channel_id ?? null;
  const responseUrl = body.response_url || null;
  const threadTs: string | undefined = body.container?.thread_ts;
  const reply = async (message: SlackMessage): Promise<void> => {
    // What is asked for in a direct message stays there to be read again.
    if (responseUrl === null || (channel !== null && isDm(channel))) {
      await post(office.client, { channel: channel ?? (await office.openDm(user)), threadTs }, message);
    } else await respondTo(responseUrl, message, "ephemeral");
  };
  return {
    user,
    channel,
    triggerId: body.trigger_id || null,
    sourceKey: `click:${body.trigger_id}`,
    message: null,
    value: packedValueOf(action),
    responseUrl,
    reply,
    replace: (message) => (responseUrl === null ? reply(message) : respondTo(responseUrl, message, "replace")),
  };
}

function packedValueOf(action: BlockElementAction): string | undefined {
  if ("value" in action && typeof action.value === "string") return action.value;
  if (action.type === "static_select" || action.type === "overflow") return action.selected_option?.value;
  return undefined;
}

export function submissionOf(body: ViewSubmitAction): Submission {
  return {
    user: body.user.id,
    viewId: body.view.id,
    privateMetadata: body.view.private_metadata,
    values: body.view.state.values,
  };
}
