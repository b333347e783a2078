// Reopenings of a task, as the audit trail keeps them: nothing else holds their reasons.
import type { Reopening } from "../../../app/register/task-history.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { fromJson } from "../json.ts";

/** Their action in the trail. */
export const REOPEN = "task.reopen";

/** The newest first. The trail is long and has no index for this: it is read for the few tasks that were reopened. */
export async function loadReopenings(prisma: PrismaClient, taskId: number): Promise<Reopening[]> {
  const task = await prisma.task.findUnique({ where: { id: taskId }, select: { evidenceAfter: true } });
  if ((task?.evidenceAfter ?? 0) === 0) return [];
  const rows = await prisma.auditEvent.findMany({
    where: { action: REOPEN, subject: `task:${taskId}` },
    orderBy: { id: "desc" },
    select: { after: true },
  });
  // Those from before the day was kept have none.
  return rows.map(({ after }) => ({ on: null, ...fromJson<Pick<Reopening, "reason"> & Partial<Reopening>>(after) }));
}
