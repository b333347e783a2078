// One message a second in a channel, later after a 429, and channels do not wait for each other.
import { beforeEach, describe, expect, it } from "vitest";
import { type Pacer, pacer } from "../../../src/adapters/slack/pacer.ts";
import { SteppedTime } from "../../support/stepped-time.ts";

describe("turns", () => {
  let time: SteppedTime;
  let turns: Pacer;
  let sent: { readonly channel: string; readonly at: number }[];
  beforeEach(() => {
    time = new SteppedTime();
    turns = pacer(1_000, time);
    sent = [];
  });

  /** Sends a message that is there at once. */
  async function send(channel: string): Promise<void> {
    const end = await turns.take(channel);
    sent.push({ channel, at: time.now() });
    end();
  }
  const timesOf = (channel: string) => sent.filter((one) => one.channel === channel).map((one) => one.at);
  const last = () => Math.max(...sent.map((one) => one.at));

  it("keeps a channel's messages apart, and no longer than that", async () => {
    await time.until(Promise.all([send("D1"), send("D1"), send("D2"), send("D1")]));
    expect(timesOf("D1")).toEqual([0, 1_000, 2_000]);
    expect(timesOf("D2")).toEqual([0]);
    time.advance(5_000);
    await time.until(send("D1"));
    expect(last()).toBe(7_000);
  });

  it("300 messages to one channel take a second each", async () => {
    await time.until(Promise.all(Array.from({ length: 300 }, () => send("D1"))));
    expect(last()).toBe(299_000);
  });

  it("300 messages to 100 channels take as long as three to one", async () => {
    await time.until(Promise.all(Array.from({ length: 300 }, (_, n) => send(`D${n % 100}`))));
    expect(last()).toBe(2_000);
  });

  it("one channel's 429 delays that channel alone, by what Slack said", async () => {
    await time.until(send("D1"));
    turns.hold("D1", 30_000);
    await time.until(Promise.all(["D1", "D2", "D1", "D2", "D3"].map(send)));
    expect(timesOf("D1")).toEqual([0, 30_000, 31_000]);
    expect(timesOf("D2")).toEqual([0, 1_000]);
    expect(timesOf("D3")).toEqual([0]);
  });

  it("a 429 holds back those who wait already", async () => {
    const all = Promise.all(["D1", "D1", "D1"].map(send));
    await time.settle();
    turns.hold("D1", 20_000);
    await time.until(all);
    expect(timesOf("D1")).toEqual([0, 20_000, 21_000]);
  });

  it("twenty at most are on their way; the next goes when one has ended", async () => {
    const ends = await Promise.all(Array.from({ length: 20 }, (_, n) => turns.take(`D${n}`)));
    const next = send("D99");
    await time.settle();
    expect(sent).toEqual([]);
    ends[0]?.();
    ends[0]?.(); // a second call changes nothing
    await time.until(next);
    const after = send("D98");
    await time.settle();
    ends[1]?.();
    await time.until(after);
    expect(sent.map((one) => one.channel)).toEqual(["D99", "D98"]);
  });

  it("those who ask to be alone come one by one, beside the others", async () => {
    const end = await turns.take("D1", { alone: true });
    let second = false;
    const waiting = turns.take("D2", { alone: true }).then(() => {
      second = true;
    });
    await time.until(send("D3"));
    expect(second).toBe(false);
    end();
    await waiting;
    expect(second).toBe(true);
  });

  it("who gives up holds nobody back", async () => {
    const stopping = new AbortController();
    await time.until(send("D1"));
    const givenUp = turns.take("D1", { signal: stopping.signal });
    const patient = send("D1");
    stopping.abort(new Error("stopping"));
    await expect(time.until(givenUp)).rejects.toThrow("stopping");
    await time.until(patient);
    expect(timesOf("D1")).toEqual([0, 1_000]);
  });
});
