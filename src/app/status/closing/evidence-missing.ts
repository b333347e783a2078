// Whether the closure of a task lacks the evidence that it takes: no file and no link in any confirmed report.
import { linksIn, needsEvidence } from "../../../domain/status/closing.ts";
import type { Ports } from "../../ports.ts";

export async function evidenceMissing(
  ports: Pick<Ports, "closureStore" | "evidenceStore" | "registerStore">,
  taskId: number,
): Promise<boolean> {
  if (!needsEvidence(await ports.closureStore.rules(), taskId)) return false;
  if ((await ports.evidenceStore.count(taskId)) > 0) return false;
  const { updates } = await ports.registerStore.loadHistory(taskId);
  return !updates.some((update) => linksIn(update.text).length > 0);
}
