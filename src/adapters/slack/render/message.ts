// What every renderer returns: blocks for the screen, text for notifications and screen readers.
import type { KnownBlock } from "@slack/types";

export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}
