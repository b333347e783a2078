// Slack's side of a slash command: sends it signed, takes the acknowledgement and the answer, and times both.
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import { FakeSlack, signed } from "../test/support/fake-slack.ts";

/** Slack gives up on an acknowledgement after 3 s; a measurement that waits longer has failed. Milliseconds. */
const PATIENCE = 30_000;

/** Milliseconds from the moment the command was sent. */
export interface Timing {
  readonly ack: number;
  readonly answer: number;
}

export interface Answered extends Timing {
  /** The text of the answer: what a notification would show. */
  readonly text: string;
}

export class BenchSlack {
  readonly #web: FakeSlack;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #waiting = new Map<string, (at: number, text: string) => void>();
  readonly #answers = createServer((incoming, response) => {
    void read(incoming).then((body) => {
      response.end("ok");
      this.#waiting.get(incoming.url ?? "")?.(performance.now(), JSON.parse(body).text);
    });
  });
  #answersPort = 0;
  #next = 1;

  private constructor(web: FakeSlack) {
    this.#web = web;
  }

  /** `people` are ids of the workspace's members. */
  static async start(people: readonly string[]): Promise<BenchSlack> {
    const slack = new BenchSlack(await FakeSlack.start());
    slack.#web.state.users = people.map((id) => ({ id, name: id.toLowerCase(), realName: id }));
    slack.#answersPort = await new Promise<number>((resolve) => {
      slack.#answers.listen(0, "127.0.0.1", () => {
        const address = slack.#answers.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    return slack;
  }

  get apiUrl(): string {
    return this.#web.apiUrl;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    this.#answers.closeAllConnections();
    this.#answers.close();
    await this.#web.stop();
  }

  /** Sends `/lianxi TEXT` to the app on `port` and waits for its answer. Rejects when the port is closed. */
  async command(port: number, text: string, user: string): Promise<Answered> {
    const id = `${Date.now()}.${this.#next++}`;
    const path = `/answer/${id}`;
    const body = new URLSearchParams({
      command: "/lianxi",
      text,
      user_id: user,
      channel_id: "C0OFFICE",
      team_id: "T0",
      trigger_id: id,
      response_url: `http://127.0.0.1:${this.#answersPort}${path}`,
    }).toString();
    const headers = signed(body, "application/x-www-form-urlencoded");

    const answered = Promise.withResolvers<{ at: number; text: string }>();
    const timer = setTimeout(() => answered.reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
    this.#waiting.set(path, (at, said) => answered.resolve({ at, text: said }));
    try {
      const start = performance.now();
      const acknowledged = this.#post(port, body, headers).then(() => performance.now());
      const [ack, answer] = await Promise.all([acknowledged, answered.promise]);
      return { ack: ack - start, answer: answer.at - start, text: answer.text };
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(path);
    }
  }

  async #post(port: number, body: string, headers: Record<string, string>): Promise<void> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { port, path: "/slack/events", method: "POST", agent: this.#agent };
      request({ ...options, headers: { ...headers, "content-length": Buffer.byteLength(body) } }, resolve)
        .on("error", reject)
        .end(body);
    });
    const said = await read(response);
    if (response.statusCode !== 200) throw new Error(`acknowledged with ${response.statusCode} ${said}`);
  }
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
