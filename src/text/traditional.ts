// Chinese as it is sent to who reads Traditional characters: characters are converted, words are kept (no `twp`).
import { Converter } from "opencc-js/cn2t";
import { spokenLanguage } from "./speaking.ts";

const convert = Converter({ from: "cn", to: "t" });

/** Text of mrkdwn between the addresses, mentions and commands of Slack, which stay as they are. */
const ADDRESS_OR_TEXT = /<[^|>]*|[^<]+/g;

/** Where the listener reads Traditional characters, `text` in them; else as it is. */
export function inSpokenScript(text: string): string {
  if (spokenLanguage() !== "zh-Hant") return text;
  return text.replace(ADDRESS_OR_TEXT, (part) => (part.startsWith("<") ? part : convert(part)));
}
