// A small Slack Web API over HTTP, for what local-slack cannot do: faults on demand, metadata, strict tokens, signed requests.
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { FakeSlackState } from "./fake-slack-state.ts";

export const FAKE_BOT_TOKEN = "xoxb-fake";
export const FAKE_SIGNING_SECRET = "fake-signing-secret";

/** What goes wrong with a call. `lands`: it takes effect all the same, only nobody is told. */
export type Fault =
  | { readonly kind: "rate-limited"; readonly retryAfter: number | null }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "http-500"; readonly lands: boolean }
  | { readonly kind: "hang"; readonly lands: boolean }
  | { readonly kind: "reset"; readonly lands: boolean }
  | { readonly kind: "html"; readonly lands: boolean };

export class FakeSlack {
  readonly state = new FakeSlackState();
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, unknown>> }[] = [];
  /** What was sent to response_urls, in order. */
  readonly responses: Readonly<Record<string, unknown>>[] = [];
  /** Methods that are called with an app's token. */
  readonly appMethods = new Map<string, () => object>();
  readonly #faults = new Map<string, Fault[]>();
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });
  #port = 0;

  static async start(): Promise<FakeSlack> {
    const fake = new FakeSlack();
    await new Promise<void>((resolve) => fake.#server.listen(0, resolve));
    const address = fake.#server.address();
    if (typeof address === "object" && address !== null) fake.#port = address.port;
    fake.state.origin = fake.origin;
    return fake;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  get responseUrl(): string {
    return `${this.origin}/respond`;
  }

  /** The next call of `method` meets this fault; several are met in order. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  callsOf(method: string): Readonly<Record<string, unknown>>[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.args);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const path = new URL(request.url ?? "/", this.origin).pathname;
    if (path === "/respond") {
      this.responses.push(JSON.parse(body.toString()));
      response.writeHead(200).end("ok");
    } else if (path.startsWith("/files/")) {
      this.#serveFile(request, response, path);
    } else if (path.startsWith("/upload/")) {
      this.state.upload(path.slice("/upload/".length), await uploadedBytes(request, body));
      response.writeHead(200).end("OK");
    } else if (path.startsWith("/api/")) {
      this.#serveMethod(request, response, path.slice("/api/".length), body);
    } else response.writeHead(404).end();
  }

  #serveFile(request: IncomingMessage, response: ServerResponse, path: string): void {
    const bytes = this.state.files.get(path.slice("/files/".length))?.bytes;
    // Slack answers a missing token with its sign-in page.
    if (request.headers.authorization !== `Bearer ${FAKE_BOT_TOKEN}`) response.writeHead(302, { location: "/" }).end();
    else if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(bytes);
  }

  #serveMethod(request: IncomingMessage, response: ServerResponse, method: string, body: Buffer): void {
    const args = argumentsOf(request, body);
    this.calls.push({ method, args });
    const json = (value: unknown): void => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    const fault = this.#faults.get(method)?.shift();
    const appMethod = this.appMethods.get(method);
    if (appMethod === undefined && request.headers.authorization !== `Bearer ${FAKE_BOT_TOKEN}`)
      json({ ok: false, error: "invalid_auth" });
    else if (fault === undefined) json(appMethod?.() ?? this.state.call(method, args));
    else this.#fault(fault, response, () => this.state.call(method, args));
  }

  #fault(fault: Fault, response: ServerResponse, takeEffect: () => void): void {
    if ("lands" in fault && fault.lands) takeEffect();
    switch (fault.kind) {
      case "rate-limited": {
        const header = fault.retryAfter === null ? {} : { "retry-after": String(fault.retryAfter) };
        response.writeHead(429, header).end();
        return;
      }
      case "error":
        response.writeHead(200).end(JSON.stringify({ ok: false, error: fault.error }));
        return;
      case "http-500":
        response.writeHead(500).end("oops");
        return;
      case "html":
        response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><p>Gateway</p>");
        return;
      case "reset":
        response.destroy();
        return;
      case "hang":
        return; // the client gives up
    }
  }
}

/** Headers that make a body look as if Slack had sent it. */
export function signed(body: string, contentType: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac("sha256", FAKE_SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    "content-type": contentType,
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${digest}`,
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The client uploads a form with one file in it. */
async function uploadedBytes(request: IncomingMessage, body: Buffer): Promise<Buffer> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const [file] = [...form.values()];
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}

/** The client sends forms whose objects are JSON. */
function argumentsOf(request: IncomingMessage, body: Buffer): Record<string, unknown> {
  if (request.headers["content-type"]?.includes("json")) return JSON.parse(body.toString());
  const pairs = [...new URLSearchParams(body.toString())];
  return Object.fromEntries(pairs.map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]));
}
