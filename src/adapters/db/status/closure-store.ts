// What closing takes: rows are only added, the newest of a task holds.
import type { ClosureStore } from "../../../app/status/closing/closure-store.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

export function createClosureStore(prisma: PrismaClient): ClosureStore {
  return {
    async rules() {
      const rows = await prisma.closureRule.findMany({ orderBy: { id: "asc" } });
      const newest = new Map(rows.map(({ taskId, evidence }) => [taskId, evidence]));
      const tasks = [...newest].flatMap(([taskId, evidence]): [number, boolean][] =>
        taskId === null || evidence === null ? [] : [[taskId, evidence]],
      );
      return { all: newest.get(null) ?? false, tasks: new Map(tasks) };
    },

    async evidenceFor(taskId) {
      const { evidenceAfter } = await prisma.task.findUniqueOrThrow({ where: { id: taskId } });
      const update = { taskId, id: { gt: evidenceAfter } };
      const [files, updates] = await Promise.all([
        prisma.evidence.count({ where: { proposal: { update } } }),
        prisma.statusUpdate.findMany({ where: update, select: { text: true } }),
      ]);
      return { files, texts: updates.map(({ text }) => text) };
    },

    save: ({ taskId, evidence, by }) =>
      writeInTurn(prisma, async (tx) => {
        const newest = await tx.closureRule.findFirst({ where: { taskId }, orderBy: { id: "desc" } });
        const before = newest?.evidence ?? (taskId === null ? false : null);
        if (before === evidence) return false;
        await tx.closureRule.create({ data: { taskId, evidence, setBy: by } });
        const subject = taskId === null ? "closure-rules" : `task:${taskId}`;
        await appendAudit(tx, {
          actor: by,
          action: "closure.rule",
          subject,
          before: { evidence: before },
          after: { evidence },
        });
        return true;
      }),
  };
}
