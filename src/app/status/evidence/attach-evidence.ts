// Keeps the files that came with a reply. They count with the reply, once it is confirmed.
import { checkEvidence } from "../../../domain/status/evidence.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { sha256Of } from "../../register/file-hash.ts";

export async function attachEvidence(
  ports: Pick<Ports, "evidenceStore" | "statusStore">,
  input: {
    proposalIds: readonly number[];
    files: readonly { fileName: string; bytes: Uint8Array }[];
    by: string;
  },
): Promise<void> {
  const { proposalIds, by } = input;
  checkEvidence(input.files);
  for (const id of proposalIds) {
    const proposal = await ports.statusStore.findProposal(id);
    if (proposal?.author !== by || proposal.recorded) throw new Refusal("proposal-gone");
  }
  const files = await Promise.all(input.files.map(async (file) => ({ ...file, sha256: await sha256Of(file.bytes) })));
  await ports.evidenceStore.attach({ proposalIds, files, by });
}
