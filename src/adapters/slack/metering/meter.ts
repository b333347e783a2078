// Measures what only the Slack side sees: how soon deliveries are acknowledged, and how many sockets are open.
import type { App } from "@slack/bolt";

export interface SlackMeter {
  /** Seconds from the arrival of a delivery to its acknowledgement. */
  acknowledged(seconds: number): void;
  socket(change: 1 | -1): void;
}

/** In front of everything else, so that storing the delivery counts too. */
export function meterAcks(app: App, meter: SlackMeter): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const arrived = performance.now();
    let acknowledged = false;
    return process({
      ...event,
      ack: async (response) => {
        await event.ack(response);
        if (acknowledged) return;
        acknowledged = true;
        meter.acknowledged((performance.now() - arrived) / 1000);
      },
    });
  };
}

/** The part of a socket client that is used here. */
interface Connection {
  on(event: "connected" | "disconnected", happened: () => void): unknown;
}

/** A socket that is closed while it is being opened is told twice to be closed. */
export function meterSocket(client: Connection, meter: SlackMeter): void {
  let open = false;
  const become = (now: boolean) => () => {
    if (open === now) return;
    open = now;
    meter.socket(now ? 1 : -1);
  };
  client.on("connected", become(true));
  client.on("disconnected", become(false));
}
