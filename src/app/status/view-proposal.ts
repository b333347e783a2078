// What a reply was understood as, for the form that corrects it.
import { Refusal } from "../../errors.ts";
import type { Ports, StoredProposal } from "../ports.ts";

/** Only the author's own. Throws `proposal-gone` or `already-recorded`. */
export async function viewProposal(
  ports: Pick<Ports, "statusStore">,
  input: { proposalId: number; author: string },
): Promise<StoredProposal> {
  const proposal = await ports.statusStore.findProposal(input.proposalId);
  if (!proposal || proposal.withdrawn || proposal.author !== input.author) throw new Refusal("proposal-gone");
  if (proposal.recorded) throw new Refusal("already-recorded");
  return proposal;
}
