// Socket Mode when Slack renews, drops, mutes or garbles a connection: no command is lost that one connection could have taken.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBoltApp, type SlackBot } from "../../../src/adapters/slack/bolt-app.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../../support/fake-slack.ts";
import { FakeSlackSocket } from "../../support/fake-slack-socket.ts";
import { fakeUseCases } from "../../support/fake-use-cases.ts";
import { MemoryInbox } from "../../support/memory-inbox.ts";
import { noAnswer } from "../../support/slack-samples.ts";

describe("a bot on Socket Mode", () => {
  let slack: FakeSlack;
  let socket: FakeSlackSocket;
  let bot: SlackBot;
  let asked: string[];
  const inbox = new MemoryInbox();

  beforeEach(async () => {
    slack = await FakeSlack.start();
    slack.state.users = [{ id: "U0CAIZHENG", name: "caizheng", realName: "市财政局联络员" }];
    socket = await FakeSlackSocket.start(slack);
    asked = [];
    inbox.deliveries.clear();
  });
  afterEach(async () => {
    await bot.stop();
    await socket.stop();
    await slack.stop();
  });

  async function start(sockets: number): Promise<void> {
    const quiet = () => undefined;
    bot = await createBoltApp(
      {
        botToken: FAKE_BOT_TOKEN,
        apiUrl: slack.apiUrl,
        connection: { kind: "socket", appToken: "xapp-fake", sockets, stagger: 1 },
      },
      {
        useCases: fakeUseCases({
          listMyTasks: async () => [],
          answerQuestion: async ({ text }) => {
            asked.push(text);
            return { answer: noAnswer, questionId: 1 };
          },
        }),
        inbox,
        clock: { now: () => new Date("2026-12-02T01:00:00Z"), today: () => "2026-12-02" },
        secretaries: [],
        setDate: null,
        log: { info: quiet, warn: quiet, error: quiet },
      },
    );
    await bot.start();
    await expect.poll(() => socket.ready).toBe(sockets);
  }

  it("takes commands on two connections, and all of them while each is renewed", async () => {
    await start(2);
    const all: Promise<string>[] = [];
    for (let n = 0; n < 40; n += 1) {
      if (n % 10 === 5) socket.refresh(500);
      all.push(socket.command("我的"));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(new Set(await Promise.all(all))).toEqual(new Set(["acknowledged"]));
    expect(socket.opened).toBe(6);
  });

  it("opens the next connection before the one that is renewed is closed", async () => {
    await start(1);
    socket.refresh(60_000);
    await expect.poll(() => socket.ready).toBe(1);
    expect(await socket.command("我的")).toBe("acknowledged");
  });

  it("comes back when every connection was dropped", async () => {
    await start(2);
    socket.drop();
    await expect.poll(() => socket.ready, { timeout: 10_000 }).toBe(2);
    expect(await socket.command("我的")).toBe("acknowledged");
  });

  it("comes back after Slack refused the token while it reconnected", async () => {
    await start(1);
    socket.mode = "invalid_auth";
    socket.drop();
    await expect.poll(() => slack.callsOf("apps.connections.open").length, { timeout: 10_000 }).toBeGreaterThan(2);
    socket.mode = "up";
    await expect.poll(() => socket.ready, { timeout: 10_000 }).toBe(1);
  });

  it("survives frames that hold no event", async () => {
    await start(1);
    for (const frame of [
      "null",
      "[]",
      "{}",
      '"text"',
      "not json",
      '{"type":"app_rate_limited"}',
      '{"type":"events_api"}',
    ])
      socket.say(frame);
    expect(await socket.command("我的")).toBe("acknowledged");
    expect(socket.opened).toBe(1);
  });

  it("lets an event that comes again, also on the other connection, take effect once", async () => {
    await start(2);
    const event = {
      type: "message",
      channel: "D0CAIZHENG",
      channel_type: "im",
      user: "U0CAIZHENG",
      text: "垃圾分类谁管",
      ts: "18.1",
    };
    expect(await Promise.all([1, 2, 3].map(() => socket.event(event, "Ev1")))).toEqual(Array(3).fill("acknowledged"));
    await inbox.idle();
    expect(asked).toHaveLength(1);
  });
});
