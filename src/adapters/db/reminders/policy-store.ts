// The reminder policy: its versions, append-only, and the steps of single tasks.
import type { PolicyStore } from "../../../app/reminders/policy/policy-store.ts";
import { type ReminderPolicy, reminderPolicy, type TaskSteps } from "../../../domain/reminders/policy.ts";
import { Prisma, type PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";
import { fromJson, toJson } from "../json.ts";

export function createPolicyStore(prisma: PrismaClient): PolicyStore {
  return {
    async newest() {
      const row = await prisma.reminderPolicyVersion.findFirst({ orderBy: { id: "desc" } });
      if (row === null) return null;
      // A version stored before a rule was thought of takes that rule from the default table.
      return { ...row, policy: { ...reminderPolicy, ...fromJson<Partial<ReminderPolicy>>(row.policy) } };
    },

    append: ({ previousId, before, after, by, now }) =>
      writeInTurn(prisma, async (tx) => {
        const newest = await tx.reminderPolicyVersion.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
        if ((newest?.id ?? null) !== previousId) return false;
        await tx.reminderPolicyVersion.create({ data: { policy: toJson(after), changedBy: by, changedAt: now } });
        await appendAudit(tx, { actor: by, action: "policy.change", subject: "reminder-policy", before, after });
        return true;
      }),

    saveLeadRule: ({ taskId, rule, by }) =>
      writeInTurn(prisma, async (tx) => {
        const { leadRule } = await tx.task.findUniqueOrThrow({ where: { id: taskId }, select: { leadRule: true } });
        if (leadRule === rule) return false;
        await tx.task.update({ where: { id: taskId }, data: { leadRule: rule } });
        const [before, after] = [{ leadRule }, { leadRule: rule }];
        await appendAudit(tx, { actor: by, action: "task.lead-rule", subject: `task:${taskId}`, before, after });
        return true;
      }),

    saveTaskSteps: ({ taskId, before, after, by }) =>
      writeInTurn(prisma, async (tx) => {
        const task = await tx.task.findUniqueOrThrow({ where: { id: taskId }, select: { reminderSteps: true } });
        if (!sameSteps(task.reminderSteps as TaskSteps | null, before)) return false;
        const reminderSteps = after === null ? Prisma.DbNull : toJson(after);
        await tx.task.update({ where: { id: taskId }, data: { reminderSteps } });
        await appendAudit(tx, { actor: by, action: "task.steps", subject: `task:${taskId}`, before, after });
        return true;
      }),
  };
}

/** jsonb keeps no order of fields. */
function sameSteps(a: TaskSteps | null, b: TaskSteps | null): boolean {
  const text = (steps: TaskSteps | null) =>
    (["lead", "supporting"] as const)
      .map((role) => JSON.stringify([steps?.[role]?.before, steps?.[role]?.overdue, steps?.[role]?.overdueEvery]))
      .join();
  return text(a) === text(b);
}
