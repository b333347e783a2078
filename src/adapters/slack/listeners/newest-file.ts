// The newest file a person sent to the bot, for commands that are about a file.
import type { SlackFile } from "../files.ts";
import type { Occasion, Office } from "./office.ts";

const RECENT_MESSAGES = 50;

/** Null where none is among the newest messages. */
export async function newestFile(occasion: Occasion, office: Office): Promise<SlackFile | null> {
  const channel = await office.openDm(occasion.user);
  const { messages = [] } = await office.client.conversations.history({ channel, limit: RECENT_MESSAGES });
  return messages.find((message) => message.user === occasion.user && message.files?.length)?.files?.at(-1) ?? null;
}
