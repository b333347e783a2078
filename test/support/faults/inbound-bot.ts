// The listening half of a bot: the real Bolt app, inbox, listeners and use cases; only the wire to Slack is left out.
import { App, type Receiver, type ReceiverEvent } from "@slack/bolt";
import { answerError, sayNotSaved } from "../../../src/adapters/slack/answer-error.ts";
import { putInboxInFront } from "../../../src/adapters/slack/inbox.ts";
import { listen } from "../../../src/adapters/slack/listen.ts";
import { dmOpener } from "../../../src/adapters/slack/messenger.ts";
import { clientOptions, createWebClient } from "../../../src/adapters/slack/web-client.ts";
import { bindUseCases } from "../../../src/app/bind-use-cases.ts";
import { FAKE_BOT_TOKEN } from "../fake-slack.ts";
import { type BotSurroundings, portsOf, simulatedClock } from "./bot.ts";
import { SECRETARY } from "./office-to-remind.ts";
import { SimProcess } from "./process.ts";
import { VIRTUAL_API } from "./virtual-slack.ts";

type Body = ReceiverEvent["body"];

/** Virtual milliseconds. */
const MINUTE = 60_000;
const DOWNTIME = { shortest: 500, longest: 20_000 } as const;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NO_WIRE: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };

export interface DeliveryEnds {
  acked(): void;
  /** The person is told that it was not saved, and does it again. */
  notSaved(): void;
}

/** One place for a process: whoever runs there now. */
export class InboundSeat {
  #process: SimProcess;
  #take: (body: Body, ends: DeliveryEnds) => void = () => undefined;
  readonly #name: string;
  readonly #around: BotSurroundings;
  readonly #brokenOff: (body: Body) => void;
  #starts = 0;

  /** `brokenOff`: the person is asked to do it again, because it ended its process time and again. */
  constructor(name: string, around: BotSurroundings, brokenOff: (body: Body) => void) {
    this.#name = name;
    this.#around = around;
    this.#brokenOff = brokenOff;
    this.#process = this.#start();
  }

  get alive(): boolean {
    return this.#process.alive;
  }

  /** Hands a delivery to the process. A dead one tells nothing. */
  deliver(body: Body, ends: DeliveryEnds): void {
    if (this.#process.alive) this.#take(body, ends);
  }

  #start(): SimProcess {
    const { sim, draw } = this.#around;
    this.#starts += 1;
    const start = this.#starts;
    const process = new SimProcess(`${this.#name}.${start}`, this.#around, () => {
      const rest = DOWNTIME.shortest + (DOWNTIME.longest - DOWNTIME.shortest) * draw("downtime", this.#name, start);
      sim.at(sim.now + rest, () => {
        this.#process = this.#start();
      });
    });
    const { app, recover, onNotSaved } = boltFor(process, this.#around, this.#brokenOff);
    this.#take = (body, ends) => {
      const own = { ...body };
      onNotSaved.set(own, ends.notSaved);
      const ack = async () => {
        if (process.alive) ends.acked();
      };
      void process.run("listen", () => app.processEvent({ body: own, ack }));
    };
    const everyMinute = async () => {
      while (process.alive) {
        await process.run("recover", recover);
        await sim.sleep(MINUTE);
      }
    };
    void everyMinute();
    return process;
  }
}

/** As adapters/slack/bolt-app puts it together. */
function boltFor(process: SimProcess, around: BotSurroundings, brokenOff: (body: Body) => void) {
  const client = createWebClient(FAKE_BOT_TOKEN, VIRTUAL_API, 0);
  const app = new App({
    receiver: NO_WIRE,
    token: FAKE_BOT_TOKEN,
    botUserId: "U0BOT",
    botId: "B0BOT",
    tokenVerificationEnabled: false,
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: clientOptions(VIRTUAL_API, 0),
  });
  app.error(({ error, body }: { error: Error; body: Body }) => answerError(error, body, client, SILENT));
  const ports = portsOf(process, around);
  const { sim, stores } = around;
  const office = {
    useCases: bindUseCases(ports),
    clock: simulatedClock(sim),
    secretaries: [SECRETARY],
    client,
    files: { fetch: () => Promise.reject(new Error("no files here")) },
    openDm: dmOpener(client),
    setDate: null,
    log: SILENT,
  };
  listen(app, office as unknown as Parameters<typeof listen>[1], "U0BOT");
  const onNotSaved = new WeakMap<Body, () => void>();
  const inbox = putInboxInFront(
    app,
    process.wrap(stores.inbox, { database: true }),
    {
      sayNotSaved: async (event) => {
        await sayNotSaved(event, client, SILENT);
        onNotSaved.get(event.body)?.();
      },
      sayBrokenOff: async (body) => {
        await answerError(new Error("broken off"), body, client, SILENT);
        brokenOff(body);
      },
    },
    SILENT,
  );
  return { app, onNotSaved, recover: () => inbox.recover(new Date(sim.now)) };
}
