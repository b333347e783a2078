// The port to evidence: files by their hash, and the replies they came with.
import type { Actor } from "../../ports.ts";

interface NewEvidence {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface EvidenceStore {
  /** Attaches the files to each of the proposals. What stands there already is left alone. */
  attach(input: { proposalIds: readonly number[]; files: readonly NewEvidence[]; by: Actor }): Promise<void>;
  /** How many files came with the confirmed updates of a task. */
  count(taskId: number): Promise<number>;
  /** The newest of them, each once by its hash. Throws where a file is not what it was when it was stored. */
  load(taskId: number, most: number): Promise<readonly { fileName: string; bytes: Uint8Array }[]>;
}
