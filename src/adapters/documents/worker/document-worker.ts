// The worker: reads one file and ends. Started with a memory limit by `run-job.ts`, which also stops it when time is up.
import { once } from "node:events";
import { constants, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../errors.ts";
import { isLong, type Job, type Outcome } from "./job.ts";
import { piecesOf } from "./pieces.ts";

giveWay();
for (const piece of piecesOf(await outcomeOf(workerData))) {
  parentPort?.postMessage(piece);
  // The next when the event loop has unpacked this one and looked after everybody else.
  if (piece.kind !== "rest" && parentPort) await once(parentPort, "message");
}

/** Whoever waits for an answer goes first. On Linux a priority is the thread's own; elsewhere it would be the whole program's. */
function giveWay(): void {
  if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

/** Only what the job needs is loaded: that takes longer than reading a short document. */
async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    if (job.kind === "draft") return { kind: "done", content: { kind: "text", text: "" }, draft: await draftOf(job) };
    const { readFile } = await import("../read-file.ts");
    const content = readFile(job.fileName, job.bytes);
    const draft = isLong(content) ? await draftOf({ content, fileName: job.fileName }) : null;
    return { kind: "done", content, draft };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: "refused", code: thrown.code, details: thrown.details };
    return { kind: "failed", error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}

async function draftOf({ content, fileName, options }: Omit<Extract<Job, { kind: "draft" }>, "kind">) {
  const { readDocument } = await import("../../../reading/documents/read-document.ts");
  return readDocument(content, fileName, options);
}
