// The whole office for flow tests: the real Bolt app and use cases on a fake Slack and a database of its own.
import { readFileSync } from "node:fs";
import type { Database } from "../../src/adapters/db/client.ts";
import { createDirectory } from "../../src/adapters/slack/directory.ts";
import { createMessenger } from "../../src/adapters/slack/messenger.ts";
import { bindUseCases } from "../../src/app/bind-use-cases.ts";
import type { Ports } from "../../src/app/ports.ts";
import { storeDraft } from "../../src/app/register/store-draft.ts";
import { deliverDigest } from "../../src/app/reminders/deliver-digest.ts";
import { planDay } from "../../src/app/reminders/plan-day.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { toolsOf } from "../../src/composition/tools.ts";
import { readConfig } from "../../src/config.ts";
import type { IsoDate } from "../../src/domain/calendar.ts";
import { openTestDatabase } from "./database.ts";
import { FAKE_BOT_TOKEN } from "./fake-slack.ts";
import { testClock } from "./office.ts";
import { readText } from "./read-text.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "./slack-bot.ts";

export interface OfficeBot {
  readonly bot: SlackTestBot;
  readonly database: Database;
  readonly ports: Ports;
  /** Plans the day and posts its digests; how many there were. */
  tick(): Promise<number>;
  /** The last message in the direct messages with that person, as JSON. */
  lastTo(user: string): string;
  /** The last answer through a response_url, as JSON. */
  lastReply(): string;
  /** The value packed into the last button of that action in a message, as JSON. */
  value(actionId: string, message: string): string;
  stop(): Promise<void>;
}

/** With examples/责任分工.txt imported, the contact of 市民政局 named, and a meeting set. */
export async function openOfficeBot(
  date: IsoDate,
  environment: Readonly<Record<string, string>> = {},
): Promise<OfficeBot> {
  const bot = await SlackTestBot.start();
  const database = await openTestDatabase();
  const slack = { botToken: FAKE_BOT_TOKEN, apiUrl: bot.slack.apiUrl, pace: 0 };
  const clock = testClock(date);
  const ports: Ports = {
    ...toolsOf(readConfig(environment)),
    ...storesOn(database, async () => 0),
    clock,
    secretaries: [SECRETARY],
    messenger: createMessenger(slack),
    directory: createDirectory(slack),
  };
  bot.useCases = bindUseCases(ports);
  // Read here and not in the reader's process, whose patience a loaded machine may outlast.
  const fileName = "责任分工.txt";
  const text = readFileSync(new URL(`../../examples/${fileName}`, import.meta.url), "utf8");
  await storeDraft(ports, { draft: readText(text, fileName), sha256: "a".repeat(64), fileName, by: SECRETARY });
  await bot.command(`联络员 市民政局 <@${CONTACT}>`, SECRETARY);
  await bot.command("会议 2027-01-27", SECRETARY);
  return {
    bot,
    database,
    ports,
    async tick() {
      const plan = await planDay(ports, { date: clock.date, dryRun: false });
      for (const { id } of await database.prisma.digest.findMany({ where: { state: "pending" } })) {
        await deliverDigest(ports, id);
      }
      return plan.digests.length;
    },
    lastTo: (user) =>
      JSON.stringify(bot.slack.state.messages.filter((one) => one.channel === `D${user.slice(1)}`).at(-1) ?? ""),
    lastReply: () => JSON.stringify(bot.slack.responses.at(-1) ?? ""),
    value(actionId, message) {
      const pattern = new RegExp(`"action_id":"${actionId}","value":("(?:[^"\\\\]|\\\\.)*")`, "g");
      const packed = [...message.matchAll(pattern)].at(-1)?.[1];
      if (packed === undefined) throw new Error(`no button ${actionId}`);
      return String(JSON.parse(packed));
    },
    async stop() {
      await bot.stop();
      await database.close();
    },
  };
}
