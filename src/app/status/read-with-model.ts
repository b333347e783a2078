// What the rules are unsure of, read once more by a model where one is configured; code holds its claim against the words.
import type { Task } from "../../domain/register/task.ts";
import type { StatusReading } from "../../domain/status/status.ts";
import { checkClaim } from "../../reading/replies/claims/check-claim.ts";
import type { Ports } from "../ports.ts";

/**
 * The rules' reading, or what rules and model read together. The model is shown the words and the one task they are said of,
 * and nothing else; whatever goes wrong with it leaves the rules' question standing.
 */
export async function readWithModel(
  { model, clock }: Pick<Ports, "model" | "clock">,
  { text, task, read }: { text: string; task: Task | null; read: StatusReading },
): Promise<StatusReading> {
  if (model === null || !read.unsure) return read;
  const today = clock.today();
  const targets = task?.targets ?? [];
  try {
    const context = { today, title: task?.title ?? null, targets: targets.map((target) => target.text) };
    const claim = await model.readReply(text, context);
    return checkClaim(claim, text, read, { today, targetUnits: targets.map((target) => target.unit) }) ?? read;
  } catch {
    return read;
  }
}
