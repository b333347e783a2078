// Socket Mode that stays up: several sockets, each watched and started again, and odd frames survived.
import { type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { boltLogger, type Log } from "./log.ts";
import { clientOptions } from "./web-client.ts";

/** Waits between attempts to reconnect, milliseconds; the last one repeats. */
const BACK_OFF = [0, 1_000, 2_000, 5_000, 10_000, 30_000] as const;

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  /** Slack closes a socket every few hours: with two, one is always open. */
  readonly sockets: number;
}

/** Milliseconds between the openings of two sockets: Slack renews each some hours after its opening, never both at once. */
const STAGGER = 60_000;

/**
 * A Bolt receiver over one or more sockets. The library's own reconnecting gives up for good on some errors and ends the
 * process on others, so it is switched off and done here.
 */
export function createSocketReceiver(options: SocketOptions, log: Log): Receiver {
  const sockets = Array.from({ length: options.sockets }, () => watchedSocket(options, log));
  const [first, ...others] = sockets;
  return {
    init: (app: App) => {
      for (const socket of sockets) socket.receiver.init(app);
    },
    start: async () => {
      await first?.start();
      for (const [index, socket] of others.entries()) socket.startIn(STAGGER * (index + 1));
    },
    stop: () => Promise.all(sockets.map((socket) => socket.stop())),
  };
}

function watchedSocket(options: SocketOptions, log: Log) {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
  });
  const { client } = receiver;
  guardFrames(client, log);

  let running = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const connectIn = (wait: number) => {
    if (!running || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      client.start().catch((error: unknown) => {
        log.warn({ error: String(error), failures }, "Slack socket: cannot connect, trying again");
        reconnect();
      });
    }, wait);
  };
  const reconnect = () => {
    connectIn(BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] ?? 0);
    failures += 1;
  };
  client.on("connected", () => {
    failures = 0;
  });
  client.on("disconnected", reconnect);

  return {
    receiver,
    /** Rejects when the very first connection fails: that is a wrong token or a wrong address. */
    start: async () => {
      await client.start();
      running = true;
    },
    startIn: (wait: number) => {
      running = true;
      connectIn(wait);
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await receiver.stop();
    },
  };
}

/** The part of an event emitter that is used here. */
interface Frames {
  listeners(event: "ws_message"): readonly ((...frame: unknown[]) => unknown)[];
  removeAllListeners(event: "ws_message"): unknown;
  on(event: "ws_message", handle: (...frame: unknown[]) => Promise<void>): unknown;
}

/** The library's frame handler throws on frames that hold no event (`null`, app_rate_limited): that must not end the process. */
export function guardFrames(client: Frames, log: Log): void {
  const handlers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...frame) => {
    try {
      for (const handle of handlers) await handle.apply(client, frame);
    } catch (error) {
      log.warn({ error: String(error) }, "Slack socket: a frame that cannot be read");
    }
  });
}
