// The languages the bot speaks. `zh-Hant` is Chinese in Traditional characters: the same words, converted when they are sent.

export const LANGUAGES = ["zh", "en", "zh-Hant"] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
