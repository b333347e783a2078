// What the listeners work with, and the occasion they answer. Plain bags of arguments, so that tests need no Bolt.
import type { WebClient } from "@slack/web-api";
import type { Clock } from "../../../app/ports.ts";
import type { UseCases } from "../../../app/use-cases.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { speaking } from "../../../text/speaking.ts";
import type { FileFetcher } from "../files.ts";
import type { Log } from "../log.ts";
import type { SlackMessage } from "../render/message.ts";
import { post } from "../reply.ts";

/** Everything a listener may use. */
export interface Office {
  readonly useCases: UseCases;
  readonly clock: Clock;
  readonly secretaries: readonly string[];
  readonly client: WebClient;
  readonly files: FileFetcher;
  /** The direct-message channel with a user. */
  openDm(slackUser: string): Promise<string>;
  /** Moves the bot's date; null outside the local workspace. */
  readonly setDate: ((date: IsoDate) => Promise<void>) | null;
  readonly log: Log;
}

/** Somebody asked for something: by command, message or click. */
export interface Occasion {
  readonly user: string;
  /** The channel it happened in; null on the home page. */
  readonly channel: string | null;
  /** Opens a modal, for three seconds. Messages have none. */
  readonly triggerId: string | null;
  /** Slack's reply address for the asker; messages have none. */
  readonly responseUrl: string | null;
  /** The same for a delivery however often it comes. */
  readonly sourceKey: string;
  /** The message that was written, if there is one. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  /** Answers where it was asked, for the asker. */
  reply(message: SlackMessage): Promise<void>;
}

/** A click. */
export interface Click extends Occasion {
  /** The button's value, or the chosen option's. */
  readonly value: string | undefined;
  /** Puts an answer in the place of the clicked message. */
  replace(message: SlackMessage): Promise<void>;
}

/** A direct message to somebody else than who asked, in that person's own language. */
export async function tellPerson(slackUser: string, render: () => SlackMessage, office: Office): Promise<void> {
  await speaking(await office.useCases.languageOf(slackUser), async () => {
    await post(office.client, { channel: await office.openDm(slackUser) }, render());
  });
}

export function isSecretary(office: Office, user: string): boolean {
  return office.secretaries.includes(user);
}
