// What a colleague of the same unit has said on the same day: both words are kept in order, the newest counts, and who spoke
// second is told of the first.
import type { Register } from "../../../domain/register/register.ts";
import { personOf } from "../../../domain/register/unit.ts";
import type { ReminderResponse } from "../../../domain/reminders/responses.ts";
import type { Ports } from "../../ports.ts";
import type { Responded } from "./response-use-cases.ts";

/** Read after `stored` was: of two at the same moment, the second sees the first. Null where nobody spoke before. */
export async function colleagueBefore(
  { responseStore }: Pick<Ports, "responseStore">,
  stored: ReminderResponse,
  register: Register,
): Promise<Responded["colleague"]> {
  const unit = register.units.get(stored.unitId);
  const [last] = (await responseStore.newest([stored.taskId]))
    .filter(
      (one) =>
        one.taskId === stored.taskId &&
        one.unitId === stored.unitId &&
        one.id < stored.id &&
        one.on === stored.on &&
        one.slackUser !== stored.slackUser,
    )
    .sort((a, b) => b.id - a.id);
  if (last === undefined || (last.kind !== "accepted" && last.kind !== "not_mine")) return null;
  return { kind: last.kind, name: unit ? personOf(last.slackUser, unit) : null, on: last.on };
}
