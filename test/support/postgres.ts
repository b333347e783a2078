// A throw-away PostgreSQL server made by the system's `postgresql` package, started by the first suite of a run that asks.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export const HOW_TO_GET_POSTGRES =
  "needs PostgreSQL: apt-get install postgresql (Debian), brew install postgresql (macOS)";
const POSTGRES_PASSWORD = "not-a-secret";
const DONE_FILE = "done.json";

interface Server {
  readonly port: number;
}

/** The folder with initdb and pg_ctl, newest version first; null where PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const versions = "/usr/lib/postgresql";
  const debian = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, "bin"))
    : [];
  const folders = [...debian, ...(process.env.PATH ?? "").split(path.delimiter)];
  return (
    folders.find((folder) => ["initdb", "pg_ctl", "createdb"].every((tool) => existsSync(path.join(folder, tool)))) ??
    null
  );
}

/** The URL of a new, empty database. The server of this run is started when there is none yet. */
export async function createPostgresDatabase(runFolder: string): Promise<string> {
  const server = await theServer(runFolder);
  return createDatabase(server, []);
}

/** The URL of a new copy of a database that `prepare` is given once a run. */
export async function copyPostgresDatabase(
  runFolder: string,
  prepare: (databaseUrl: string) => Promise<void>,
): Promise<string> {
  const server = await theServer(runFolder);
  const { name } = await onceARun<{ name: string }>(path.join(runFolder, "template"), async () => {
    const databaseUrl = createDatabase(server, []);
    await prepare(databaseUrl);
    return { name: path.basename(databaseUrl) };
  });
  return createDatabase(server, ["-T", name]);
}

function createDatabase({ port }: Server, options: readonly string[]): string {
  const name = `lianxi_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const server = ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres"];
  run("createdb", [...server, ...options, name], { PGPASSWORD: POSTGRES_PASSWORD });
  return `postgresql://postgres:${POSTGRES_PASSWORD}@127.0.0.1:${port}/${name}`;
}

/** Stops the server of this run, if one was started. */
export function stopPostgres(runFolder: string): void {
  if (existsSync(serverFile(runFolder))) run("pg_ctl", ["-D", dataFolder(runFolder), "-m", "immediate", "stop"]);
}

/** Starts the server of this run again where it was, after `stopPostgres`. */
export async function startPostgresAgain(runFolder: string): Promise<void> {
  startOn(runFolder, (await theServer(runFolder)).port);
}

function theServer(runFolder: string): Promise<Server> {
  return onceARun<Server>(path.join(runFolder, "postgres"), async () => {
    const server = { port: await freePort() };
    await startServer(runFolder, server);
    return server;
  });
}

/** Several test workers may ask at once: one makes the folder and does the work, the others wait for what it writes there. */
async function onceARun<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, DONE_FILE);
  try {
    mkdirSync(folder);
  } catch {
    for (let tries = 0; tries < 600 && !existsSync(file); tries += 1) await wait(100);
    return JSON.parse(readFileSync(file, "utf8"));
  }
  const done = await work();
  writeFileSync(`${file}.new`, JSON.stringify(done));
  renameSync(`${file}.new`, file);
  return done;
}

async function startServer(runFolder: string, { port }: Server): Promise<void> {
  const folder = path.join(runFolder, "postgres");
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, POSTGRES_PASSWORD);
  const owner = serverUser();
  for (const entry of owner === null ? [] : [runFolder, folder, passwordFile])
    chownSync(entry, owner?.uid ?? 0, owner?.gid ?? 0);
  const data = dataFolder(runFolder);
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  run("initdb", ["-D", data, ...access, "-E", "UTF8", "--locale=C", "-N"]);
  startOn(runFolder, port);
}

function startOn(runFolder: string, port: number): void {
  // A zone far from UTC: whoever stores a local time by mistake is found out.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c timezone=Asia/Shanghai`;
  const log = path.join(runFolder, "postgres", "log");
  run("pg_ctl", ["-D", dataFolder(runFolder), "-w", "-l", log, "-o", options, "start"]);
}

/** initdb and postgres refuse to run as root: they run as the user the package made. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function run(tool: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const folder = findPostgres();
  if (folder === null) throw new Error(HOW_TO_GET_POSTGRES);
  // The server inherits these streams and keeps them open: a pipe would never end.
  execFileSync(path.join(folder, tool), args, {
    cwd: "/",
    stdio: "ignore",
    env: { ...process.env, ...env },
    ...serverUser(),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function dataFolder(runFolder: string): string {
  return path.join(runFolder, "postgres", "data");
}

function serverFile(runFolder: string): string {
  return path.join(runFolder, "postgres", DONE_FILE);
}
