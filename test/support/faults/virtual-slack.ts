// A Slack in virtual time that answers by rule, reached through `fetch`: the real client and its errors are in the run.
import { FakeSlackState } from "../fake-slack-state.ts";
import type { Kills } from "./kills.ts";
import { currentProcess } from "./process.ts";
import { type Draw, pick } from "./random.ts";
import { type Answer, OTHER_ANSWERS, POST_ANSWERS, TIMES } from "./rules.ts";
import type { Simulation } from "./simulation.ts";

const ORIGIN = "http://slack.simulated";
export const VIRTUAL_API = `${ORIGIN}/api/`;

/** One in so many landings comes after the settle time, where that is asked for. */
const TOO_LATE_ONE_IN = 50;

export interface VirtualSlackOptions {
  /** Who is never refused for good: nobody is left to tell otherwise. */
  readonly secretary: string;
  readonly tooLate: boolean;
  /** Slack's clock is ahead of ours by so many seconds. */
  readonly ahead: number;
}

export class VirtualSlack {
  readonly state = new FakeSlackState();
  readonly answers = { all: 0, faulty: 0, tooLate: 0 };
  /** Messages on their way. */
  underway = 0;
  readonly #sim: Simulation;
  readonly #draw: Draw;
  readonly #kills: Kills | null;
  readonly #options: VirtualSlackOptions;
  readonly #asked = new Map<string, number>();

  constructor(sim: Simulation, draw: Draw, kills: Kills | null, options: VirtualSlackOptions) {
    this.#sim = sim;
    this.#draw = draw;
    this.#kills = kills;
    this.#options = options;
    this.state.clock = () => sim.now / 1000 + options.ahead;
  }

  /** Puts itself in the place of `fetch` for its own address; returns how to undo that. */
  install(): () => void {
    const before = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      return url.startsWith(ORIGIN) ? this.#serve(url, init) : before(input, init);
    };
    return () => {
      globalThis.fetch = before;
    };
  }

  /** How often each key stands there. */
  copies(): Map<string, number> {
    const copies = new Map<string, number>();
    for (const { metadata } of this.state.messages) {
      const key = keyIn(metadata);
      if (key !== null) copies.set(key, (copies.get(key) ?? 0) + 1);
    }
    return copies;
  }

  async #serve(url: string, init: RequestInit | undefined): Promise<Response> {
    const process = currentProcess();
    const method = url.slice(VIRTUAL_API.length);
    const args = argumentsOf(String(init?.body ?? ""));
    const answer = this.#answerTo(method, args);
    await this.#pass(process, method, args, answer);
    // What the answer meets: a process that was killed meanwhile never sees it.
    await process?.gate(false, true);
    return this.#respond(method, args, answer);
  }

  #answerTo(method: string, args: Args): Answer {
    const subject = `${method}/${keyIn(args.metadata) ?? String(args.channel ?? args.users)}`;
    const turn = (this.#asked.get(subject) ?? 0) + 1;
    this.#asked.set(subject, turn);
    const draw = this.#draw("answer", subject, turn);
    const answer = pick(method === "chat.postMessage" ? POST_ANSWERS : OTHER_ANSWERS, draw);
    const spared = answer.kind === "permanent" && args.channel === this.state.dmOf(this.#options.secretary);
    this.answers.all += 1;
    if (answer.kind !== "ok" && !spared) this.answers.faulty += 1;
    return spared ? { kind: "ok" } : answer;
  }

  /** Lets the time of a call pass; a post lands somewhere in it, or after it. */
  async #pass(process: ReturnType<typeof currentProcess>, method: string, args: Args, answer: Answer): Promise<void> {
    const begin = this.#sim.now;
    const drawn = (what: string) => this.#draw(what, method, this.answers.all);
    const length = answer.kind === "time-out" ? TIMES.requestTimeout : 50 + 400 * drawn("length");
    if (method === "chat.postMessage") {
      const landing = this.#landing(answer, length, drawn);
      if (landing !== null) this.#landAt(begin + landing, args);
      if (process !== null && this.#kills?.strikes("while posting")) {
        this.#sim.at(begin + length * drawn("death"), () => process.kill());
      }
    }
    await this.#sim.sleep(length);
  }

  /** Milliseconds after the request began; null: never. */
  #landing(answer: Answer, length: number, drawn: (what: string) => number): number | null {
    if (answer.kind === "ok") return length * drawn("landing");
    if (!("lands" in answer) || answer.lands === false || answer.lands === "never") return null;
    if (answer.lands !== "late") return length * drawn("landing");
    if (this.#options.tooLate && drawn("too-late") < 1 / TOO_LATE_ONE_IN) {
      this.answers.tooLate += 1;
      return TIMES.landingTooLate;
    }
    return TIMES.requestTimeout + (TIMES.latestLanding - TIMES.requestTimeout) * drawn("landing");
  }

  #landAt(instant: number, args: Args): void {
    this.underway += 1;
    this.#sim.at(instant, () => {
      this.underway -= 1;
      this.state.call("chat.postMessage", args);
    });
  }

  #respond(method: string, args: Args, answer: Answer): Response {
    switch (answer.kind) {
      case "ok":
        return json(method === "chat.postMessage" ? this.#posted(args) : this.state.call(method, args));
      case "http-500":
        return new Response("oops", { status: 500 });
      case "html":
        return new Response("<!DOCTYPE html><p>Gateway</p>", { headers: { "content-type": "text/html" } });
      case "internal-error":
        return json({ ok: false, error: "internal_error" });
      case "refused":
      case "permanent":
        return json({ ok: false, error: answer.error });
      case "rate-limited": {
        const headers = answer.retryAfter === null ? {} : { "retry-after": String(answer.retryAfter) };
        return new Response("", { status: 429, headers });
      }
      case "reset":
        throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
      case "time-out":
        throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
      default:
        return answer satisfies never;
    }
  }

  /** The answer to a post that has landed. */
  #posted(args: Args): object {
    const key = keyIn(args.metadata);
    const message = this.state.messages.findLast((one) => keyIn(one.metadata) === key && one.channel === args.channel);
    return message ? { ok: true, channel: message.channel, ts: message.ts } : { ok: false, error: "channel_not_found" };
  }
}

type Args = Readonly<Record<string, unknown>>;

function json(value: object): Response {
  return new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
}

/** The client sends forms whose objects are JSON. */
function argumentsOf(body: string): Args {
  const pairs = [...new URLSearchParams(body)];
  return Object.fromEntries(pairs.map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]));
}

function keyIn(metadata: unknown): string | null {
  if (typeof metadata !== "object" || metadata === null || !("event_payload" in metadata)) return null;
  const payload = metadata.event_payload;
  return typeof payload === "object" && payload !== null && "key" in payload ? String(payload.key) : null;
}
