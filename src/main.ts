// The bot: configuration → database → use cases → Slack → ticks. What is started is stopped in reverse, once.
import { takeDailyDump } from "./adapters/db/dumps/take-dump.ts";
import { startTicks } from "./adapters/jobs/clock.ts";
import { createDigestQueue } from "./adapters/jobs/queue.ts";
import { createInstruments } from "./adapters/metrics/instruments.ts";
import { createBoltApp, type SlackOptions } from "./adapters/slack/bolt-app.ts";
import { createDirectory } from "./adapters/slack/directory.ts";
import { createMessenger } from "./adapters/slack/messenger.ts";
import { bindUseCases } from "./app/bind-use-cases.ts";
import type { TickOccasion } from "./app/reminders/tick-store.ts";
import { countedInbox, logCalendar, observed, serveMetrics } from "./composition/observe.ts";
import { openMigrated, REGISTER_FOLDER, storesOn } from "./composition/stores.ts";
import { toolsOf } from "./composition/tools.ts";
import { withTrail } from "./composition/trail.ts";
import { type Config, loadEnvironment, readConfig, readLanguage, secretsOf } from "./config.ts";
import { Refusal } from "./errors.ts";
import { type LocalWorkspace, openLocalWorkspace } from "./local-workspace.ts";
import { createLogger, type Logger } from "./log.ts";
import { createOfficeClock } from "./office-clock.ts";
import { notice, print } from "./terminal/output.ts";
import { say, sayRefusal } from "./text/say.ts";
import { speakAsOffice } from "./text/speaking.ts";

/** Two sockets, so that no command is lost while Slack renews one. The local server sends everything to each: one there. */
const SOCKETS = 2;

type Stop = () => Promise<void>;

/** Starts everything; each started part puts its stop on `stops`. Throws a `Refusal` an operator can act on. */
async function start(config: Config, log: Logger, stops: Stop[]): Promise<void> {
  const local = config.slack.kind === "local" ? await openLocalWorkspace(config.workspacePort) : null;
  if (local) stops.push(local.stop);

  const database = await openMigrated(config, local?.folder ?? REGISTER_FOLDER);
  stops.push(database.close);
  const clock = createOfficeClock(config.timezone);
  const queue = createDigestQueue(database, (error) => log.error({ error: error.message }, "Queue"));
  await queue.start();
  stops.push(queue.stop);

  const slack = slackOptions(config, local);
  const secretaries = local?.secretaries ?? config.secretaries;
  const chairs = local?.chairs ?? config.chairs;
  const { inbox, ...stores } = storesOn(database, queue.enqueue, clock.today);
  const tools = toolsOf(config);
  const instruments = createInstruments();
  const useCases = bindUseCases({
    ...tools,
    ...stores,
    reminderStore: withTrail(stores.reminderStore, log),
    clock,
    secretaries,
    chairs,
    messenger: createMessenger({ ...slack, languageOf: stores.languageStore.find }),
    directory: createDirectory(slack),
  });

  const driven = observed(useCases, instruments, log);
  const planToday = async (occasion: TickOccasion) => {
    await driven.tickDay({ date: clock.today(), occasion });
  };
  const bot = await createBoltApp(slack, {
    useCases,
    inbox: countedInbox(inbox, instruments),
    meter: instruments,
    clock,
    secretaries,
    log,
    setDate:
      local &&
      (async (date) => {
        clock.moveTo(date);
        await planToday("again");
      }),
  });
  // Rules and the calendar may have changed with the program.
  await stores.homeStore.forgetLights();
  await local?.prepare({ useCases, clock, database, calendar: tools.calendar });
  logCalendar(tools.calendar, clock, log);
  await queue.work(driven.deliverDigest);
  await bot.start();
  stops.push(bot.stop);

  const ticks = startTicks({
    timezone: config.timezone,
    onDay: async () => {
      await planToday("day");
      await useCases.refreshLights();
    },
    onMinute: async () => {
      await database.check().catch(giveUp);
      await driven.reconcile();
      await useCases.planFurther();
    },
    onSweep: async () => {
      await driven.returnClaims();
    },
    onHour: async () => {
      const file = local === null ? await takeDailyDump(database, clock.now()) : null;
      if (file !== null) log.info({ file }, "Dump taken");
    },
    onError: (error) => log.error({ error: String(error) }, "Tick"),
  });
  stops.push(ticks.stop);
  const ports = { ...stores, calendar: tools.calendar, clock, queuedJobs: queue.depth };
  const metrics = await serveMetrics(config, ports, instruments);
  if (metrics !== null) stops.push(metrics);
  // A tick that was missed while the bot was down is made up for at once; one that was not changes nothing.
  await driven.reconcile();
  await planToday("start");
  if (local) local.printWelcome(clock);
  else print(say("cli.start-connected", { bot: bot.botUserId }));
}

/** An embedded database that has given up answers nobody until a new process opens it; nothing can be stopped in order. */
function giveUp(error: unknown): never {
  console.error(error instanceof Refusal ? sayRefusal(error) : String(error));
  process.exit(1);
}

function slackOptions(config: Config, local: LocalWorkspace | null): SlackOptions {
  if (local) {
    const { botToken, appToken, apiUrl } = local.slack;
    return { botToken, apiUrl, connection: { kind: "socket", appToken, sockets: 1 } };
  }
  const { slack, slackApiUrl } = config;
  const server = slackApiUrl === null ? {} : { apiUrl: slackApiUrl };
  switch (slack.kind) {
    case "socket":
      return {
        ...server,
        botToken: slack.botToken,
        connection: { kind: "socket", appToken: slack.appToken, sockets: SOCKETS },
      };
    case "http":
      return {
        ...server,
        botToken: slack.botToken,
        connection: { kind: "http", signingSecret: slack.signingSecret, port: slack.port },
      };
    case "local":
      throw new Error("the local workspace was not opened");
    default:
      return slack satisfies never;
  }
}

async function main(): Promise<void> {
  const stops: Stop[] = [];
  let stopping: Promise<void> | null = null;
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.reverse()) await stop();
    })();
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      print(say("cli.stopping"));
      void stopAll().then(() => process.exit(0));
    });
  }
  try {
    loadEnvironment();
    speakAsOffice(readLanguage());
    const config = readConfig();
    await start(config, createLogger(config.logLevel, secretsOf(config)), stops);
  } catch (error) {
    await stopAll();
    if (!(error instanceof Refusal)) throw error;
    notice(sayRefusal(error));
    process.exit(1);
  }
}

await main();
