// What units said to their reminders, as the rules look it up.

import type { Register } from "../../../domain/register/register.ts";
import { currentUnit } from "../../../domain/register/unit.ts";
import { indexResponses, type ReminderResponse, type ResponseIndex } from "../../../domain/reminders/responses.ts";
import type { Ports } from "../../ports.ts";

/** `taskIds`: to these tasks alone. */
export async function loadResponses(
  ports: Pick<Ports, "responseStore">,
  register: Register,
  taskIds?: readonly number[],
): Promise<ResponseIndex> {
  return indexAsNow(await ports.responseStore.newest(taskIds), register);
}

/** What a unit said under its former name holds for the one it was merged into. */
export function indexAsNow(responses: readonly ReminderResponse[], register: Register): ResponseIndex {
  return indexResponses(responses, (id) => currentUnit(id, register.units)?.id ?? id);
}
