// What can be done with evidence.
import type { Actor } from "../../ports.ts";

export interface EvidenceUseCases {
  /** Attaches files to proposals of the author's. Throws `evidence-type`, `file-empty`, `too-many-files` and `proposal-gone`. */
  attachEvidence(input: {
    proposalIds: readonly number[];
    files: readonly { fileName: string; bytes: Uint8Array }[];
    by: Actor;
  }): Promise<void>;
  /** For secretaries and the task's units. Throws `not-your-task`, `proposal-gone`. */
  fetchEvidence(input: {
    taskId: number;
    by: Actor;
  }): Promise<{ taskName: string; title: string; files: readonly { fileName: string; bytes: Uint8Array }[] }>;
}
