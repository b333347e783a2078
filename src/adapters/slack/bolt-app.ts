// The bot on Slack: one Bolt app with its receiver, inbox, listeners and error path.
import { setTimeout as sleep } from "node:timers/promises";
import { App, HTTPReceiver, type Receiver, type ReceiverEvent } from "@slack/bolt";
import type { Clock, InboxStore } from "../../app/ports.ts";
import type { UseCases } from "../../app/use-cases.ts";
import type { IsoDate } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";
import { answerError, sayNotSaved } from "./answer-error.ts";
import { createFileFetcher } from "./files.ts";
import { putInboxInFront } from "./inbox.ts";
import { type Home, refuseStrangers } from "./input/strangers.ts";
import { speakerTo, speakToEach } from "./language/listener.ts";
import { listen } from "./listen.ts";
import { boltLogger, type Log } from "./log.ts";
import { dmOpener } from "./messenger.ts";
import { meterAcks, type SlackMeter } from "./metering/meter.ts";
import { createSocketReceiver } from "./socket.ts";
import { clientOptions, createWebClient, failureOf, rejection } from "./web-client.ts";

/** How long stopping waits for handlers. Milliseconds. */
const DRAIN_TIMEOUT = 10_000;

/** How often it is looked for what a dead process, of this bot or another, has left. Milliseconds. */
const LOOK_AGAIN = 60_000;

/** Waits for a Slack that is out of reach at the start; the last one repeats. Milliseconds. */
const UNREACHABLE_WAITS = [500, 2_000, 5_000, 15_000] as const;

export interface SlackOptions {
  readonly botToken: string;
  readonly connection:
    | { readonly kind: "socket"; readonly appToken: string; readonly sockets: number; readonly stagger?: number }
    | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };
  /** Another Slack server than slack.com. */
  readonly apiUrl?: string | undefined;
}

export interface SlackDependencies {
  readonly useCases: UseCases;
  readonly inbox: InboxStore;
  readonly clock: Clock;
  readonly secretaries: readonly string[];
  /** Moves the bot's date; null outside the local workspace. */
  readonly setDate: ((date: IsoDate) => Promise<void>) | null;
  readonly log: Log;
  /** Told what only this side sees; none where nobody measures. */
  readonly meter?: SlackMeter;
}

export interface SlackBot {
  readonly botUserId: string;
  start(): Promise<void>;
  /** Takes nothing more, then waits for what is in hand, 10 s at most. */
  stop(): Promise<void>;
}

/** Checks the token, as soon as Slack is in reach, and builds the app; `start` connects it. Throws `slack-token-rejected`. */
export async function createBoltApp(options: SlackOptions, dependencies: SlackDependencies): Promise<SlackBot> {
  const { log } = dependencies;
  const client = createWebClient(options.botToken, options.apiUrl);
  const { botUserId, botId, home } = await whoAmI(client, log);

  const receiver = createReceiver(options, dependencies);
  const app = new App({
    receiver,
    token: options.botToken,
    botUserId,
    botId,
    tokenVerificationEnabled: false, // done above, where the answer becomes a refusal
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: clientOptions(options.apiUrl),
    logger: boltLogger(log),
  });
  app.error(({ error, body }: { error: Error; body: ReceiverEvent["body"] }) => answerError(error, body, client, log));
  const office = {
    ...dependencies,
    client,
    files: createFileFetcher(client, options.botToken, options.apiUrl),
    openDm: dmOpener(client),
  };
  refuseStrangers(app, home);
  listen(app, office, botUserId);
  const speakTo = speakerTo((user) => dependencies.useCases.languageOf(user), log);
  speakToEach(app, speakTo);
  const inbox = putInboxInFront(
    app,
    dependencies.inbox,
    {
      sayNotSaved: (event) => speakTo(event.body, () => sayNotSaved(event, client, log)),
      sayBrokenOff: (body) =>
        speakTo(body, () => answerError(new Error("broken off by a stop of the bot"), body, client, log)),
    },
    log,
  );
  if (dependencies.meter) meterAcks(app, dependencies.meter);

  let looking: NodeJS.Timeout | undefined;
  return {
    botUserId,
    start: async () => {
      try {
        await app.start();
      } catch (error) {
        throw startRefusal(error, options) ?? error;
      }
      await inbox.recover(dependencies.clock.now());
      const lookAgain = () =>
        inbox.recover(dependencies.clock.now()).catch((error: unknown) => {
          log.error({ error: String(error) }, "The inbox could not be looked through");
        });
      looking = setInterval(lookAgain, LOOK_AGAIN);
    },
    stop: async () => {
      clearInterval(looking);
      await inbox.close(DRAIN_TIMEOUT);
      await app.stop();
    },
  };
}

function createReceiver(options: SlackOptions, { log, meter }: Pick<SlackDependencies, "log" | "meter">): Receiver {
  const { connection } = options;
  if (connection.kind === "socket") return createSocketReceiver({ ...connection, apiUrl: options.apiUrl, meter }, log);
  return new HTTPReceiver({
    signingSecret: connection.signingSecret,
    port: connection.port,
    logger: boltLogger(log),
  });
}

/** Only Slack's own no ends the start. A Slack out of reach is waited for: the bot may start before its network does. */
async function whoAmI(
  client: ReturnType<typeof createWebClient>,
  log: Log,
): Promise<{ botUserId: string; botId: string; home: Home }> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const who = await client.auth.test();
      const home = { teamId: who.team_id ?? "", enterpriseId: who.enterprise_id ?? null };
      return { botUserId: who.user_id ?? "", botId: who.bot_id ?? "", home };
    } catch (thrown) {
      const why = rejection(thrown);
      if (why !== null) throw new Refusal("slack-token-rejected", { why });
      log.warn({ error: failureOf(thrown).error, attempt }, "Slack cannot be reached; trying again");
      await sleep(UNREACHABLE_WAITS[Math.min(attempt, UNREACHABLE_WAITS.length - 1)]);
    }
  }
}

function startRefusal(error: unknown, { connection }: SlackOptions): Refusal | null {
  const why = rejection(error);
  if (why !== null) return new Refusal("slack-token-rejected", { why });
  const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return inUse && connection.kind === "http" ? new Refusal("port-in-use", { port: connection.port }) : null;
}
