// Files from the chat: sized up before they are fetched, and the token goes to nobody but Slack.
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFileFetcher, MAX_MEGABYTES } from "../../../src/adapters/slack/files.ts";
import { createWebClient } from "../../../src/adapters/slack/web-client.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../../support/fake-slack.ts";

const TOO_LARGE = MAX_MEGABYTES * 1024 * 1024 + 1;

let slack: FakeSlack;
beforeAll(async () => {
  slack = await FakeSlack.start();
});
afterAll(() => slack.stop());

function fetcher(botToken: string = FAKE_BOT_TOKEN) {
  return createFileFetcher(createWebClient(botToken, slack.apiUrl), botToken, slack.apiUrl);
}

describe("fetching a file", () => {
  it("brings its bytes, directly and by id", async () => {
    const file = slack.state.addFile("分工.txt", Buffer.from("一、市教育局牵头"));
    const direct = await fetcher().fetch(file);
    expect(direct.fileName).toBe("分工.txt");
    expect(Buffer.from(direct.bytes).toString()).toBe("一、市教育局牵头");
    expect(await fetcher().fetchById(file.id)).toEqual(direct);
  });

  it("refuses what says it is too large without fetching it", async () => {
    const file = slack.state.addFile("大.txt", Buffer.from("x"), TOO_LARGE);
    await expect(
      fetcher().fetch({ ...file, url_private: "https://files.slack.com/never-asked" }),
    ).rejects.toMatchObject({
      code: "file-too-large",
      details: { file: "大.txt", megabytes: MAX_MEGABYTES },
    });
  });

  it("refuses what turns out to be too large", async () => {
    const file = slack.state.addFile("假.txt", Buffer.alloc(TOO_LARGE), 10);
    await expect(fetcher().fetch(file)).rejects.toThrow("file-too-large");
  });

  it("cuts off what says it is small and never ends", async () => {
    let sent = 0;
    const endless = createServer((_, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      const more = () => {
        while (sent < 1024 ** 3 && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    await new Promise<void>((resolve) => endless.listen(0, resolve));
    const address = endless.address();
    const origin = `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`;
    const own = createFileFetcher(createWebClient(FAKE_BOT_TOKEN, slack.apiUrl), FAKE_BOT_TOKEN, `${origin}/api/`);
    const file = { id: "F1", name: "影像.pdf", size: 100, url_private: `${origin}/files/F1` };
    await expect(own.fetch(file)).rejects.toMatchObject({ code: "file-too-large" });
    // What the system had buffered comes on top.
    expect(sent).toBeLessThan(4 * TOO_LARGE);
    endless.closeAllConnections();
    endless.close();
  });

  it("refuses what is gone, and a sign-in page in its place", async () => {
    await expect(fetcher().fetchById("F99999999")).rejects.toThrow("file-not-found");
    const file = slack.state.addFile("分工.txt", Buffer.from("x"));
    await expect(fetcher("xoxb-without-scope").fetch(file)).rejects.toThrow("file-not-found");
    await expect(fetcher().fetch({ id: "F1", name: "无地址.txt" })).rejects.toThrow("file-not-found");
  });

  it("never shows the token to another host", async () => {
    let asked = 0;
    const other = createServer((_, response) => {
      asked += 1;
      response.end("x");
    });
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    for (const url of [
      `http://localhost:${port}/a.txt`,
      "https://evil.example/files.slack.com/a.txt",
      "https://files.slack.com.evil.example/a.txt",
      "http://files.slack.com/a.txt",
      "file:///etc/passwd",
      "nonsense",
    ]) {
      await expect(fetcher().fetch({ id: "F1", name: "a.txt", url_private: url }), url).rejects.toThrow(
        "file-not-found",
      );
    }
    expect(asked).toBe(0);
    other.close();
  });
});
