// The languages the bot speaks. Another one is another folder of the same shape, and one line here.
import { en as english, enByCode as englishByCode } from "./en/words.ts";
import { answers } from "./zh/answers.ts";
import { cli } from "./zh/cli.ts";
import { common } from "./zh/common.ts";
import { language } from "./zh/language.ts";
import { meetings } from "./zh/meetings.ts";
import { home } from "./zh/pages/home.ts";
import { reasons } from "./zh/reasons.ts";
import { refusals } from "./zh/refusals.ts";
import { register } from "./zh/register.ts";
import { calendar } from "./zh/reminders/calendar.ts";
import { escalation } from "./zh/reminders/escalation.ts";
import { overview } from "./zh/reminders/overview.ts";
import { policy } from "./zh/reminders/policy.ts";
import { responses } from "./zh/reminders/responses.ts";
import { reminders } from "./zh/reminders.ts";
import { support } from "./zh/replies/support.ts";
import { requests } from "./zh/requests.ts";
import { status } from "./zh/status.ts";
import { terminal } from "./zh/terminal.ts";
import { units } from "./zh/units.ts";
import { usage } from "./zh/usage.ts";

/** The words of one language, by wing. */
export const zh = {
  common,
  register,
  units,
  reminders,
  status,
  meetings,
  answers,
  cli,
  calendar,
  home,
  escalation,
  policy,
  overview,
  requests,
  responses,
  support,
  usage,
  terminal,
  language,
};

/** Sentences chosen by a code; each code has one or more, the fullest first. */
export const zhByCode = { reasons, refusals };

type Words = typeof zh;

type SameShape<Group> = { readonly [Wing in keyof Group]: Readonly<Record<keyof Group[Wing], unknown>> };

/** English lacks no word of Chinese: a missing one is a type error here or in its wing. */
export const en: SameShape<Words> = english;
export const enByCode: Record<keyof typeof zhByCode, Readonly<Record<string, readonly string[]>>> = englishByCode;

/** `register.imported`, `common.more` …: every word but those that a code chooses. */
export type WordKey = { [Wing in keyof Words]: `${Wing}.${keyof Words[Wing] & string}` }[keyof Words];

type TextOf<K extends WordKey> = K extends `${infer Wing}.${infer Name}`
  ? Wing extends keyof Words
    ? Name extends keyof Words[Wing]
      ? Words[Wing][Name]
      : never
    : never
  : never;

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a sentence needs: an object with every `{{name}}` in it, or nothing at all. */
export type ParamsOf<K extends WordKey> = [NamesIn<TextOf<K>>] extends [never]
  ? []
  : [params: Readonly<Record<NamesIn<TextOf<K>>, string | number>>];
