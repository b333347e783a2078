// The language a person reads the bot in: shown, and changed by the person alone.
import { LANGUAGES, type Language } from "../../domain/language.ts";
import { Refusal } from "../../errors.ts";
import { normalise } from "../../reading/script.ts";
import type { Ports } from "../ports.ts";

export interface LanguageUseCases {
  /** What the person has chosen; null = nothing, so that the office's language is spoken. */
  languageOf(slackUser: string): Promise<Language | null>;
  /** `language` as typed or clicked. Throws `unknown-language`. */
  chooseLanguage(input: { language: string; by: string }): Promise<Language>;
}

/** How people call the languages, in Simplified Chinese and lower case. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  zh: ["zh", "zh-hans", "zh-cn", "中文", "简体", "简体中文", "chinese", "simplified"],
  en: ["en", "en-us", "en-gb", "英文", "英语", "english"],
  "zh-Hant": ["zh-hant", "zh-tw", "zh-hk", "繁体", "繁体中文", "正体", "traditional"],
};

export async function chooseLanguage(
  { languageStore }: Pick<Ports, "languageStore">,
  input: Parameters<LanguageUseCases["chooseLanguage"]>[0],
): Promise<Language> {
  const wanted = normalise(input.language).trim().toLowerCase();
  const language = LANGUAGES.find((one) => NAMES[one].includes(wanted));
  if (language === undefined) throw new Refusal("unknown-language", { text: input.language });
  await languageStore.save({ slackUser: input.by, language });
  return language;
}
