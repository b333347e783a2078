// Opens the database: PGlite in a folder or in memory, or a PostgreSQL server. One Prisma client for both.
import type { Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { Refusal } from "../../errors.ts";
import { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { openData, prepareData, troubleIn } from "./open/data-folder.ts";
import { takeDataLock } from "./open/data-lock.ts";
import { quietSocket } from "./open/quiet-socket.ts";

/** `patient`: for statements that may take minutes without a word, such as migrations. Else a silent server counts as gone. */
export type DatabaseOptions = { databaseUrl: string; patient?: boolean } | { folder: string } | { memory: true };

export interface Database {
  readonly prisma: PrismaClient;
  /** The embedded database, for the queue beside Prisma; null on a server. */
  readonly pglite: PGlite | null;
  /** The data folder of the embedded database; null on a server and in memory. */
  readonly folder: string | null;
  readonly databaseUrl: string | null;
  /** Makes the sockets to the server, for the queue's own connections. Absent where there is no server. */
  readonly socket?: () => Socket;
  readonly query: Query;
  /**
   * Throws a `Refusal` (`disk-full`, `data-folder-damaged`) when the embedded database has given up for good: it answers
   * nobody any more, and only a new process gets it back. A server comes back by itself.
   */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * One statement with `$1…` in it, the same on both databases; its rows. For the few that a person waits for at every
 * command, or that every digest takes: it goes past Prisma, whose own work takes as long as the database's. Instants are
 * given and asked for as text or JSON: as columns they would be read in the zone of the machine.
 */
export type Query = <Row>(sql: string, ...values: readonly QueryValue[]) => Promise<Row[]>;

type QueryValue = string | null | readonly string[] | readonly number[];

const CONNECT_MS = 2_500;
/** Writers take turns (see audit.ts); these bound the wait of the last in the queue, and a single turn. */
const TRANSACTIONS = { maxWait: 20_000, timeout: 30_000 };

/** Longer than any transaction may take. */
const ANSWER_MS = 60_000;
/** How soon the system asks an idle peer whether it is still there. */
const KEEP_ALIVE_MS = 5_000;

/**
 * Opens the database without migrating it. Refusals: `data-folder-in-use`, `data-folder-version`, `data-folder-damaged`,
 * `disk-full`, `database-unreachable` (with a reason that never holds the password).
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ("databaseUrl" in options) return openServer(options);
  if ("folder" in options) return openFolder(options.folder);
  return wrap(await PGlite.create());
}

/** The embedded database as the stores use it. `folder`: where it is kept, for words about it; null = in memory. */
export function wrap(pglite: PGlite, folder: string | null = null, afterwards: () => void = () => undefined): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions: TRANSACTIONS });
  return {
    prisma,
    pglite,
    folder,
    databaseUrl: null,
    query: async <Row>(sql: string, ...values: readonly QueryValue[]) =>
      (await pglite.query<Row>(sql, [...values])).rows,
    check: () => checkEmbedded(pglite, folder),
    async close() {
      await prisma.$disconnect();
      await pglite.close();
      afterwards();
    },
  };
}

async function openFolder(folder: string): Promise<Database> {
  const lock = await takeDataLock(folder);
  try {
    const data = await prepareData(folder);
    return wrap(await openData(data, folder), folder, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function checkEmbedded(pglite: PGlite, folder: string | null): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_MS);
  });
  const answer = pglite.query("SELECT 1").then(
    () => true,
    () => false,
  );
  const alive = await Promise.race([answer, silence]);
  clearTimeout(timer);
  if (!alive) throw troubleIn(folder ?? "", "no answer");
}

async function openServer(options: { databaseUrl: string; patient?: boolean }): Promise<Database> {
  const { databaseUrl, patient = false } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: patient ? "lianxi-patient" : "lianxi",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...(patient ? {} : { stream: quietSocket }),
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });
  try {
    await prisma.$queryRaw`SELECT 1`;
  } catch (error) {
    await prisma.$disconnect();
    throw new Refusal("database-unreachable", { why: whyUnreachable(error) });
  }
  return {
    prisma,
    pglite: null,
    folder: null,
    databaseUrl,
    socket: quietSocket,
    check: async () => undefined,
    query: prepared(pool),
    close: () => prisma.$disconnect(),
  };
}

/**
 * Named, so that a connection plans each statement once, and for lists of any length: planned anew for the hundred ids of a
 * batch, a statement reads the whole table.
 */
function prepared(pool: pg.Pool): Query {
  const names = new Map<string, string>();
  return async <Row>(text: string, ...values: readonly QueryValue[]) => {
    const name = names.get(text) ?? `lianxi-${names.size + 1}`;
    names.set(text, name);
    return (await pool.query<Row & pg.QueryResultRow>({ name, text, values: [...values] })).rows;
  };
}

/** The kind of failure with host, user or database: what an operator needs, and never the connection string. */
function whyUnreachable(error: unknown): string {
  const driver = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : undefined;
  if (!(driver instanceof DriverAdapterError)) return "NoAnswer";
  const { cause } = driver;
  switch (cause.kind) {
    case "DatabaseNotReachable":
      return `${cause.kind}: ${[cause.host, cause.port].filter((part) => part !== undefined).join(":")}`;
    case "AuthenticationFailed":
      return `${cause.kind}: ${cause.user ?? ""}`;
    case "DatabaseDoesNotExist":
    case "DatabaseAccessDenied":
      return `${cause.kind}: ${cause.db ?? ""}`;
    default:
      return cause.kind;
  }
}
