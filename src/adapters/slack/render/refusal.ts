// A no, and a failure: why, and what would work.
import { Refusal } from "../../../errors.ts";
import { say, sayRefusal } from "../../../text/say.ts";
import { cut, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";

export function renderRefusal(refusal: Refusal): SlackMessage {
  return sentence(sayRefusal(withShortDetails(refusal)));
}

/** Something broke that nobody foresaw. The trace id leads the office to the log. */
export function renderFailure(traceId: string): SlackMessage {
  return sentence(say("common.failure", { trace: traceId }));
}

/** A sentence alone. */
export function sentence(plain: string): SlackMessage {
  return message(plain, [section(line(plain))]);
}

/** Details are cut, so that what would work is never pushed out of the sentence. */
function withShortDetails({ code, details }: Refusal): Refusal {
  const short = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === "string" ? cut(value, name === "usage" ? "quote" : "title") : value,
  ]);
  return new Refusal(code, Object.fromEntries(short));
}
