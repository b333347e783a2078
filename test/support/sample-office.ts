// The sample register behind the real Bolt app and the real stores, on a fake Slack: what a story is told with.
import { readFileSync } from "node:fs";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { ACTION } from "../../src/adapters/slack/ids.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import { openTestDatabase } from "./database.ts";
import { FAKE_BOT_TOKEN } from "./fake-slack.ts";
import { testClock } from "./office.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "./slack-bot.ts";

export interface SampleOffice {
  readonly bot: SlackTestBot;
  readonly database: Database;
  /** The newest answer to a command or a click, as JSON. */
  lastReply(): string;
  /** The newest message of a channel. */
  lastIn(channel: string): object | undefined;
  /** A command that reports, and the click that confirms what was understood. */
  report(text: string, by?: string): Promise<void>;
  /** Confirms what `shown` says was understood. */
  confirm(shown: object | undefined, by?: string): Promise<void>;
  close(): Promise<void>;
}

/** 责任分工 imported, `contacts` named (Slack id by unit), and a meeting set. Nothing is reminded of. */
export async function openSampleOffice(setup: {
  today: string;
  meeting: string;
  contacts: Readonly<Record<string, string>>;
  /** Before the first change. */
  prepare?: (database: Database) => Promise<void>;
}): Promise<SampleOffice> {
  const bot = await SlackTestBot.start();
  const database = await openTestDatabase();
  await setup.prepare?.(database);
  const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl };
  const useCases = bindUseCases({
    ...toolsOf(readConfig({})),
    ...storesOn(database, async () => 0),
    clock: testClock(setup.today),
    secretaries: [SECRETARY],
    messenger: createMessenger(slack),
    directory: createDirectory(slack),
  });
  bot.useCases = useCases;
  const bytes = new Uint8Array(readFileSync(new URL("../../examples/责任分工.txt", import.meta.url)));
  await useCases.importDocument({ fileName: "责任分工.txt", bytes, by: SECRETARY });
  for (const [unit, id] of Object.entries(setup.contacts)) {
    if (!bot.slack.state.users.some((user) => user.id === id)) {
      bot.slack.state.users.push({ id, name: id.toLowerCase(), realName: `${unit}联络员` });
    }
    await bot.command(`联络员 ${unit} <@${id}>`, SECRETARY);
  }
  await bot.command(`会议 ${setup.meeting}`, SECRETARY);

  const confirm = async (shown: object | undefined, by: string = CONTACT) => {
    await bot.click(ACTION.confirmUpdate, buttonValue(shown, ACTION.confirmUpdate), { user: { id: by } });
  };
  return {
    bot,
    database,
    lastReply: () => said(bot.slack.responses.at(-1)),
    lastIn: (channel) => bot.slack.state.messages.filter((message) => message.channel === channel).at(-1),
    async report(text, by = CONTACT) {
      await bot.command(text, by);
      await confirm(bot.slack.responses.at(-1), by);
    },
    confirm,
    async close() {
      await bot.stop();
      await database.close();
    },
  };
}

export function said(message: object | undefined): string {
  return JSON.stringify(message ?? "");
}

/** The value of the first button of that action; throws where none is shown. */
export function buttonValue(shown: object | string | undefined, action: string): string {
  const text = typeof shown === "string" ? shown : said(shown);
  const found = new RegExp(`"action_id":"${action}","value":("(?:[^"\\\\]|\\\\.)*")`).exec(text);
  if (!found) throw new Error(`no button ${action} in ${text}`);
  return JSON.parse(found[1] ?? '""') as string;
}
