// The supervisor of a connection, in fake time: back within 30 s of any outage, never two at a time but for a farewell.
import { beforeEach, describe, expect, it } from "vitest";
import {
  type Connection,
  type Supervised,
  supervise,
  type Watch,
} from "../../../../src/adapters/slack/sockets/supervisor.ts";
import { SteppedTime } from "../../../support/stepped-time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** refused: no address · auth: Slack refuses the token · mute: taken, and never greeted. */
type Slack = "up" | "refused" | "auth" | "mute";

class FakeConnection implements Connection {
  closed = false;
  readonly watch: Watch;
  readonly #slack: Slack;

  constructor(watch: Watch, slack: Slack) {
    this.watch = watch;
    this.#slack = slack;
  }

  open(): Promise<void> {
    if (this.#slack === "mute") return new Promise(() => undefined);
    return this.#slack === "up" ? Promise.resolve() : Promise.reject(new Error(this.#slack));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.watch.lost(); // the library says so of those that are closed too
  }
}

describe("a supervised connection", () => {
  let time: SteppedTime;
  let slack: Slack;
  let made: FakeConnection[];
  let supervised: Supervised;
  beforeEach(() => {
    time = new SteppedTime();
    slack = "up";
    made = [];
    const quiet = () => undefined;
    const connect = (watch: Watch) => {
      const one = new FakeConnection(watch, slack);
      made.push(one);
      return one;
    };
    supervised = supervise(connect, time.later, { info: quiet, warn: quiet, error: quiet });
  });

  const open = () => made.filter((one) => !one.closed);

  async function outage(kind: Slack, milliseconds: number): Promise<number> {
    slack = kind;
    made.at(-1)?.watch.lost();
    await time.pass(milliseconds);
    slack = "up";
    const before = made.length;
    const from = time.now();
    while (made.length === before && time.now() - from < 10 * MINUTE) await time.pass(100);
    return time.now() - from;
  }

  it.each([
    ["1 minute", MINUTE],
    ["1 hour", HOUR],
    ["4 hours", 4 * HOUR],
  ])("is back within 30 s of an outage of %s, whatever kind it was", async (_, milliseconds) => {
    await supervised.start();
    for (const kind of ["refused", "auth", "mute"] as const) {
      expect(await outage(kind, milliseconds), kind).toBeLessThan(30_000);
      await time.pass(1_000);
      expect(open(), kind).toHaveLength(1);
    }
  });

  it("does not storm a server that is away", async () => {
    await supervised.start();
    slack = "refused";
    made[0]?.watch.lost();
    await time.pass(HOUR);
    expect(made.length).toBeLessThan(HOUR / 15_000 + 10);
  });

  it("opens the successor at once, and lets the one that ends say goodbye", async () => {
    await supervised.start();
    made[0]?.watch.ending();
    made[0]?.watch.ending();
    await time.pass(0);
    expect(open()).toHaveLength(2);
    await time.pass(10_000);
    expect(open()).toEqual([made[1]]);
    made[0]?.watch.lost();
    await time.pass(10_000);
    expect(made).toHaveLength(2);
  });

  it("says when the very first attempt fails, and does not try again by itself", async () => {
    slack = "auth";
    await expect(supervised.start()).rejects.toThrow("auth");
    await supervised.stop();
    await time.pass(HOUR);
    expect(made).toHaveLength(1);
  });

  it("is still after it was stopped, also in the middle of a renewal", async () => {
    await supervised.start();
    made[0]?.watch.ending();
    await supervised.stop();
    await time.pass(HOUR);
    expect(open()).toEqual([]);
  });

  it("starts later when it is told so", async () => {
    supervised.startIn(MINUTE);
    await time.pass(MINUTE - 1);
    expect(made).toHaveLength(0);
    await time.pass(1);
    expect(open()).toHaveLength(1);
  });
});
