// Everything that happens on Slack is answered in the language of the person who made it happen.
import { setTimeout as sleep } from "node:timers/promises";
import type { App, ReceiverEvent } from "@slack/bolt";
import type { LanguageUseCases } from "../../../app/language/choose-language.ts";
import { speaking } from "../../../text/speaking.ts";
import type { Log } from "../log.ts";

/** A language that takes longer to find is not waited for: Slack wants its acknowledgement. Milliseconds. */
const PATIENCE = 500;

/** Runs `work` in the language of who a delivery comes from; in the office's where that cannot be said. */
export type SpeakTo = <T>(body: ReceiverEvent["body"], work: () => Promise<T>) => Promise<T>;

export function speakerTo(languageOf: LanguageUseCases["languageOf"], log: Log): SpeakTo {
  return async (body, work) => {
    const user = personOf(body);
    const language = user === null ? null : await Promise.race([found(user), sleep(PATIENCE, null, { ref: false })]);
    return speaking(language, work);
  };

  async function found(user: string) {
    try {
      return await languageOf(user);
    } catch (error) {
      log.warn({ error: String(error) }, "A language could not be found");
      return null;
    }
  }
}

/** Wraps the whole way of a delivery through Bolt, its listeners, acknowledgements and errors. */
export function speakToEach(app: App, speakTo: SpeakTo): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => speakTo(event.body, () => process(event));
}

/** Who made it happen: of commands, clicks, forms, messages and what became of them. */
function personOf({ user_id, user, event }: ReceiverEvent["body"]): string | null {
  const id: unknown = user_id ?? user?.id ?? event?.user ?? event?.message?.user ?? event?.previous_message?.user;
  return typeof id === "string" ? id : null;
}
