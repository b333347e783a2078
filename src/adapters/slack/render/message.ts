// What every renderer returns: blocks for the screen, text for notifications and screen readers.
import type { KnownBlock } from "@slack/types";
import { visible } from "../input/text-in.ts";

export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/** Characters that mark up text in mrkdwn, and the full-width ones that stand for them. */
const MARKS: Readonly<Record<string, string>> = { "*": "＊", _: "＿", "~": "～", "`": "｀" };

/**
 * Text of people and documents as text in mrkdwn: no mention, no link, no formatting and no `:emoji:` comes of it; 18:00-8:30 is none.
 * Applied once, where a line is put together (docs.slack.dev, "Escaping text").
 */
export function escapeMrkdwn(text: string): string {
  return visible(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[*_~`]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/(?!(?<=\d):\d\d-\d{1,2}:\d\d):(?=[a-z0-9_+'-]+:)/gi, "：");
}
