// Gives a unit's part in a task to another unit, in one transaction with the word of it and the audit rows.
import type { RegisterStore } from "../../../app/ports.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";
import { insertResponse } from "../reminders/response-store.ts";

type Input = Parameters<RegisterStore["reassign"]>[0];

/** See the port. */
export function reassignTask(prisma: PrismaClient, input: Input): Promise<boolean> {
  const { taskId, role, fromIds, toId, reason, on, by, sourceKey } = input;
  return writeInTurn(prisma, async (tx) => {
    if (await tx.reminderResponse.findUnique({ where: { sourceKey } })) return true;
    const parts = await tx.assignment.findMany({
      where: { taskId, role, unitId: { in: [...fromIds] }, task: { state: "open" } },
      orderBy: { order: "asc" },
    });
    const [part] = parts;
    const held = await tx.assignment.findMany({ where: { taskId, unitId: toId } });
    if (part === undefined || held.some((one) => one.role === role || one.role === "lead")) return false;
    await tx.assignment.deleteMany({ where: { taskId, role, unitId: { in: [...fromIds] } } });
    // A unit never supports what it leads.
    await tx.assignment.deleteMany({ where: { taskId, unitId: toId } });
    await tx.assignment.create({ data: { taskId, unitId: toId, role, order: part.order } });
    await appendAudit(tx, {
      actor: by,
      action: "task.reassign",
      subject: `task:${taskId}`,
      before: { role, unitIds: parts.map((one) => one.unitId), to: held.map((one) => one.role) },
      after: { role, unitId: toId, reason },
    });
    // A task that has no date yet has asked nobody for anything: there is nothing to tell anew.
    const occurrence = await tx.occurrence.findFirst({
      where: { taskId },
      orderBy: [{ state: "asc" }, { dueDate: "asc" }],
    });
    if (occurrence !== null) {
      await insertResponse(tx, {
        occurrenceId: occurrence.id,
        unitId: toId,
        slackUser: by,
        kind: "assigned",
        remindAt: null,
        reason,
        on,
        sourceKey,
      });
    }
    return true;
  });
}
