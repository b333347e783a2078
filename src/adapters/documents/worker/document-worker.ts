// The worker: reads one file and ends. Started with a memory limit by `document-reader.ts`, which also stops it when time is up.
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../errors.ts";
import { readDocument } from "../../../reading/documents/read-document.ts";
import { readFile } from "../read-file.ts";
import type { Job, Outcome } from "./job.ts";

parentPort?.postMessage(outcomeOf(workerData));

function outcomeOf(job: Job): Outcome {
  try {
    return job.kind === "read"
      ? { kind: "content", content: readFile(job.fileName, job.bytes) }
      : { kind: "draft", draft: readDocument(job.content, job.fileName) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: "refused", code: thrown.code, details: thrown.details };
    return { kind: "failed", error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}
