// The languages the bot speaks, and the one that a person has chosen.
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { say } from "../../../text/say.ts";
import { spokenLanguage } from "../../../text/speaking.ts";
import { ACTION, encodeLanguage } from "../ids.ts";
import { bold, button, buttons, context, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

/** `chosen`: by the person; null = none, so that the office's is spoken. */
export function renderLanguages(chosen: Language | null): SlackMessage {
  const name = say(`language.name-${chosen ?? spokenLanguage()}`);
  const present = say(chosen === null ? "language.present-office" : "language.present", { name });
  const choices = LANGUAGES.map((one) =>
    one === chosen
      ? null
      : button(say(`language.name-${one}`), ACTION[`language-${one}`], encodeLanguage({ language: one })),
  );
  return message(present, [section(bold(present)), ...buttons(choices), context(line(say("language.choose")))]);
}

export function renderLanguageChosen(chosen: Language): SlackMessage {
  return sentence(say("language.chosen", { name: say(`language.name-${chosen}`) }));
}
