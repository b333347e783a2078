// How a post ended: every fault of Slack's becomes the outcome that keeps reminders from being lost or doubled.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMessenger } from "../../../src/adapters/slack/messenger.ts";
import type { PostOutcome } from "../../../src/app/reminders/messenger.ts";
import { FAKE_BOT_TOKEN, FakeSlack, type Fault } from "../../support/fake-slack.ts";
import { freePort } from "../../support/free-port.ts";
import { digestView } from "../../support/slack-samples.ts";

const USER = "U0CAIZHENG";
const EPOCH = new Date(0);
const TIMEOUT = 1_000;

let slack: FakeSlack;
beforeAll(async () => {
  slack = await FakeSlack.start();
  slack.state.users = [
    { id: USER, name: "caizheng", realName: "市财政局联络员" },
    { id: "U0LEFT", name: "left", realName: "已调离", deleted: true },
  ];
});
beforeEach(() => {
  slack.state.messages.length = 0;
  slack.calls.length = 0;
});
afterAll(() => slack.stop());

const messenger = () => createMessenger({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl, pace: 0, timeout: TIMEOUT });

describe("posting a digest", () => {
  it("posts once, with its key as metadata and nothing unfurled", async () => {
    const outcome = await messenger().postDigest(USER, digestView, "d:1");
    const [message] = slack.state.messages;
    expect(outcome).toEqual({ kind: "posted", channel: "D0CAIZHENG", ts: message?.ts });
    expect(message?.metadata).toEqual({ event_type: "lianxi_digest", event_payload: { key: "d:1" } });
    expect(slack.callsOf("chat.postMessage")).toEqual([
      expect.objectContaining({ unfurl_links: "false", unfurl_media: "false" }),
    ]);
  });

  it("asks for the channel of a person once", async () => {
    const one = messenger();
    await one.postDigest(USER, digestView, "d:1");
    await one.postDigest(USER, digestView, "d:2");
    expect(slack.callsOf("conversations.open")).toHaveLength(1);
  });

  const faults: readonly (readonly [string, Fault, Partial<PostOutcome>])[] = [
    ["429 with Retry-After", { kind: "rate-limited", retryAfter: 7 }, { kind: "refused", retryAfterMs: 7_000 }],
    ["429 without Retry-After", { kind: "rate-limited", retryAfter: null }, { kind: "refused", retryAfterMs: 30_000 }],
    ["channel gone", { kind: "error", error: "channel_not_found" }, { kind: "permanent", error: "channel_not_found" }],
    ["archived", { kind: "error", error: "is_archived" }, { kind: "permanent", error: "is_archived" }],
    ["a message Slack refuses", { kind: "error", error: "invalid_blocks" }, { kind: "permanent" }],
    ["token revoked", { kind: "error", error: "token_revoked" }, { kind: "refused", retryAfterMs: 600_000 }],
    ["an error nobody listed", { kind: "error", error: "posting_to_general_channel_denied" }, { kind: "refused" }],
    ["Slack's own trouble", { kind: "error", error: "internal_error" }, { kind: "unknown", error: "internal_error" }],
    ["500 before posting", { kind: "http-500", lands: false }, { kind: "unknown", error: "http-500" }],
    ["500 after posting", { kind: "http-500", lands: true }, { kind: "unknown", error: "http-500" }],
    ["HTML with 200", { kind: "html", lands: false }, { kind: "unknown", error: "not-json" }],
    ["a reset after posting", { kind: "reset", lands: true }, { kind: "unknown" }],
    ["a time-out after landing", { kind: "hang", lands: true }, { kind: "unknown", error: "TimeoutError" }],
  ];

  it.each(faults)("%s", async (_, fault, expected) => {
    slack.fail("chat.postMessage", fault);
    expect(await messenger().postDigest(USER, digestView, "d:1")).toMatchObject(expected);
    expect(slack.callsOf("chat.postMessage"), "never tried again here").toHaveLength(1);
  });

  it("whatever goes wrong before the post is a definite no", async () => {
    for (const fault of faults.map(([, one]) => one)) {
      slack.fail("conversations.open", fault);
      const outcome = await messenger().postDigest(USER, digestView, "d:1");
      expect(["refused", "permanent"], JSON.stringify(fault)).toContain(outcome.kind);
    }
    expect(slack.callsOf("chat.postMessage")).toHaveLength(0);
  });

  it("a person who has left is permanent", async () => {
    const outcome = await messenger().postDigest("U0LEFT", digestView, "d:1");
    expect(outcome).toEqual({ kind: "permanent", error: "user_disabled" });
  });

  it("a Slack that cannot be reached is a definite no", async () => {
    const nowhere = createMessenger({
      botToken: FAKE_BOT_TOKEN,
      apiUrl: `http://localhost:${await freePort()}/api/`,
      pace: 0,
    });
    expect(await nowhere.postDigest(USER, digestView, "d:1")).toMatchObject({ kind: "refused", error: "ECONNREFUSED" });
  });
});

describe("finding a digest again", () => {
  it.each(["http-500", "reset", "hang", "html"] as const)("finds what landed in spite of %s", async (kind) => {
    slack.fail("chat.postMessage", { kind, lands: true });
    const one = messenger();
    await one.postDigest(USER, digestView, "d:lost");
    const [message] = slack.state.messages;
    expect(await one.findByKey(USER, "d:lost", EPOCH)).toEqual({ channel: "D0CAIZHENG", ts: message?.ts });
  });

  it("says null for what did not land, and for other keys", async () => {
    slack.fail("chat.postMessage", { kind: "http-500", lands: false });
    const one = messenger();
    await one.postDigest(USER, digestView, "d:1");
    await one.postDigest(USER, digestView, "d:2");
    expect(await one.findByKey(USER, "d:1", EPOCH)).toBeNull();
  });

  it("looks through every page since the claim", async () => {
    const one = messenger();
    await one.postDigest(USER, digestView, "d:first");
    for (let i = 0; i < 30; i += 1) slack.state.addMessage({ channel: "D0CAIZHENG", user: USER, text: `第${i}条` });
    slack.state.pageSize = 10;
    expect(await one.findByKey(USER, "d:first", EPOCH)).not.toBeNull();
    slack.state.pageSize = 100;
  });

  it("throws when Slack cannot say: silence is not absence", async () => {
    for (const fault of [
      { kind: "http-500", lands: false },
      { kind: "html", lands: false },
      { kind: "rate-limited", retryAfter: 1 },
    ] as const) {
      slack.fail("conversations.history", fault);
      await expect(messenger().findByKey(USER, "d:1", EPOCH)).rejects.toThrow();
    }
  });

  it("somebody else's metadata is not ours", async () => {
    slack.state.addMessage({
      channel: "D0CAIZHENG",
      user: USER,
      text: "",
      metadata: { event_type: "other", event_payload: { key: "d:1" } },
    });
    expect(await messenger().findByKey(USER, "d:1", EPOCH)).toBeNull();
  });
});

it("rewrites a digest in place", async () => {
  const one = messenger();
  const outcome = await one.postDigest(USER, digestView, "d:1");
  if (outcome.kind !== "posted") throw new Error(outcome.kind);
  await one.updateDigest(
    { ...outcome, slackUser: "U1" },
    {
      ...digestView,
      lines: digestView.lines.map((line) => ({ ...line, answered: true })),
    },
  );
  expect(slack.state.messages).toHaveLength(1);
  expect(slack.callsOf("chat.update")).toHaveLength(1);
});
