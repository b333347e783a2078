// Who is meant: by id, mention or name.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDirectory } from "../../../src/adapters/slack/directory.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../../support/fake-slack.ts";

let slack: FakeSlack;
beforeAll(async () => {
  slack = await FakeSlack.start();
  slack.state.users = [
    { id: "U0CAI", name: "caizheng", realName: "王芳", displayName: "市财政局-王芳" },
    { id: "U0LI1", name: "liming", realName: "李明" },
    { id: "U0LI2", name: "liming2", realName: "李明" },
    { id: "U0GONE", name: "zhaoqi", realName: "赵琪", deleted: true },
    { id: "U0BOT", name: "lianxi", realName: "联席", isBot: true },
  ];
});
afterAll(() => slack.stop());

describe("the directory finds", () => {
  it.each([
    ["U0CAI", "U0CAI"],
    ["<@U0CAI>", "U0CAI"],
    ["<@U0CAI|caizheng>", "U0CAI"],
    ["@caizheng", "U0CAI"],
    ["＠市财政局-王芳", "U0CAI"],
    ["王芳", "U0CAI"],
    ["liming", "U0LI1"],
    ["李明", null],
    ["王", null],
    ["赵琪", null],
    ["U0GONE", null],
    ["<@U0NOBODY>", null],
    ["", null],
    ["@", null],
  ])("%j → %j", async (text, id) => {
    const directory = createDirectory({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl });
    expect((await directory.find(text))?.id ?? null).toBe(id);
  });

  it("says who is a bot, and by what name people go", async () => {
    const directory = createDirectory({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl });
    expect(await directory.find("@lianxi")).toMatchObject({ isBot: true });
    expect(await directory.find("U0CAI")).toMatchObject({ name: "市财政局-王芳", isBot: false });
  });

  it("loads the list of names once for several look-ups, and again after a failure", async () => {
    const directory = createDirectory({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl });
    slack.calls.length = 0;
    slack.fail("users.list", { kind: "http-500", lands: false });
    await expect(directory.find("王芳")).rejects.toThrow();
    await Promise.all([directory.find("王芳"), directory.find("liming")]);
    expect(slack.callsOf("users.list")).toHaveLength(2);
  });
});
