// Socket Mode against the local Slack server: a command, its confirmation, a thread reply, a form with an error, a file.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBoltApp, type SlackBot } from "../../../src/adapters/slack/bolt-app.ts";
import { createDirectory } from "../../../src/adapters/slack/directory.ts";
import { createMessenger } from "../../../src/adapters/slack/messenger.ts";
import { guardFrames } from "../../../src/adapters/slack/socket.ts";
import { type LocalSlack, startLocalSlack } from "../../../src/adapters/workspace/local-slack.ts";
import type { UseCases } from "../../../src/app/use-cases.ts";
import { fakeUseCases } from "../../support/fake-use-cases.ts";
import { freePort } from "../../support/free-port.ts";
import { localSlackMissing } from "../../support/local-slack.ts";
import { MemoryInbox } from "../../support/memory-inbox.ts";
import { digestView, noAnswer, proposal, recorded } from "../../support/slack-samples.ts";

const CONTACT = "U0CAIZHENG";
const CHANNEL = "C0LIANXI";

const PLACE = {
  users: [{ id: CONTACT, name: "caizheng", realName: "市财政局联络员" }],
  channels: [{ id: CHANNEL, name: "lianxi", members: [CONTACT] }],
};

/** Drawn again after what its owner does. */
const homePage = { today: "2026-12-02", office: null, own: null, both: false, nextMeeting: null, chair: false };

interface Message {
  readonly ts: string;
  readonly text: string;
  readonly user: string;
  readonly subtype?: string;
  readonly blocks?: unknown;
}

describe.skipIf(localSlackMissing)("on the local Slack server", () => {
  let workspace: LocalSlack;
  let bot: SlackBot;
  let useCases: Partial<UseCases> = {};
  const inbox = new MemoryInbox();
  const logged: string[] = [];

  beforeAll(async () => {
    workspace = await startLocalSlack({ port: await freePort(), ...PLACE });
    const log = (fields: object, message: string) => {
      logged.push(`${message} ${JSON.stringify(fields)}`);
    };
    bot = await createBoltApp(
      {
        botToken: workspace.botToken,
        apiUrl: workspace.apiUrl,
        connection: { kind: "socket", appToken: workspace.appToken, sockets: 1 },
      },
      {
        useCases: new Proxy(fakeUseCases({ viewHome: async () => homePage }), {
          get: (none, name: keyof UseCases) => useCases[name] ?? none[name],
        }),
        inbox,
        clock: { now: () => new Date("2026-12-02T01:00:00Z"), today: () => "2026-12-02" },
        secretaries: [],
        setDate: async () => {},
        log: { info: log, warn: log, error: log },
      },
    );
    await bot.start();
  });
  afterAll(async () => {
    await bot.stop();
    await workspace.stop();
  });

  const control = async (path: string, body?: object): Promise<unknown> => {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return (await fetch(`${workspace.url}/_control/${path}`, body === undefined ? {} : post)).json();
  };
  const messagesOf = async (channel: string): Promise<Message[]> =>
    ((await control(`messages/${channel}`)) as { messages: Message[] }).messages;
  const dmChannel = async (): Promise<string> => {
    const { channels } = (await control("state")) as { channels: { id: string; is_im: boolean }[] };
    return channels.find((one) => one.is_im)?.id ?? "";
  };

  it("a command is shown back, confirmed and replaced in place", async () => {
    useCases = {
      proposeUpdate: async () => [proposal],
      confirmUpdate: async () => recorded,
      redrawDigests: async () => {},
    };
    await control("command", { channel: CHANNEL, user: CONTACT, command: "/lianxi", text: "进展 21 完成60%" });
    await expect.poll(() => messagesOf(CHANNEL)).toHaveLength(1);
    const [shown] = await messagesOf(CHANNEL);
    const [, value = ""] =
      /"action_id":"confirm_update".*?"value":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(shown?.blocks)) ?? [];
    await control("interact", {
      channel: CHANNEL,
      messageTs: shown?.ts,
      user: CONTACT,
      action: { type: "button", action_id: "confirm_update", value: JSON.parse(`"${value}"`) },
    });
    await expect.poll(async () => (await messagesOf(CHANNEL))[0]?.text).toContain("已收到");
    expect(await messagesOf(CHANNEL)).toHaveLength(1);
  });

  it("a digest arrives as a direct message and is answered in its thread", async () => {
    const messenger = createMessenger({ botToken: workspace.botToken, apiUrl: workspace.apiUrl, pace: 0 });
    const outcome = await messenger.postDigest(CONTACT, digestView, "d:1");
    if (outcome.kind !== "posted") throw new Error(outcome.kind);
    const threads: unknown[] = [];
    useCases = {
      proposeUpdate: async (input) => {
        threads.push(input.thread);
        return [proposal];
      },
    };
    await control("message", { channel: outcome.channel, user: CONTACT, text: "21 完成60%", thread_ts: outcome.ts });
    await expect.poll(() => messagesOf(outcome.channel)).toHaveLength(3);
    expect(threads).toEqual([{ channel: outcome.channel, ts: outcome.ts }]);
    await messenger.updateDigest({ ...outcome, slackUser: "U1" }, { ...digestView, lines: [] });
  });

  it("a direct message is a question, and the bot does not answer itself", async () => {
    let asked = 0;
    useCases = {
      answerQuestion: async () => {
        asked += 1;
        return { answer: noAnswer, questionId: 1 };
      },
    };
    const channel = await dmChannel();
    const before = (await messagesOf(channel)).length;
    await control("message", { channel, user: CONTACT, text: "垃圾分类谁管" });
    await expect.poll(() => messagesOf(channel)).toHaveLength(before + 2);
    await inbox.idle();
    expect(asked).toBe(1);
    expect(logged).toEqual([]);
  });

  it("people are found by the names they show", async () => {
    const directory = createDirectory({ botToken: workspace.botToken, apiUrl: workspace.apiUrl });
    expect(await directory.find("@市财政局联络员")).toMatchObject({ id: CONTACT, isBot: false });
    expect(await directory.find("@lianxi")).toMatchObject({ isBot: true });
  });

  it("comes back when the server was away", async () => {
    const { port } = new URL(workspace.url);
    await workspace.stop();
    workspace = await startLocalSlack({ port: Number(port), ...PLACE });
    useCases = { listMyTasks: async () => [] };
    const ask = () => control("command", { channel: CHANNEL, user: CONTACT, command: "/lianxi", text: "我的" });
    await expect
      .poll(
        async () => {
          await ask();
          return (await messagesOf(CHANNEL)).length;
        },
        { timeout: 20_000, interval: 250 },
      )
      .toBeGreaterThan(0);
  });
});

it("a frame without an event ends neither the handler nor the process", async () => {
  const seen: unknown[] = [];
  const warned: string[] = [];
  let ending = 0;
  type Handler = (...frame: unknown[]) => unknown;
  let handlers: Handler[] = [
    async (frame) => {
      seen.push(frame);
      if (frame === "null") throw new TypeError("cannot read properties of null");
    },
  ];
  const client = {
    listeners: () => handlers,
    removeAllListeners: () => {
      handlers = [];
    },
    on: (_event: string, handle: Handler) => handlers.push(handle),
  };
  guardFrames(client, { info: () => {}, error: () => {}, warn: (_, message) => warned.push(message) }, () => {
    ending += 1;
  });
  for (const frame of ["null", "{}", '{"type":"disconnect","reason":"refresh_requested"}', "disconnect"])
    await Promise.all(handlers.map((handle) => handle(frame, false)));
  expect(seen).toEqual(["null", "{}", "disconnect"]);
  expect(ending).toBe(1);
  expect(warned).toHaveLength(1);
});
