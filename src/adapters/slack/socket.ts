// Socket Mode that stays up: several sockets, each watched and started again, and odd frames survived.
import { type App, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { boltLogger, type Log } from "./log.ts";
import { meterSocket, type SlackMeter } from "./metering/meter.ts";
import { type Connection, type Later, realLater, supervise, type Watch } from "./sockets/supervisor.ts";
import { clientOptions, rejection } from "./web-client.ts";

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl?: string | undefined;
  /** Slack closes a socket every few hours: with two, one is always open. */
  readonly sockets: number;
  /** Milliseconds between the openings of two sockets. */
  readonly stagger?: number;
  readonly meter?: SlackMeter | undefined;
}

/** Milliseconds between the openings of two sockets: Slack renews each some hours after its opening, never both at once. */
const STAGGER = 60_000;

const FIRST_RETRY = 1_000;

/**
 * A Bolt receiver over one or more sockets. The library's own reconnecting gives up for good on some errors, ends the process
 * on others and leaves a gap at every refresh, so it is switched off and done here.
 */
export function createSocketReceiver(options: SocketOptions, log: Log, later: Later = realLater): Receiver {
  let app: App | null = null;
  const sockets = Array.from({ length: options.sockets }, () =>
    supervise((watch) => openSocket(options, log, app, watch), later, log),
  );
  const [first, ...others] = sockets;
  return {
    init: (given: App) => {
      app = given;
    },
    start: async () => {
      try {
        await first?.start();
      } catch (error) {
        if (rejection(error) !== null) throw error;
        log.warn({ error: String(error) }, "Slack socket: not in reach at the start, trying again");
        first?.startIn(FIRST_RETRY);
      }
      for (const [index, socket] of others.entries()) socket.startIn((options.stagger ?? STAGGER) * (index + 1));
    },
    stop: () => Promise.all(sockets.map((socket) => socket.stop())),
  };
}

/** One connection. Its receiver hands what comes to the app, and is never used for another connection. */
function openSocket(options: SocketOptions, log: Log, app: App | null, watch: Watch): Connection {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
  });
  if (app) receiver.init(app);
  const { client } = receiver;
  guardFrames(client, log, watch.ending);
  client.on("disconnected", watch.lost);
  if (options.meter) meterSocket(client, options.meter);
  return {
    open: async () => {
      await client.start();
    },
    close: async () => {
      // The library waits half a minute for a peer that does not say goodbye; nobody else has to.
      void client.disconnect();
    },
  };
}

/** The part of an event emitter that is used here. */
interface Frames {
  listeners(event: "ws_message"): readonly ((...frame: unknown[]) => unknown)[];
  removeAllListeners(event: "ws_message"): unknown;
  on(event: "ws_message", handle: (...frame: unknown[]) => Promise<void>): unknown;
}

/**
 * The library's frame handler throws on frames that hold no event (`null`, app_rate_limited): that must not end the process.
 * It closes at once when Slack announces a refresh: that frame goes to `onEnding` instead, and the successor comes first.
 */
export function guardFrames(client: Frames, log: Log, onEnding: () => void): void {
  const handlers = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (...frame) => {
    if (isDisconnect(frame[0])) return onEnding();
    try {
      for (const handle of handlers) await handle.apply(client, frame);
    } catch (error) {
      log.warn({ error: String(error) }, "Slack socket: a frame that cannot be read");
    }
  });
}

function isDisconnect(data: unknown): boolean {
  if (typeof data !== "string" || !data.includes("disconnect")) return false;
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === "object" && frame !== null && "type" in frame && frame.type === "disconnect";
  } catch {
    return false;
  }
}
