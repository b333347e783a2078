// Chinese script: Traditional and variant characters to Simplified, so that 財政局, 财政局 and 财政局 are one name.
import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });

/** 鍊 is 链 after these nouns (产业链, 教育链); elsewhere it is 炼, as the converter has it. Both scripts, because this step comes first. */
const CHAIN = /(?<=[産產产][業业品]|教[育學学]|人才|[創创]新|供[應应]|[價价]值|服[務务]|[資资]金|生[態态])鍊/g;

/** Variants the converter leaves alone. */
const VARIANTS: Readonly<Record<string, string>> = { 衞: "卫", 汚: "污", 戸: "户", 靑: "青" };
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join("")}]`, "g");

/** Simplified Chinese, mainland characters; words are not replaced. Text that is Simplified already stays as it is. */
export function toSimplified(text: string): string {
  return convert(text.replace(CHAIN, "鏈")).replace(VARIANT, (c: string) => VARIANTS[c] ?? c);
}

/** For keys and matching: Simplified, compatibility forms folded (full-width letters, digits and punctuation become half-width). */
export function normalise(text: string): string {
  return toSimplified(text.normalize("NFKC"));
}

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u3000]/g;

/**
 * Simplified with half-width punctuation, and exactly as long as `text`: an index in one is an index in the other. Grammar is
 * matched on the mirror, words are cut from the original.
 */
export function mirror(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      sameLength(line, toSimplified(line))
        .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        .replace(SPACES, " "),
    )
    .join("\n");
}

function sameLength(line: string, simplified: string): string {
  if (simplified.length === line.length) return simplified;
  return [...line].map((c) => (toSimplified(c).length === c.length ? toSimplified(c) : c)).join("");
}
