// One job in a worker of its own: what it leaves behind in memory goes with it, and when it is killed nothing else is.
import { Worker } from "node:worker_threads";
import { MEMORY_MEGABYTES, TIME_LIMIT } from "../limits.ts";
import type { Job, Outcome } from "./job.ts";
import { createAssembly, type Piece } from "./pieces.ts";

export interface WorkerLimits {
  /** Milliseconds that one file may take. */
  readonly timeLimit?: number;
  readonly memoryMegabytes?: number;
}

const WORKER = new URL("./document-worker.ts", import.meta.url);

/** Never rejects: a worker that takes too long or too much memory is a refusal, file-too-complex. */
export async function runJob(job: Job, limits: WorkerLimits): Promise<Outcome> {
  const { timeLimit = TIME_LIMIT, memoryMegabytes = MEMORY_MEGABYTES } = limits;
  const tooComplex: Outcome = { kind: "refused", code: "file-too-complex", details: { file: job.fileName } };
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve(tooComplex), timeLimit);
  const assembly = createAssembly();
  worker.on("message", (piece: Piece) => {
    const outcome = assembly.add(piece);
    if (outcome) resolve(outcome);
    else setImmediate(() => worker.postMessage("next"));
  });
  worker.once("error", (error: NodeJS.ErrnoException) => {
    resolve(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooComplex : { kind: "failed", error });
  });
  worker.once("exit", () => resolve({ kind: "failed", error: new Error("ended without an answer") }));
  const outcome = await promise;
  clearTimeout(timer);
  await worker.terminate();
  return outcome;
}
