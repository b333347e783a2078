// Files of an office → what they hold. They are read in a process of their own, so that the bot goes on answering whatever the file is.
import type { DocumentReader } from "../../app/ports.ts";
import { type StoredContent, unpackContent } from "../../domain/register/document-content.ts";
import type { DraftDocument } from "../../domain/register/draft.ts";
import { Refusal } from "../../errors.ts";
import { readDocument } from "../../reading/documents/read-document.ts";
import { MOST_MEGABYTES, MOST_WAITING } from "./limits.ts";
import { isLong, type Job, type Outcome } from "./worker/job.ts";
import { createJobRunner, type WorkerLimits } from "./worker/run-job.ts";

/**
 * Reads .docx, .xlsx, .html, .csv, .txt and .md of up to `MOST_MEGABYTES`. One file at a time; a few more wait. Refuses with file-empty,
 * file-too-large, file-type, file-encrypted, file-unreadable, file-too-complex (time and memory too) and reader-busy.
 */
export function createDocumentReader(limits: WorkerLimits = {}): DocumentReader {
  const enqueue = createQueue();
  const runJob = createJobRunner(limits);
  /** A long document is drafted where it is read: it need not go there again. */
  const drafts = new WeakMap<StoredContent, { readonly fileName: string; readonly draft: DraftDocument }>();
  const run = async (job: Job) => done(await enqueue(job.fileName, () => runJob(job)));
  return {
    async read(name, bytes) {
      const fileName = baseName(name);
      if (bytes.length === 0) throw new Refusal("file-empty", { file: fileName });
      if (bytes.length > MOST_MEGABYTES * 1024 * 1024) {
        throw new Refusal("file-too-large", { file: fileName, megabytes: MOST_MEGABYTES });
      }
      const { content, draft } = await run({ kind: "read", fileName, bytes });
      if (draft) drafts.set(content, { fileName, draft });
      return content;
    },
    async draft(content, name, options) {
      const fileName = baseName(name);
      const known = drafts.get(content);
      if (known?.fileName === fileName && options === undefined) return known.draft;
      if (!isLong(content)) return readDocument(unpackContent(content), fileName, options);
      const { draft } = await run({ kind: "draft", fileName, content, ...(options ? { options } : {}) });
      if (!draft) throw new Error("The document worker gave no draft");
      return draft;
    },
  };
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, "");
}

function done(outcome: Outcome): Extract<Outcome, { kind: "done" }> {
  if (outcome.kind === "done") return outcome;
  if (outcome.kind === "refused") throw new Refusal(outcome.code, outcome.details);
  throw new Error("The document worker failed", { cause: outcome.error });
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
