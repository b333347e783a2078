// Keeps one connection to Slack open: opens the next when one is lost or about to be, again and again with capped waits.
import type { Log } from "../log.ts";

/** Waits before the attempts after a loss, milliseconds; the last one repeats. With `PATIENCE` less than 30 s. */
const BACK_OFF = [0, 1_000, 2_000, 5_000, 10_000, 15_000] as const;

/** An attempt that takes longer has failed: a peer that takes the connection and says nothing. Milliseconds. */
const PATIENCE = 10_000;

/** How long a connection that Slack takes away stays open beside its successor, to acknowledge what it carried. Milliseconds. */
const FAREWELL = 3_000;

export interface Connection {
  /** Resolves when Slack has greeted; rejects where it cannot be had. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** What a connection tells its supervisor, once each. */
export interface Watch {
  /** Slack will close it. */
  ending(): void;
  lost(): void;
}

/** Runs something later; returns what takes it back. */
export type Later = (milliseconds: number, run: () => void) => () => void;

export interface Supervised {
  /** Rejects when the very first connection fails: that is a wrong token or a wrong address. */
  start(): Promise<void>;
  startIn(milliseconds: number): void;
  stop(): Promise<void>;
}

export const realLater: Later = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** `connect` makes a new connection for every attempt: nothing of a broken one is used again. */
export function supervise(connect: (watch: Watch) => Connection, later: Later, log: Log): Supervised {
  let running = false;
  let failures = 0;
  let current: Connection | null = null;
  let cancelNext: (() => void) | null = null;
  const farewells = new Map<Connection, () => void>();

  async function attempt(): Promise<void> {
    const connection: Connection = connect({
      ending: () => replace(connection, FAREWELL),
      lost: () => replace(connection, 0),
    });
    try {
      await withPatience(connection.open());
    } catch (error) {
      close(connection);
      throw error;
    }
    if (!running) return close(connection);
    current = connection;
    failures = 0;
  }

  /** Does nothing for a connection that has a successor. */
  function replace(connection: Connection, farewell: number): void {
    if (connection !== current) return;
    current = null;
    if (farewell === 0) close(connection);
    else
      farewells.set(
        connection,
        later(farewell, () => close(connection)),
      );
    next();
  }

  function next(wait: number = BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] ?? 0): void {
    if (!running || cancelNext !== null) return;
    cancelNext = later(wait, () => {
      cancelNext = null;
      attempt().catch((error: unknown) => {
        failures += 1;
        log.warn({ error: String(error), failures }, "Slack socket: cannot connect, trying again");
        next();
      });
    });
  }

  function close(connection: Connection): void {
    farewells.get(connection)?.();
    farewells.delete(connection);
    connection.close().catch((error: unknown) => log.warn({ error: String(error) }, "Slack socket: cannot close"));
  }

  function withPatience(opening: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = later(PATIENCE, () => reject(new Error(`no greeting within ${PATIENCE} ms`)));
      opening.finally(cancel).then(resolve, reject);
    });
  }

  return {
    start() {
      running = true;
      return attempt();
    },
    startIn(milliseconds) {
      running = true;
      next(milliseconds);
    },
    async stop() {
      running = false;
      cancelNext?.();
      for (const connection of [...farewells.keys()]) close(connection);
      const last = current;
      current = null;
      await last?.close();
    },
  };
}
