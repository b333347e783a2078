// Slack's side of Socket Mode: greets, delivers to one of the open connections, renews them, goes silent, drops, says odd things.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FakeSlack } from "./fake-slack.ts";
import { acceptWire, type Wire } from "./fake-slack-wire.ts";

/** How an envelope ended. */
export type Delivery = "acknowledged" | "no-connection" | "unanswered";

interface Connection {
  readonly wire: Wire;
  /** Announced for renewal: gets nothing new. */
  ending: boolean;
}

export class FakeSlackSocket {
  /** What `apps.connections.open` answers: an address, Slack's error, or nothing at all. */
  mode: "up" | "invalid_auth" | "mute" = "up";
  /** How many connections were opened so far. */
  opened = 0;
  /** Envelopes by id, acknowledged with what. */
  readonly acknowledged = new Map<string, unknown>();
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Map<string, () => void>();
  readonly #server = createServer();
  #next = 0;

  /** Beside a fake Web API, whose `apps.connections.open` leads here. */
  static async start(slack: FakeSlack): Promise<FakeSlackSocket> {
    const fake = new FakeSlackSocket();
    const server = fake.#server;
    server.on("upgrade", (request, stream) => fake.#accept(request, stream));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    slack.appMethods.set("apps.connections.open", () =>
      fake.mode === "invalid_auth"
        ? { ok: false, error: "invalid_auth" }
        : { ok: true, url: `ws://127.0.0.1:${port}/link` },
    );
    return fake;
  }

  async stop(): Promise<void> {
    this.drop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Connections that get envelopes. */
  get ready(): number {
    return [...this.#connections].filter((one) => !one.ending).length;
  }

  /** As Slack does: to any one of the connections. Waits for the acknowledgement as long as Slack does, or `patience` milliseconds. */
  async deliver(envelope: object, patience = 3_000): Promise<Delivery> {
    const open = [...this.#connections].filter((one) => !one.ending);
    const chosen = open[this.#next++ % Math.max(1, open.length)];
    if (!chosen) return "no-connection";
    const envelopeId = randomUUID();
    const answered = new Promise<Delivery>((resolve) => {
      this.#waiting.set(envelopeId, () => resolve("acknowledged"));
      setTimeout(resolve, patience, "unanswered").unref();
    });
    chosen.wire.send(JSON.stringify({ envelope_id: envelopeId, accepts_response_payload: true, ...envelope }));
    return answered.finally(() => this.#waiting.delete(envelopeId));
  }

  command(text: string, user = "U0CAIZHENG", patience?: number): Promise<Delivery> {
    const trigger_id = randomUUID();
    const payload = { command: "/lianxi", text, user_id: user, channel_id: "C0LIANXI", team_id: "T0", trigger_id };
    return this.deliver({ type: "slash_commands", payload }, patience);
  }

  event(event: object, eventId: string): Promise<Delivery> {
    const payload = { type: "event_callback", team_id: "T0", event_id: eventId, event };
    return this.deliver({ type: "events_api", payload });
  }

  /** Renews the oldest connection: announced, then closed after `milliseconds` if the client has not done it. */
  refresh(milliseconds: number): void {
    const [oldest] = [...this.#connections].filter((one) => !one.ending);
    if (!oldest) return;
    oldest.ending = true;
    oldest.wire.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    setTimeout(() => oldest.wire.close(), milliseconds).unref();
  }

  /** Any text to every connection. */
  say(frame: string): void {
    for (const { wire } of this.#connections) wire.send(frame);
  }

  /** Every connection stays and nothing comes any more, not even an answer to a ping. */
  silence(): void {
    for (const one of this.#connections) {
      one.wire.silence();
      one.ending = true;
    }
  }

  drop(): void {
    for (const one of this.#connections) {
      one.ending = true;
      one.wire.drop();
    }
  }

  #accept(request: IncomingMessage, stream: Duplex): void {
    const connection: Connection = {
      ending: false,
      wire: acceptWire(request, stream, {
        text: (text) => this.#acknowledge(text),
        ended: () => this.#connections.delete(connection),
      }),
    };
    if (this.mode === "mute") {
      connection.wire.silence();
      connection.ending = true;
    }
    this.opened += 1;
    this.#connections.add(connection);
    connection.wire.send(JSON.stringify({ type: "hello", num_connections: this.#connections.size }));
  }

  #acknowledge(text: string): void {
    const { envelope_id: id, payload }: { envelope_id: string; payload: unknown } = JSON.parse(text);
    this.acknowledged.set(id, payload);
    this.#waiting.get(id)?.();
  }
}
