// What goes out to Slack in the script its reader reads: texts are converted; ids, values, addresses and what people typed into a form are not.
import { spokenLanguage } from "../../../text/speaking.ts";
import { inSpokenScript } from "../../../text/traditional.ts";

/** The fields of Slack's payloads that hold words of ours. A text object's `text`, a message's `text`. */
const WORDS: ReadonlySet<string> = new Set(["text", "alt_text", "initial_comment"]);

/** The parts of a call that can hold such fields. */
const PARTS: ReadonlySet<string> = new Set([...WORDS, "blocks", "view"]);

/** A call's options. The same object where nothing needs to be converted. */
export function wordsInScript<T extends object>(options: T): T {
  if (spokenLanguage() !== "zh-Hant") return options;
  const parts = Object.entries(options).map(([name, part]) => [name, PARTS.has(name) ? converted(part, name) : part]);
  return Object.fromEntries(parts) as T;
}

function converted(value: unknown, name: string): unknown {
  if (typeof value === "string") return WORDS.has(name) ? inSpokenScript(value) : value;
  if (Array.isArray(value)) return value.map((one) => converted(one, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, converted(part, key)]));
}

/** The errors at the fields of a form, by field. */
export function errorsInScript(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, inSpokenScript(text)]));
}
