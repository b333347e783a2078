// The bot as a process of its own, as `npm start` runs it: its log leads from the tick to the message, and holds no secret.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET, FakeSlack, signed } from "../support/fake-slack.ts";
import { freePort } from "../support/free-port.ts";
import { createPostgresDatabase, findPostgres } from "../support/postgres.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OPENAI_KEY = "sk-not-a-real-key-1234567890";
const CONTACT = "U0MINZHENG";
const SECRETARY = "U0SECRETARY";
const ZONE = "Asia/Shanghai";

interface Line {
  readonly msg: string;
  readonly level: number;
  readonly tickId?: string | null;
  readonly digestId?: number;
  readonly digestIds?: readonly number[];
  readonly ts?: string;
  readonly hash?: string;
}

describe(`a run of the bot on ${findPostgres() === null ? "PGlite" : "PostgreSQL"}`, () => {
  let slack: FakeSlack;
  let folder: string;
  let child: ChildProcess;
  let port: number;
  let metricsPort: number;
  let written = "";
  let databaseUrl = "";

  const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    ...{ PATH: process.env.PATH, LIANXI_DATA: folder, DATABASE_URL: databaseUrl, LIANXI_TIMEZONE: ZONE },
    ...{ SLACK_BOT_TOKEN: FAKE_BOT_TOKEN, SLACK_SIGNING_SECRET: FAKE_SIGNING_SECRET, SLACK_API_URL: slack.apiUrl },
    ...{ PORT: String(port), LIANXI_SECRETARIES: SECRETARY, LIANXI_METRICS_PORT: String(metricsPort) },
    // A model that is not there: what it fails with is logged too.
    ...{ OPENAI_API_KEY: OPENAI_KEY, OPENAI_BASE_URL: "http://127.0.0.1:9/v1" },
    ...more,
  });
  const terminal = (...args: string[]) =>
    promisify(execFile)(process.execPath, ["src/cli.ts", ...args], { cwd: ROOT, env: environment() });
  const lines = (): Line[] =>
    written
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  const said = (msg: string) => lines().filter((line) => line.msg === msg);
  const until = async (what: string, holds: () => boolean) => {
    const deadline = performance.now() + 60_000;
    while (!holds()) {
      if (performance.now() > deadline || child.exitCode !== null) throw new Error(`${what} did not come: ${written}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  beforeAll(async () => {
    slack = await FakeSlack.start();
    slack.state.users = [CONTACT, SECRETARY].map((id) => ({ id, name: id.toLowerCase(), realName: id }));
    folder = mkdtempSync(path.join(inject("runFolder"), "trail-"));
    [port, metricsPort] = [await freePort(), await freePort()];
    if (findPostgres() !== null) databaseUrl = await createPostgresDatabase(inject("runFolder"));
    // Whatever day the test runs on, it is a working day.
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" }).format(new Date());
    writeFileSync(path.join(folder, "calendar.txt"), `${today} 班\nnonsense\n`);
    await terminal("import", "examples/责任分工.txt", "--yes");
    await terminal("unit", "contact", "市民政局", CONTACT, "--name", "民政联络员");
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await terminal("meeting", "add", soon);

    // The first post is refused, so that the trail has a turn in it.
    slack.fail("chat.postMessage", { kind: "rate-limited", retryAfter: 1 });
    child = spawn(process.execPath, ["src/main.ts"], {
      cwd: ROOT,
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        written += String(chunk);
      });
    }
    await until("the digests", () => said("Digest sent").length === 2);
  });

  afterAll(async () => {
    child?.kill("SIGKILL");
    await slack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("leads from the tick to the message by one id", () => {
    const [planned] = said("Day planned");
    const tickId = planned?.tickId ?? "";
    expect(tickId).toMatch(/^\d{4}-\d\d-\d\d-start-/);
    const [digests] = said("Digests planned");
    expect(digests).toMatchObject({ tickId });
    expect(digests?.digestIds).toHaveLength(2);
    for (const digestId of digests?.digestIds ?? []) {
      const trail = lines().filter((line) => line.digestId === digestId);
      const steps = trail.map((line) => line.msg);
      expect(steps.slice(0, 2)).toEqual(["Digest claimed", "Digest post begun"]);
      expect(steps).toContain("Digest sent");
      expect(
        trail.every((line) => line.tickId === tickId),
        steps.join(),
      ).toBe(true);
    }
    expect(said("Digest waits")).toHaveLength(1);
    expect(slack.state.messages.map((message) => message.ts).sort()).toEqual(
      said("Digest sent")
        .map((line) => line.ts)
        .sort(),
    );
  });

  it("notes the head of the audit trail with every day that is planned", () => {
    const [head] = said("Head of the audit trail");
    expect(head).toMatchObject({
      tickId: said("Day planned")[0]?.tickId,
      hash: expect.stringMatching(/^k[0-9a-f]{8}:/),
    });
  });

  it("says at start what the calendar lacks", () => {
    expect(lines().find((line) => line.msg.includes("calendar.txt 第 2 行无法读取"))).toMatchObject({ level: 40 });
  });

  it("tells monitoring what happened", async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('lianxi_digest_sends_total{outcome="posted"} 2');
    expect(text).toContain('lianxi_digest_sends_total{outcome="refused"} 1');
    expect(text).toContain('lianxi_digests{state="sent"} 2');
    expect(text).toMatch(/lianxi_ticks_total\{result="planned"\} [1-9]/);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/healthz`)).status).toBe(200);
  });

  it("holds no token, key or password, though things fail", async () => {
    const body = new URLSearchParams({
      ...{ command: "/lianxi", text: "问 垃圾分类归谁管呢", user_id: CONTACT, channel_id: "C0", team_id: "T0" },
      ...{ token: "verification-secret", trigger_id: "t1", response_url: slack.responseUrl },
    }).toString();
    const headers = signed(body, "application/x-www-form-urlencoded");
    await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", headers, body });
    await until("the answer", () => slack.responses.length > 0);
    // A wrong signature, and an address for answers that is not there: both are logged.
    await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST", body: "token=verification-secret" });
    child.kill("SIGTERM");
    await once(child, "exit");
    const password = databaseUrl === "" ? "no-password" : new URL(databaseUrl).password;
    for (const secret of [FAKE_BOT_TOKEN, FAKE_SIGNING_SECRET, OPENAI_KEY, password, "verification-secret"]) {
      expect(written).not.toContain(secret);
    }
    expect(lines().length).toBeGreaterThan(8);
  });

  it("says nothing of the password where the database is not there", async () => {
    const away = "postgresql://lianxi:the-password-1@127.0.0.1:9/none";
    const run = promisify(execFile)(process.execPath, ["src/main.ts"], {
      cwd: ROOT,
      env: environment({ DATABASE_URL: away }),
    });
    const { stderr, stdout } = (await run.catch((error: unknown) => error)) as { stderr: string; stdout: string };
    expect(stderr).toContain("DATABASE_URL");
    expect(stderr + stdout).not.toContain("the-password-1");
  });
});
