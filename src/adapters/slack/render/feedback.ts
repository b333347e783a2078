// The receipt of 有帮助 and 不是我问的.
import { say } from "../../../text/say.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

export function renderFeedbackNoted(helpful: boolean): SlackMessage {
  return sentence(helpful ? say("answers.noted-helpful") : say("answers.noted-not-asked"));
}
