// Short sentences about where a review is to be found.
import { say } from "../../../../text/say.ts";
import { cut } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

/** In the place of a review that goes on in a newer message. */
export function renderReviewMoved(title: string): SlackMessage {
  return sentence(say("register.review-moved", { title: cut(title, "title") }));
}

/** For somebody who asked for it outside the direct messages. */
export function renderReviewInDm(title: string): SlackMessage {
  return sentence(say("register.review-in-dm", { title: cut(title, "title") }));
}
