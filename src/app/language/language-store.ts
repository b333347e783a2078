// Which language each person has chosen. Asked before every answer and every reminder: finding it must be quick.
import type { Language } from "../../domain/language.ts";
import type { Actor } from "../ports.ts";

export interface LanguageStore {
  /** Null where the person has chosen none. What another process stored shows a little late. */
  find(slackUser: string): Promise<Language | null>;
  /** The person's own choice, with its audit event; `find` shows it at once. */
  save(input: { slackUser: Actor; language: Language }): Promise<void>;
}
