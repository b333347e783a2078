// The delivery queue (pg-boss): carries digest ids to the sender, again and again until one attempt succeeds.
import type { Socket } from "node:net";
import { fromPglite, fromPrisma, PgBoss } from "pg-boss";
import { type Pump, startPump } from "./pump.ts";

/** The database the queue lives in: PGlite itself, or the address of a server. Its tables stand beside the register's. */
export interface QueueDatabase {
  readonly pglite: Parameters<typeof fromPglite>[0] | null;
  readonly databaseUrl: string | null;
  /** Makes sockets that give a silent server up, as the store's do. */
  readonly socket?: () => Socket;
}

/** A transaction of the store, so that a digest and its job are stored together or not at all. */
type QueueTransaction = Parameters<typeof fromPrisma>[0];

export interface DigestQueue {
  /** Creates what the queue needs in the database. Nothing can be enqueued before. */
  start(): Promise<void>;
  /**
   * Inside `tx`; a digest that waits or is being worked on already is left as it is. Returns how many were added. `attempt`
   * tells the job apart from one of an earlier attempt, which a dead process may still hold; `after`: not before that instant.
   */
  enqueue(
    tx: QueueTransaction,
    digestIds: readonly number[],
    options?: { readonly attempt?: number; readonly after?: Date },
  ): Promise<number>;
  /**
   * Calls `handler` once per digest id; an error thrown is an attempt that failed and is repeated later. `stopping` is aborted
   * when the queue stops: a handler that has not begun throws its reason, and the digest is another process's.
   */
  work(handler: (digestId: number, stopping: AbortSignal) => Promise<unknown>): Promise<void>;
  /** How many jobs wait or are being worked on. */
  depth(): Promise<number>;
  /** Lets running handlers end, ten seconds at most, then leaves the database. */
  stop(): Promise<void>;
}

const QUEUE = "digests";
const DEAD_LETTERS = "digests-dead";

// A worker that dies hands its job back after one missed heartbeat, which the supervisor looks for every 2 s. Thirty
// attempts, at most two minutes apart, last for about an hour; after that the job is a dead letter and the sweep over the
// pending digests starts another. A job may wait long for its channel's turn: the heartbeat, not the expiry, finds the dead.
const RETRIES = { retryLimit: 30, retryDelay: 1, retryBackoff: true, retryDelayMax: 120 };
const LIVENESS = { expireInSeconds: 3_600, heartbeatSeconds: 10 };
// The monitor skips a pass that comes too early after the last one: a shorter interval than the supervisor's skips none.
const SUPERVISION = { superviseIntervalSeconds: 2, monitorIntervalSeconds: 1 };
const STOP_MS = 10_000;
const CONNECTING = { connectionTimeoutMillis: 2_500 };

/** `onError` hears of every attempt that failed, and of what fails around them (a lost connection, a query refused). */
export function createDigestQueue(database: QueueDatabase, onError: (error: Error) => void): DigestQueue {
  const boss = new PgBoss({
    ...connection(database),
    ...SUPERVISION,
    // node-cron gives the ticks.
    schedule: false,
  });
  boss.on("error", onError);
  let pump: Pump | null = null;
  return {
    async start() {
      await boss.start();
      await boss.createQueue(DEAD_LETTERS);
      // exclusive: one job per singleton key, waiting or active.
      await boss.createQueue(QUEUE, { policy: "exclusive", deadLetter: DEAD_LETTERS, ...RETRIES, ...LIVENESS });
      await boss.updateQueue(QUEUE, { deadLetter: DEAD_LETTERS, ...RETRIES, ...LIVENESS });
      // Fills pg-boss's memory of the queue: with one connection it could not be asked for from inside a transaction.
      await boss.findJobs(QUEUE, { limit: 1 });
    },

    async enqueue(tx, digestIds, { attempt, after } = {}) {
      const jobs = digestIds.map((digestId) => ({
        data: { digestId },
        singletonKey: attempt === undefined ? String(digestId) : `${digestId}:${attempt}`,
        ...(after === undefined ? {} : { startAfter: after }),
      }));
      const ids = await boss.insert(QUEUE, jobs, { db: fromPrisma(tx), returnId: true });
      return ids?.length ?? 0;
    },

    async work(handler) {
      pump = startPump(boss, QUEUE, handler, onError);
    },

    async depth() {
      const queues = await boss.getQueueStats(QUEUE);
      return queues.reduce((sum, { queuedCount, activeCount }) => sum + queuedCount + activeCount, 0);
    },

    async stop() {
      await pump?.stop(STOP_MS);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

function connection({ pglite, databaseUrl, socket }: QueueDatabase): ConstructorParameters<typeof PgBoss>[0] & object {
  if (pglite !== null) return { db: fromPglite(pglite), backend: "pglite" };
  if (databaseUrl === null) throw new TypeError("A queue needs PGlite or the address of a PostgreSQL server");
  const ofServer = { connectionString: databaseUrl, application_name: "lianxi-queue", max: 4, ...CONNECTING };
  // pg-boss hands what it does not know on to pg.
  return socket === undefined ? ofServer : Object.assign(ofServer, { stream: socket });
}
