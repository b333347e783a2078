// The one click that makes a shown-back reply count.

import { statusOf } from "../../domain/status/recordable.ts";
import type { Status } from "../../domain/status/status.ts";
import { Refusal } from "../../errors.ts";
import type { RecordedUpdate } from "../use-cases.ts";
import { recordUpdate } from "./record-update.ts";
import type { JointSignature } from "./support/support-use-cases.ts";

/** `taskId` where the person had to choose one. Throws `proposal-gone`, `already-recorded`, `missing-argument`, `nothing-said`. */
export async function confirmUpdate(
  ports: Parameters<typeof recordUpdate>[0],
  input: { proposalId: number; taskId: number | null; author: string; status?: Status; joint?: JointSignature },
): Promise<RecordedUpdate> {
  const proposal = await ports.statusStore.findProposal(input.proposalId);
  // Somebody else's proposal is as good as none: whether it exists is not theirs to know.
  if (!proposal || proposal.withdrawn || proposal.author !== input.author) throw new Refusal("proposal-gone");
  if (proposal.recorded) throw new Refusal("already-recorded");
  const taskId = input.taskId ?? proposal.taskId;
  if (taskId === null) throw new Refusal("missing-argument", { name: "task" });
  // Asked back, the answer counts, and not the figure that made the reply doubtful.
  const reading = input.status ? { ...proposal.reading, status: input.status, percent: null } : proposal.reading;
  const status = statusOf(reading);
  if (status === null) throw new Refusal("nothing-said");
  const { percent, quantities, needsCoordination, extensionTo, forecast } = reading;
  return recordUpdate(ports, {
    author: input.author,
    taskId,
    fields: { status, percent, quantities, needsCoordination, extensionTo, forecast, text: proposal.text },
    permalink: proposal.permalink,
    sourceKey: `proposal:${proposal.id}`,
    proposalId: proposal.id,
    ...(input.joint ? { joint: input.joint } : {}),
  });
}
