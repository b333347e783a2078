// `/metrics` and `/healthz` on a small port of their own, for monitoring alone.
import { createServer, type ServerResponse } from "node:http";
import { Refusal } from "../../errors.ts";
import type { Instruments, Snapshot } from "./instruments.ts";

/** A database that answers later than this is not well. Milliseconds. */
const PATIENCE = 3_000;

export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** `snapshot` reads the figures · `needsSocket`: without an open socket to Slack nothing can be heard. Throws `port-in-use`. */
export async function startMetricsServer(input: {
  readonly host: string;
  readonly port: number;
  readonly instruments: Instruments;
  readonly snapshot: () => Promise<Snapshot>;
  readonly needsSocket: boolean;
}): Promise<MetricsServer> {
  const { host, instruments, needsSocket } = input;
  const read = once(() => within(PATIENCE, input.snapshot()).catch(() => null));

  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    const answer =
      request.method !== "GET" ? null : path === "/metrics" ? metrics : path === "/healthz" ? health : null;
    if (answer === null) end(response, 404, "text/plain", "not found\n");
    else answer(response).catch(() => end(response, 500, "text/plain", "failed\n"));
  });
  const metrics = async (response: ServerResponse) => {
    const { type, text } = await instruments.render(await read());
    end(response, 200, type, text);
  };
  const health = async (response: ServerResponse) => {
    const database = (await read()) !== null;
    const slack = !needsSocket || instruments.connectedSockets() > 0;
    const well = database && slack;
    end(response, well ? 200 : 503, "application/json", `${JSON.stringify({ well, database, slack })}\n`);
  };

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Refusal("port-in-use", { port: input.port }) : error);
    });
    server.listen(input.port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : input.port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}

/** However many ask at a time, the database is asked once. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= ask().finally(() => {
      running = null;
    });
    return running;
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
