// What units said to their reminders, as the rules look it up.

import type { Register } from "../../../domain/register/register.ts";
import { currentUnit } from "../../../domain/register/unit.ts";
import { indexResponses, type ResponseIndex } from "../../../domain/reminders/responses.ts";
import type { Ports } from "../../ports.ts";

/** What a unit said under its former name holds for the one it was merged into. */
export async function loadResponses(ports: Pick<Ports, "responseStore">, register: Register): Promise<ResponseIndex> {
  const responses = await ports.responseStore.newest();
  return indexResponses(responses, (id) => currentUnit(id, register.units)?.id ?? id);
}
