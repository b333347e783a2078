// Whether the closure of a task lacks the evidence that it takes: no file and no link in any confirmed report since it was
// last reopened.
import { linksIn, needsEvidence } from "../../../domain/status/closing.ts";
import type { Ports } from "../../ports.ts";

export async function evidenceMissing({ closureStore }: Pick<Ports, "closureStore">, taskId: number): Promise<boolean> {
  if (!needsEvidence(await closureStore.rules(), taskId)) return false;
  const { files, texts } = await closureStore.evidenceFor(taskId);
  return files === 0 && !texts.some((text) => linksIn(text).length > 0);
}
