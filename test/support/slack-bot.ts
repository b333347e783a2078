// The real Bolt app over HTTP in front of the fake Slack, and people who write, click and submit.
import { createBoltApp, type SlackBot } from "../../src/adapters/slack/bolt-app.ts";
import type { InboxStore } from "../../src/app/ports.ts";
import type { UseCases } from "../../src/app/use-cases.ts";
import { FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET, FakeSlack, signed } from "./fake-slack.ts";
import { fakeUseCases } from "./fake-use-cases.ts";
import { freePort } from "./free-port.ts";
import { MemoryInbox } from "./memory-inbox.ts";

export const CONTACT = "U0CAIZHENG";
export const SECRETARY = "U0LIANXIBAN";
export const CHANNEL = "C0LIANXI";
export const DM = "D0CAIZHENG";

export class SlackTestBot {
  readonly slack: FakeSlack;
  readonly inbox = new MemoryInbox();
  /** Every line the adapter logged, as JSON. */
  readonly logged: string[] = [];
  useCases: Partial<UseCases> = {};
  setDate: ((date: string) => Promise<void>) | null = null;
  readonly #port: number;
  readonly #store: InboxStore | undefined;
  #bot: SlackBot | null = null;
  #next = 1;

  private constructor(slack: FakeSlack, port: number, store: InboxStore | undefined) {
    this.slack = slack;
    this.#port = port;
    this.#store = store;
  }

  /** `store`: where deliveries are kept instead of `inbox`. */
  static async start(store?: InboxStore): Promise<SlackTestBot> {
    const slack = await FakeSlack.start();
    slack.state.users = [
      { id: CONTACT, name: "caizheng", realName: "市财政局联络员" },
      { id: SECRETARY, name: "lianxiban", realName: "联席办" },
    ];
    slack.state.channels.add(CHANNEL);
    const test = new SlackTestBot(slack, await freePort(), store);
    await test.#startBot();
    return test;
  }

  /** Stops the bot as an operator would, and starts it again on the same inbox. */
  async restart(): Promise<void> {
    await this.#bot?.stop();
    await this.#startBot();
  }

  async #startBot(): Promise<void> {
    const log = (fields: object, message: string) => {
      this.logged.push(JSON.stringify({ ...fields, err: String((fields as { err?: unknown }).err), message }));
    };
    // A stage for each test: use cases are looked up at every call.
    const stage = new Proxy(fakeUseCases({}), {
      get: (none, name: keyof UseCases) => this.useCases[name] ?? none[name],
    });
    this.#bot = await createBoltApp(
      {
        botToken: FAKE_BOT_TOKEN,
        apiUrl: this.slack.apiUrl,
        connection: { kind: "http", signingSecret: FAKE_SIGNING_SECRET, port: this.#port },
      },
      {
        useCases: stage,
        inbox: this.#store ?? this.inbox,
        clock: { now: () => new Date("2026-12-02T01:00:00Z"), today: () => "2026-12-02" },
        secretaries: [SECRETARY],
        setDate: (date) => (this.setDate ?? (async () => {}))(date),
        log: { info: log, warn: log, error: log },
      },
    );
    await this.#bot.start();
  }

  /** Forgets what was said and done. */
  clear(): void {
    this.slack.calls.length = 0;
    this.slack.responses.length = 0;
    this.slack.state.messages.length = 0;
    this.slack.state.views.length = 0;
    this.inbox.deliveries.clear();
    this.inbox.mode = "working";
    this.logged.length = 0;
    this.useCases = {};
  }

  /** Gives a use case its answer, and the list of what it is called with. */
  gives<Name extends keyof UseCases>(name: Name, answer: Awaited<ReturnType<UseCases[Name]>>): unknown[] {
    const inputs: unknown[] = [];
    const answering = async (input: unknown) => {
      inputs.push(input);
      return answer;
    };
    this.useCases = { ...this.useCases, [name]: answering };
    return inputs;
  }

  async stop(): Promise<void> {
    await this.#bot?.stop();
    await this.slack.stop();
  }

  /** `/lianxi TEXT`; answers with the body of the acknowledgement. */
  async command(text: string, by: string = CONTACT, channel: string = CHANNEL): Promise<string> {
    const body = new URLSearchParams({
      command: "/lianxi",
      text,
      user_id: by,
      channel_id: channel,
      team_id: "T0",
      token: "verification-secret",
      trigger_id: this.#id("trigger"),
      response_url: this.slack.responseUrl,
    });
    return this.#send(body.toString(), "application/x-www-form-urlencoded");
  }

  async dm(text: string, more: object = {}): Promise<string> {
    return this.event({
      type: "message",
      channel: DM,
      channel_type: "im",
      user: CONTACT,
      text,
      ts: this.#ts(),
      ...more,
    });
  }

  async event(event: object, eventId: string = this.#id("Ev")): Promise<string> {
    return this.#send(
      JSON.stringify({ type: "event_callback", team_id: "T0", token: "verification-secret", event_id: eventId, event }),
      "application/json",
    );
  }

  async click(actionId: string, value: string, more: object = {}): Promise<string> {
    return this.#interact({
      type: "block_actions",
      user: { id: CONTACT },
      channel: { id: DM },
      container: { type: "message", channel_id: DM },
      response_url: this.slack.responseUrl,
      actions: [{ type: "button", action_id: actionId, block_id: "b", value }],
      ...more,
    });
  }

  /** Submits the modal that was opened last. */
  async submit(values: object, viewId: string = this.#id("V"), user: string = CONTACT): Promise<string> {
    const view = this.slack.state.views.at(-1)?.view as { callback_id: string; private_metadata: string } | undefined;
    return this.#interact({
      type: "view_submission",
      user: { id: user },
      view: { id: viewId, callback_id: view?.callback_id, private_metadata: view?.private_metadata, state: { values } },
    });
  }

  async #interact(payload: object): Promise<string> {
    const whole = { team: { id: "T0" }, token: "verification-secret", trigger_id: this.#id("trigger"), ...payload };
    const body = new URLSearchParams({ payload: JSON.stringify(whole) });
    return this.#send(body.toString(), "application/x-www-form-urlencoded");
  }

  async #send(body: string, contentType: string): Promise<string> {
    const response = await fetch(`http://localhost:${this.#port}/slack/events`, {
      method: "POST",
      headers: signed(body, contentType),
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    await this.inbox.idle();
    return text;
  }

  #id(prefix: string): string {
    return `${prefix}${this.#next++}`;
  }

  #ts(): string {
    return `1700000${String(this.#next++).padStart(3, "0")}.000100`;
  }
}
