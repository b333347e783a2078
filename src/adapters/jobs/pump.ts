// Takes digests off the queue, each on its own: pg-boss's worker waits for the slowest of a batch, this one for nobody.
import type { Job, PgBoss } from "pg-boss";

interface DigestJob {
  readonly digestId: number;
}

export interface Pump {
  /** Takes nothing more, and waits for what is in hand, that many milliseconds at most. What is left goes back. */
  stop(timeoutMs: number): Promise<void>;
}

/** What one process holds at most; most of it waits for the turn of its channel. */
const IN_HAND = 600;
/** Only together: every step of so many is one statement, and a few at a time would take as many statements. */
const FETCHED_AT_ONCE = 100;
/** Between looks at an empty queue. Milliseconds. */
const POLL = 500;
/** Often enough that two may be lost before the job counts as dead. Milliseconds. */
const HEARTBEAT = 3_000;

/** Throws the signal's reason where it gives a digest up because of the stop. */
type Handler = (digestId: number, stopping: AbortSignal) => Promise<unknown>;

/** `onError` hears of every attempt that failed and of a database that cannot be asked. */
export function startPump(boss: PgBoss, queue: string, handler: Handler, onError: (error: Error) => void): Pump {
  const inHand = new Map<string, { readonly job: Job<DigestJob>; readonly work: Promise<void> }>();
  const done: Job<DigestJob>[] = [];
  const failed: { readonly job: Job<DigestJob>; readonly message: string }[] = [];
  const stopping = new AbortController();
  let wake = () => {};

  async function run(job: Job<DigestJob>): Promise<void> {
    // Never before the job stands in `inHand`.
    await null;
    try {
      await handler(job.data.digestId, stopping.signal);
      done.push(job);
    } catch (thrown) {
      const error = toError(thrown);
      if (thrown !== stopping.signal.reason) onError(error);
      failed.push({ job, message: error.message });
    }
    inHand.delete(job.id);
    wake();
  }

  /** A job that cannot be settled comes back after its heartbeat, and finds its digest sent. */
  async function settle(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      onError(toError(error));
    }
  }

  async function settleAll(): Promise<void> {
    const finished = done.splice(0);
    if (finished.length > 0) await settle(() => boss.complete(queue, finished));
    for (const { job, message } of failed.splice(0)) await settle(() => boss.fail(queue, job, { message }));
  }

  /** Returns how many there were; none where the database cannot be asked. */
  async function fetchMore(): Promise<number> {
    if (inHand.size + FETCHED_AT_ONCE > IN_HAND) return 0;
    try {
      const jobs = await boss.fetch<DigestJob>(queue, { batchSize: FETCHED_AT_ONCE });
      for (const job of jobs) inHand.set(job.id, { job, work: run(job) });
      return jobs.length;
    } catch (error) {
      onError(toError(error));
      return 0;
    }
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      // What is done is settled while the next are fetched: neither waits for the other.
      const [fetched] = await Promise.all([fetchMore(), settleAll()]);
      const busy = fetched > 0 || done.length > 0 || failed.length > 0;
      if (!busy && !stopping.signal.aborted) await idle();
    }
  }

  /** Until the next look, or until a handler ends: its job is settled at once, and there is room again. */
  function idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const heartbeat = setInterval(() => {
    const jobs = [...inHand.values()].map(({ job }) => job);
    if (jobs.length > 0) void settle(() => boss.touch(queue, jobs));
  }, HEARTBEAT);
  const looping = loop();

  return {
    async stop(timeoutMs) {
      stopping.abort();
      wake();
      await looping;
      const all = Promise.all([...inHand.values()].map(({ work }) => work));
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
      clearInterval(heartbeat);
      await settleAll();
      const left = [...inHand.values()].map(({ job }) => job);
      if (left.length > 0) await settle(() => boss.fail(queue, left, { message: "stopped" }));
    },
  };
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
