// The worker: reads one file and ends. Started with a memory limit by `document-reader.ts`, which also stops it when time is up.
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../errors.ts";
import type { Job, Outcome } from "./job.ts";

parentPort?.postMessage(await outcomeOf(workerData));

/** Only what the job needs is loaded: that takes longer than reading a short document. */
async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    if (job.kind === "read") {
      const { readFile } = await import("../read-file.ts");
      return { kind: "content", content: readFile(job.fileName, job.bytes) };
    }
    const { readDocument } = await import("../../../reading/documents/read-document.ts");
    return { kind: "draft", draft: readDocument(job.content, job.fileName) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: "refused", code: thrown.code, details: thrown.details };
    return { kind: "failed", error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}
