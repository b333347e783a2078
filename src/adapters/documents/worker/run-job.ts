// The reading process: takes one job after another and is ended when it takes too much, or when nobody needs it for a while.
import { type ChildProcess, execFile, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MEMORY_MEGABYTES, TIME_LIMIT } from "../limits.ts";
import type { Job, Outcome } from "./job.ts";
import { createAssembly, type Piece } from "./pieces.ts";

export interface WorkerLimits {
  /** Milliseconds that one file may take. */
  readonly timeLimit?: number;
  readonly memoryMegabytes?: number;
}

const WORKER = fileURLToPath(new URL("./document-worker.ts", import.meta.url));

/** Milliseconds in which a job gets only what nobody else wants of the processors. Who waits longer is waiting too. */
const GIVES_WAY_FOR = 3_000;

/** Milliseconds after which an idle process gives its memory back. Starting one stops the event loop for some 10 ms. */
const KEPT_FOR = 60_000;

/** How V8 ends a process that is out of memory, where it is not by a signal. */
const OUT_OF_MEMORY = 134;

/** Runs jobs, one at a time. Never rejects: what takes too long or too much memory is a refusal, file-too-complex. */
export function createJobRunner(limits: WorkerLimits): (job: Job) => Promise<Outcome> {
  const { timeLimit = TIME_LIMIT, memoryMegabytes = MEMORY_MEGABYTES } = limits;
  let idle: ChildProcess | null = null;
  let retirement: NodeJS.Timeout | undefined;

  return async (job) => {
    clearTimeout(retirement);
    const worker = idle?.connected ? idle : startWorker(memoryMegabytes);
    idle = null;
    hold(worker, true);
    const { outcome, reusable } = await runOn(worker, job, timeLimit);
    if (reusable) {
      idle = worker;
      hold(worker, false);
      retirement = setTimeout(() => worker.kill("SIGKILL"), KEPT_FOR).unref();
    } else worker.kill("SIGKILL");
    return outcome;
  };
}

function startWorker(memoryMegabytes: number): ChildProcess {
  return fork(WORKER, {
    // One thread: helpers that collect garbage would take the processors from whoever waits for an answer.
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, "--single-threaded-gc"],
    serialization: "advanced",
    // What reads other people's files needs no token.
    env: {},
    // V8 says on stderr that it is out of memory; the exit says it too.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Whether the program waits for `worker` before it ends. */
function hold(worker: ChildProcess, held: boolean): void {
  if (held) {
    worker.ref();
    worker.channel?.ref();
  } else {
    worker.unref();
    worker.channel?.unref();
  }
}

async function runOn(
  worker: ChildProcess,
  job: Job,
  timeLimit: number,
): Promise<{ outcome: Outcome; reusable: boolean }> {
  const tooComplex: Outcome = { kind: "refused", code: "file-too-complex", details: { file: job.fileName } };
  const { promise, resolve } = Promise.withResolvers<{ outcome: Outcome; reusable: boolean }>();
  const end = (outcome: Outcome) => resolve({ outcome, reusable: false });
  const timer = setTimeout(() => end(tooComplex), timeLimit);
  const impatient = setTimeout(() => takePart(worker), GIVES_WAY_FOR);
  const assembly = createAssembly();
  const send = (message: Job | "next") => {
    if (worker.connected) worker.send(message, () => undefined);
  };
  worker.on("message", (piece: Piece) => {
    const outcome = assembly.add(piece);
    if (outcome) resolve({ outcome, reusable: true });
    // When the event loop has looked after everybody else.
    else setImmediate(() => send("next"));
  });
  worker.on("error", (error) => end({ kind: "failed", error }));
  worker.on("exit", (code, signal) => {
    const outOfMemory = signal === "SIGABRT" || code === OUT_OF_MEMORY;
    end(outOfMemory ? tooComplex : { kind: "failed", error: new Error(`ended without an answer: ${signal ?? code}`) });
  });
  send(job);
  const result = await promise;
  clearTimeout(timer);
  clearTimeout(impatient);
  worker.removeAllListeners();
  return result;
}

/** The worker started as one that gives way to everybody (see document-worker.ts). */
function takePart({ pid }: ChildProcess): void {
  if (pid !== undefined) execFile("chrt", ["--other", "--all-tasks", "--pid", "0", String(pid)], () => undefined);
}
