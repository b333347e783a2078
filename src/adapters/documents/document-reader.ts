// Files of an office → what they hold. Each is read in a worker of its own, so that the bot goes on answering whatever the file is.
import { Worker } from "node:worker_threads";
import type { DocumentReader } from "../../app/ports.ts";
import type { ContentRow, DocumentContent } from "../../domain/register/document-content.ts";
import { Refusal } from "../../errors.ts";
import { readDocument } from "../../reading/documents/read-document.ts";
import { MEMORY_MEGABYTES, MOST_MEGABYTES, MOST_WAITING, TIME_LIMIT } from "./limits.ts";
import type { Job, Outcome } from "./worker/job.ts";

export interface ReaderOptions {
  /** Milliseconds that one file may take. */
  readonly timeLimit?: number;
  readonly memoryMegabytes?: number;
}

const WORKER = new URL("./worker/document-worker.ts", import.meta.url);

/**
 * Reads .docx, .xlsx, .html, .csv, .txt and .md of up to `MOST_MEGABYTES`. One file at a time; a few more wait. Refuses with file-empty,
 * file-too-large, file-type, file-encrypted, file-unreadable, file-too-complex (time and memory too) and reader-busy.
 */
export function createDocumentReader(options: ReaderOptions = {}): DocumentReader {
  const enqueue = createQueue();
  return {
    async read(fileName, bytes) {
      const file = baseName(fileName);
      if (bytes.length === 0) throw new Refusal("file-empty", { file });
      if (bytes.length > MOST_MEGABYTES * 1024 * 1024) {
        throw new Refusal("file-too-large", { file, megabytes: MOST_MEGABYTES });
      }
      const outcome = await enqueue(file, () => runJob({ kind: "read", fileName: file, bytes }, options));
      if (outcome.kind !== "content") throw thrownBy(outcome);
      return outcome.content;
    },
    async draft(content, fileName) {
      if (lengthOf(content) <= READ_AT_ONCE) return readDocument(content, fileName);
      const outcome = await enqueue(fileName, () => runJob({ kind: "draft", fileName, content }, options));
      if (outcome.kind !== "draft") throw thrownBy(outcome);
      return outcome.draft;
    },
  };
}

/** Characters that the grammar reads faster than a worker starts: some 50 ms. The longest real document has 25,000. */
const READ_AT_ONCE = 40_000;

function lengthOf(content: DocumentContent): number {
  if (content.kind === "text") return content.text.length;
  return content.blocks.reduce(
    (sum, block) => sum + (block.kind === "paragraph" ? block.text.length : cellsLength(block.rows)),
    0,
  );
}

function cellsLength(rows: readonly ContentRow[]): number {
  return rows.reduce((sum, row) => row.cells.reduce((length, cell) => length + cell.text.length, sum), 0);
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, "");
}

function thrownBy(outcome: Outcome): Error {
  if (outcome.kind === "refused") return new Refusal(outcome.code, outcome.details);
  return new Error("The document worker failed", outcome.kind === "failed" ? { cause: outcome.error } : {});
}

/** One after another, whether the one before succeeded or not. */
function createQueue(): (file: string, work: () => Promise<Outcome>) => Promise<Outcome> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (file, work) => {
    if (waiting > MOST_WAITING) throw new Refusal("reader-busy", { file });
    waiting += 1;
    const result = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = result.catch(() => undefined);
    return result;
  };
}

/** A worker for this file alone: what it leaves behind in memory goes with it, and when it is killed nothing else is. */
function runJob(
  job: Job,
  { timeLimit = TIME_LIMIT, memoryMegabytes = MEMORY_MEGABYTES }: ReaderOptions,
): Promise<Outcome> {
  const tooComplex: Outcome = { kind: "refused", code: "file-too-complex", details: { file: job.fileName } };
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  const ended = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => ended.resolve(tooComplex), timeLimit);
  worker.once("message", ended.resolve);
  worker.once("error", (error: NodeJS.ErrnoException) => {
    ended.resolve(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooComplex : { kind: "failed", error });
  });
  worker.once("exit", () => ended.resolve({ kind: "failed", error: new Error("ended without an answer") }));
  return ended.promise.finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}
