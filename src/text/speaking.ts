// Whom the words are for: what is said within `speaking` is said in that language. Renderers are synchronous and never ask.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "../domain/language.ts";

const listener = new AsyncLocalStorage<Language>();

/** What is spoken to everybody who has chosen nothing, in channels and in the terminal. */
let officeLanguage: Language = "zh";

/** Once, at start, before anything is said. */
export function speakAsOffice(language: Language): void {
  officeLanguage = language;
}

/** Runs `work`, and all that it awaits, speaking `language`; null = the office's. What is said to somebody else begins anew. */
export function speaking<T>(language: Language | null, work: () => T): T {
  return listener.run(language ?? officeLanguage, work);
}

export function spokenLanguage(): Language {
  return listener.getStore() ?? officeLanguage;
}
