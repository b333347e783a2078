// What units said to their reminders, as the rules look it up.

import type { Register } from "../../../domain/register/register.ts";
import { currentUnit } from "../../../domain/register/unit.ts";
import { indexResponses, type ResponseIndex } from "../../../domain/reminders/responses.ts";
import type { Ports } from "../../ports.ts";

/** What a unit said under its former name holds for the one it was merged into. `taskIds`: to these tasks alone. */
export async function loadResponses(
  ports: Pick<Ports, "responseStore">,
  register: Register,
  taskIds?: readonly number[],
): Promise<ResponseIndex> {
  const responses = await ports.responseStore.newest(taskIds);
  return indexResponses(responses, (id) => currentUnit(id, register.units)?.id ?? id);
}
