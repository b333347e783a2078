// Opens the database: PGlite in a folder or in memory, or a PostgreSQL server. One Prisma client for both.
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { Refusal } from "../../errors.ts";
import { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { takeDataLock } from "./data-lock.ts";

export type DatabaseOptions = { databaseUrl: string } | { folder: string } | { memory: true };

export interface Database {
  readonly prisma: PrismaClient;
  /** The embedded database, for the queue beside Prisma; null on a server. */
  readonly pglite: PGlite | null;
  readonly databaseUrl: string | null;
  readonly query: Query;
  close(): Promise<void>;
}

/**
 * One statement with `$1…` in it, the same on both databases; its rows. For the few that a person waits for at every
 * command: on PGlite it goes past Prisma, whose own work there takes as long as the database's.
 */
export type Query = <Row>(sql: string, ...values: readonly (string | null)[]) => Promise<Row[]>;

/** The PostgreSQL version inside PGlite. A folder of another one cannot be opened, only dumped with the old program and restored. */
const PGLITE_VERSION = "18";
const CONNECT_MS = 2_500;
/** Writers take turns (see audit.ts); these bound the wait of the last in the queue, and a single turn. */
const TRANSACTIONS = { maxWait: 20_000, timeout: 30_000 };

/**
 * Opens the database without migrating it. Refusals: `data-folder-in-use`, `data-folder-version`,
 * `database-unreachable` (with a reason that never holds the password).
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ("databaseUrl" in options) return openServer(options.databaseUrl);
  if ("folder" in options) return openFolder(options.folder);
  return wrap(await PGlite.create());
}

function wrap(pglite: PGlite, afterwards: () => void = () => undefined): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions: TRANSACTIONS });
  return {
    prisma,
    pglite,
    databaseUrl: null,
    query: async <Row>(sql: string, ...values: readonly (string | null)[]) =>
      (await pglite.query<Row>(sql, [...values])).rows,
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
    const data = path.join(folder, "database");
    if (!existsSync(data)) await createData(data);
    const found = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
    if (found !== PGLITE_VERSION) {
      throw new Refusal("data-folder-version", { folder, found, expected: PGLITE_VERSION });
    }
    return wrap(await PGlite.create(data), () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The first start takes seconds and may be killed: the folder gets its name only when it is complete. */
async function createData(data: string): Promise<void> {
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await PGlite.create(unfinished)).close();
  renameSync(unfinished, data);
}

async function openServer(databaseUrl: string): Promise<Database> {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    application_name: "lianxi",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
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
    databaseUrl,
    query: (sql, ...values) => prisma.$queryRawUnsafe(sql, ...values),
    close: () => prisma.$disconnect(),
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
