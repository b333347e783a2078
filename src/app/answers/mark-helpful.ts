// Whether an answer helped, as the asker says with one click.
import type { Ports } from "../ports.ts";

export async function markHelpful(
  ports: Pick<Ports, "questionStore">,
  { questionId, helpful }: { questionId: number; helpful: boolean },
): Promise<void> {
  await ports.questionStore.markHelpful(questionId, helpful);
}
