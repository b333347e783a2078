// Words of the choice of language, in English.
import type { language as zh } from "../zh/language.ts";
import type { SameShape } from "./shape.ts";

export const language = {
  "name-zh": "简体中文",
  "name-en": "English",
  "name-zh-Hant": "繁體中文",
  present: "Your language is {{name}}",
  "present-office": "You have not chosen a language; the office's setting is used: {{name}}",
  choose:
    "Click to change it for what you read. Documents, unit names, and the agenda and ledger files stay as they are",
  chosen: "Changed to {{name}}. All messages to you are in this language from now on",
} as const satisfies SameShape<typeof zh>;
