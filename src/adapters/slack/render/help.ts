// What one can ask of the bot: the two or three things most people want first, the office's commands for the office.
import type { KnownBlock } from "@slack/types";
import { Refusal } from "../../../errors.ts";
import type { WordKey } from "../../../text/languages.ts";
import { say } from "../../../text/say.ts";
import { bold, context, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { renderRefusal } from "./refusal.ts";

/** `localWorkspace`: the trial clock is there to be moved. */
export function renderHelp({
  isSecretary,
  localWorkspace,
  isChair = false,
}: {
  isSecretary: boolean;
  localWorkspace: boolean;
  isChair?: boolean;
}): SlackMessage {
  const title = say("answers.help-ask");
  const blocks: KnownBlock[] = [
    section(bold(title)),
    section([
      command("mine", say("answers.help-mine")),
      command("accept", say("responses.help-accept")),
      command("update", say("answers.help-update")),
      command("show", say("answers.help-show")),
      command("support", say("answers.help-support")),
      command("ask", say("answers.help-question")),
      command("extend", say("answers.help-extend")),
      command("away", say("escalation.help-away")),
      command("language", say("answers.help-language")),
    ]),
  ];
  if (isChair && !isSecretary) {
    blocks.push(
      section([command("agenda", say("answers.help-approve")), command("export", say("answers.help-export"))]),
    );
  }
  if (isSecretary) blocks.push(...officeCommands());
  if (localWorkspace) blocks.push(context(command("clock", say("answers.help-clock"))));
  return message(title, blocks);
}

export function renderUnknownCommand(word: string): SlackMessage {
  return renderRefusal(new Refusal("unknown-command", { word }));
}

function officeCommands(): KnownBlock[] {
  return [
    section([
      bold(say("answers.help-office")),
      line(say("answers.help-import")),
      command("contact", say("answers.help-contact")),
      command("remove-contact", say("escalation.help-remove")),
      command("meeting", say("answers.help-set-meeting")),
      command("reassign", say("responses.help-reassign")),
      command("agenda", say("answers.help-agenda")),
      command("export", say("answers.help-export")),
      command("requests", say("requests.help-requests")),
      command("reopen", say("requests.help-reopen")),
      command("light", say("status.help-light")),
      command("closing", say("requests.help-closing")),
      command("remind", say("answers.help-remind")),
      command("reminder-status", say("overview.help-status")),
      command("reminder-calendar", say("overview.help-calendar")),
      command("policy", say("answers.help-policy")),
      command("stop", say("escalation.help-stop")),
    ]),
    section([
      command("units", say("answers.help-units")),
      command("group", say("answers.help-group")),
      command("unit", say("answers.help-unit")),
      command("alias", say("answers.help-alias")),
      command("merge", say("answers.help-merge")),
    ]),
  ];
}

type Typed = Extract<WordKey, `usage.how-${string}`> extends `usage.how-${infer Name}` ? Name : never;

/** What is typed, set off, and what it does. */
function command(typed: Typed, what: string): string {
  return `\`${say(`usage.how-${typed}`)}\`${say("common.after-command")}${line(what)}`;
}
