// A wire between the bot and PostgreSQL that can be cut, slowed, blocked and left half-open.
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * pass: as if it were not there · refuse: new connections are reset at once · half-open: connections stay open on both
 * sides, new ones are taken too, and nothing comes through any more.
 */
type Mode = "pass" | "refuse" | "half-open";

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** Half-open once, a connection never recovers: bytes of it are lost. */
  dead: boolean;
}

/** One proxy for one server: `const proxy = await PostgresProxy.start(url); openDatabase({ databaseUrl: proxy.url })`. */
export class PostgresProxy {
  /** The database's address, by way of the proxy. */
  readonly url: string;
  readonly #listener: Server;
  readonly #target: { host: string; port: number };
  readonly #pairs = new Set<Pair>();
  #mode: Mode = "pass";
  #delayMs = 0;

  private constructor(listener: Server, databaseUrl: URL) {
    this.#listener = listener;
    this.#target = { host: databaseUrl.hostname, port: Number(databaseUrl.port) };
    const address = listener.address();
    const url = new URL(databaseUrl);
    url.hostname = "127.0.0.1";
    url.port = String(typeof address === "object" ? address?.port : "");
    this.url = url.href;
    listener.on("connection", (client) => this.#join(client));
  }

  static async start(databaseUrl: string): Promise<PostgresProxy> {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    return new PostgresProxy(listener, new URL(databaseUrl));
  }

  get connections(): number {
    return this.#pairs.size;
  }

  /** Resets every connection; new ones are taken. */
  cut(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /** Resets every connection and each new one, until `restore`. */
  refuse(): void {
    this.#mode = "refuse";
    this.cut();
  }

  /** From now on nothing comes through, and nobody is told; what is open now stays so even after `restore`. */
  halfOpen(): void {
    this.#mode = "half-open";
    for (const pair of this.#pairs) pair.dead = true;
  }

  /** Every piece of data waits this long in each direction. */
  delay(milliseconds: number): void {
    this.#delayMs = milliseconds;
  }

  /** New connections are as they should be. */
  restore(): void {
    this.#mode = "pass";
    this.#delayMs = 0;
  }

  async stop(): Promise<void> {
    this.cut();
    this.#listener.close();
    await once(this.#listener, "close");
  }

  #join(client: Socket): void {
    if (this.#mode === "refuse") {
      client.on("error", () => undefined);
      client.resetAndDestroy();
      return;
    }
    const pair: Pair = { client, server: connect(this.#target), dead: this.#mode === "half-open" };
    this.#pairs.add(pair);
    this.#pass(pair, client, pair.server);
    this.#pass(pair, pair.server, client);
  }

  #pass(pair: Pair, from: Socket, to: Socket): void {
    from.setNoDelay(true);
    from.on("data", (data) => {
      const hand = () => {
        if (!pair.dead && to.writable) to.write(data);
      };
      if (this.#delayMs === 0) hand();
      else setTimeout(hand, this.#delayMs);
    });
    from.on("error", () => undefined);
    from.on("close", () => {
      // A dead wire does not tell the bot that the server is gone; the server must not be left with it.
      if (pair.dead && from === pair.server) return;
      this.#pairs.delete(pair);
      to.destroy();
    });
  }
}
