// The trial clock of the local workspace.
import type { IsoDate } from "../../../domain/calendar.ts";
import { say, sayDate } from "../../../text/say.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

export function renderClock(date: IsoDate): SlackMessage {
  return sentence(say("answers.clock", { date: sayDate(date, null) }));
}
