// Chinese as it is sent to who reads Traditional characters: characters are converted, words are kept (no `twp`).
import { Converter } from "opencc-js/cn2t";
import { spokenLanguage } from "./speaking.ts";

const convert = Converter({ from: "cn", to: "t" });

/** Where one character stands for several, the dictionaries' first choice is not always the word that is meant. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/回複/g, "回覆"],
  [/答複/g, "答覆"],
  [/會籤/g, "會簽"],
  [/複覈/g, "複核"],
];

/** Text of mrkdwn between the addresses, mentions and commands of Slack, which stay as they are. */
const ADDRESS_OR_TEXT = /<[^|>]*|[^<]+/g;

function converted(text: string): string {
  return MEANT.reduce((words, [pattern, meant]) => words.replace(pattern, meant), convert(text));
}

/** Where the listener reads Traditional characters, `text` in them; else as it is. */
export function inSpokenScript(text: string): string {
  if (spokenLanguage() !== "zh-Hant") return text;
  return text.replace(ADDRESS_OR_TEXT, (part) => (part.startsWith("<") ? part : converted(part)));
}
