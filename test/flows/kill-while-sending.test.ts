// kill -9 between the post and its record: a real process, a real folder. The restarted one must neither repeat nor lose.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/adapters/db/client.ts";
import { copyTemplate } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../support/small-register.ts";

const CHILD = path.resolve(import.meta.dirname, "../support/scripts/deliver.ts");

describe("a process killed while it sends", () => {
  let slack: FakeSlack;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    slack = await FakeSlack.start();
    slack.state.users = SMALL_REGISTER_USERS;
    folder = await copyTemplate();
    const database = await openDatabase({ folder });
    await seedSmallRegister(database);
    await database.close();
  });

  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    await slack.stop();
  });

  function start(...more: string[]): ChildProcess {
    const child = fork(CHILD, [folder, slack.apiUrl, ...more], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    children.push(child);
    return child;
  }

  const posts = () => slack.callsOf("chat.postMessage").length;
  const received = () => slack.state.messages.map((m) => m.channel).sort();

  async function killAfterFirstPost(child: ChildProcess): Promise<void> {
    await until(() => posts() >= 1);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
  }

  async function settled(): Promise<string[]> {
    const child = children.at(-1);
    await new Promise<void>((resolve) => {
      child?.on("message", (onTheirWay) => {
        if (onTheirWay === 0 && new Set(received()).size === 2) resolve();
      });
    });
    // Long enough for a second copy to arrive, if there were one.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    child?.kill("SIGTERM");
    await new Promise((resolve) => child?.once("exit", resolve));
    const database = await openDatabase({ folder });
    const digests = await database.prisma.digest.findMany({ orderBy: { id: "asc" } });
    await database.close();
    return digests.map((d) => d.state);
  }

  it("after the message has landed, before it is recorded: adopted by its metadata key, not repeated", async () => {
    slack.fail("chat.postMessage", { kind: "hang", lands: true });
    await killAfterFirstPost(start("2026-11-23"));
    start();
    expect(await settled()).toEqual(["sent", "sent"]);
    expect(received()).toEqual(["DE", "DF"]);
  });

  it("after the claim, before the message has landed: sent by the next process", async () => {
    slack.fail("chat.postMessage", { kind: "hang", lands: false });
    await killAfterFirstPost(start("2026-11-23"));
    start();
    expect(await settled()).toEqual(["sent", "sent"]);
    expect(received()).toEqual(["DE", "DF"]);
  });

  it("killed, restarted and ticked again on the same day: still one each", async () => {
    slack.fail("chat.postMessage", { kind: "hang", lands: true });
    await killAfterFirstPost(start("2026-11-23"));
    start("2026-11-23");
    expect(await settled()).toEqual(["sent", "sent"]);
    expect(received()).toEqual(["DE", "DF"]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("it did not come to pass within 30 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
