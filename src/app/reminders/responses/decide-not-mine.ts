// The secretary says whose task it is.
import { authorise } from "../../../domain/permission.ts";
import { Refusal } from "../../../errors.ts";
import { planFurther } from "../plan-further.ts";
import { type respond, showingTasks } from "./respond.ts";
import type { ResponseUseCases } from "./response-use-cases.ts";

/** Declined, the unit hears of it in today's further message and is asked again; accepted, it is asked no more. */
export async function decideNotMine(
  ports: Parameters<typeof respond>[0],
  input: Parameters<ResponseUseCases["decideNotMine"]>[0],
): ReturnType<ResponseUseCases["decideNotMine"]> {
  authorise(input.by, "decide-claims", ports);
  const claim = await ports.responseStore.find(input.responseId);
  if (claim === null) throw new Refusal("proposal-gone");
  const { occurrenceId, unitId, taskId, reason } = claim;
  await ports.responseStore.append({
    occurrenceId,
    unitId,
    slackUser: input.by,
    kind: input.accept ? "not_mine_accepted" : "not_mine_declined",
    remindAt: null,
    reason,
    on: ports.clock.today(),
    sourceKey: input.sourceKey,
  });
  await planFurther(ports);
  return { digestIds: await showingTasks(ports, [taskId]) };
}
