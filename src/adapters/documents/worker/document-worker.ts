// The worker: a process that reads one file after another. `run-job.ts` starts it with a memory limit and stops it when time is up.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { packContent, unpackContent } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import { isLong, type Job, type Outcome } from "./job.ts";
import { piecesOf } from "./pieces.ts";

for (;;) {
  const [job] = (await once(process, "message")) as [Job];
  giveWay();
  for (const piece of piecesOf(await outcomeOf(job))) {
    process.send?.(piece);
    // The next when the event loop at the other end has unpacked this one.
    if (piece.kind !== "rest") await once(process, "message");
  }
}

/**
 * Whoever else wakes goes first, at once; a low priority (`nice`) alone would make it wait for the end of a time slice.
 * Where there is no util-linux the worker shares as everybody does.
 */
function giveWay(): void {
  spawnSync("chrt", ["--idle", "--all-tasks", "--pid", "0", String(process.pid)]);
}

/** Only what the job needs is loaded: that takes longer than reading a short document. */
async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    if (job.kind === "draft") return { kind: "done", content: { kind: "text", text: "" }, draft: await draftOf(job) };
    const { readFile } = await import("../read-file.ts");
    const content = readFile(job.fileName, job.bytes);
    if (!isLong(content)) return { kind: "done", content, draft: null };
    return { kind: "done", content: packContent(content), draft: await draftOf({ content, fileName: job.fileName }) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: "refused", code: thrown.code, details: thrown.details };
    return { kind: "failed", error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}

async function draftOf({ content, fileName, options }: Omit<Extract<Job, { kind: "draft" }>, "kind">) {
  const { readDocument } = await import("../../../reading/documents/read-document.ts");
  return readDocument(unpackContent(content), fileName, options);
}
