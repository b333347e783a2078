// Questions people asked, with what they were shown and whether it helped.
import type { QuestionStore } from "../../app/ports.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";

export function createQuestionStore(prisma: PrismaClient): QuestionStore {
  return {
    save: ({ asker, text, answer }) =>
      writeInTurn(prisma, async (tx) => {
        const taskIds = answer.tasks.map((task) => task.taskId);
        const { id } = await tx.question.create({
          data: { asker, text, kind: answer.kind, taskIds, mode: answer.mode },
        });
        const after = { kind: answer.kind, taskIds, mode: answer.mode };
        await appendAudit(tx, { actor: asker, action: "question.save", subject: `question:${id}`, after });
        return id;
      }),

    markHelpful: (questionId, helpful) =>
      writeInTurn(prisma, async (tx) => {
        const before = await tx.question.findUnique({ where: { id: questionId } });
        if (before === null || before.helpful === helpful) return;
        await tx.question.update({ where: { id: questionId }, data: { helpful } });
        await appendAudit(tx, {
          actor: before.asker,
          action: "question.helpful",
          subject: `question:${questionId}`,
          before: { helpful: before.helpful },
          after: { helpful },
        });
      }),
  };
}
