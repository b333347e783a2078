// A Slack on this machine for people without tokens: the `local-slack` server, started and stopped with the bot.
//
// What differs from the real Slack, as far as the bot can tell:
// - every token is accepted, and every open socket gets every envelope: connect with one socket only;
// - message metadata is not kept, and `conversations.history` ignores its limits: an uncertain post is not found again;
// - it listens on every network interface and asks nobody for a password: for a trial, not for an office;
// - ephemeral messages are ordinary ones with a mark, so they can be replaced and stay after a reload.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../../errors.ts";

/** The npm package with the server's binary; there is one per platform. */
const PACKAGE = `local-slack-${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** Milliseconds until the server must answer, and between two looks. */
const START_TIMEOUT = 15_000;
const POLL = 100;
/** Milliseconds a server gets to end by itself. */
const STOP_TIMEOUT = 3_000;

const APP = {
  appId: "A0LIANXI",
  botUserId: "U0LIANXI",
  botName: "lianxi",
  botToken: "xoxb-local-workspace",
  appToken: "xapp-local-workspace",
  signingSecret: "local-workspace",
  mode: "socket",
} as const;

export interface LocalSlackOptions {
  readonly port: number;
  /** `id` as Slack has them: `U` and capitals or digits. `name`: the handle; `realName`: what is shown. */
  readonly users: readonly { readonly id: string; readonly name: string; readonly realName: string }[];
  /** `members`: user ids; the bot is in every channel. */
  readonly channels: readonly { readonly id: string; readonly name: string; readonly members: readonly string[] }[];
}

export interface LocalSlack {
  /** The page to open in a browser. */
  readonly url: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly botUserId: string;
  stop(): Promise<void>;
}

/** Starts the server and waits until it answers. Throws `port-in-use` or `workspace-missing`. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const binary = findBinary();
  await requireFreePort(options.port);
  const folder = await mkdtemp(join(tmpdir(), "lianxi-workspace-"));
  const config = join(folder, "workspace.json");
  await writeFile(config, JSON.stringify(workspaceOf(options)));

  const server = spawn(
    binary,
    ["--config", config, "--port", String(options.port), "--files-dir", join(folder, "files")],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const stop = stopper(server, folder);
  const url = `http://localhost:${options.port}`;
  try {
    await waitUntilItAnswers(server, url);
  } catch (error) {
    await stop();
    throw error;
  }
  const { botToken, appToken, botUserId } = APP;
  return { url, apiUrl: `${url}/api/`, botToken, appToken, botUserId, stop };
}

function workspaceOf(options: LocalSlackOptions) {
  return {
    workspace: { name: "Lianxi", domain: "lianxi", teamId: "T0LIANXI" },
    app: APP,
    users: options.users.map(({ id, name, realName }) => ({ id, name, real_name: realName })),
    channels: options.channels.map((channel) => ({ ...channel, members: [...channel.members, APP.botUserId] })),
  };
}

function findBinary(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
    return join(dirname(manifest), "bin", process.platform === "win32" ? "local-slack.exe" : "local-slack");
  } catch {
    throw new Refusal("workspace-missing", { why: PACKAGE });
  }
}

/** Asked beforehand: the server itself says nothing that could be told apart from other failures. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Refusal("port-in-use", { port }) : error);
    });
    probe.listen(port, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

async function waitUntilItAnswers(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-500);
  });
  let failure: string | null = null;
  server.once("error", (error) => {
    failure = error.message;
  });
  const deadline = performance.now() + START_TIMEOUT;
  while (performance.now() < deadline) {
    if (failure !== null || server.exitCode !== null) break;
    try {
      const response = await fetch(`${url}/_control/state`, { signal: AbortSignal.timeout(1_000) });
      await response.body?.cancel();
      if (response.ok) return;
    } catch {
      // not yet
    }
    await sleep(POLL);
  }
  throw new Refusal("workspace-missing", { why: failure ?? (said.trim() || `exit ${server.exitCode}`) });
}

function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  // A bot that ends without stopping takes its server along: the next start finds the port free.
  const killAtExit = () => server.kill("SIGKILL");
  process.once("exit", killAtExit);
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await Promise.race([ended, sleep(STOP_TIMEOUT, undefined, { ref: false })]);
      if (server.exitCode === null && server.signalCode === null) server.kill("SIGKILL");
    }
    process.off("exit", killAtExit);
    await rm(folder, { recursive: true, force: true });
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
