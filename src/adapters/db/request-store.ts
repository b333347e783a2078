// Requests and their decisions. Deciding takes turns with every other writer, so that two clicks make one decision.
import type { RequestStore, StoredRequest } from "../../app/status/requests/request-store.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import type { RequestModel } from "../../generated/prisma/models.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { toRequest } from "./register/rows.ts";
import { endSetting } from "./status/light-store.ts";
import { REOPEN } from "./status/reopenings.ts";

export function createRequestStore(prisma: PrismaClient): RequestStore {
  return {
    async find(requestId) {
      const row = await prisma.request.findUnique({ where: { id: requestId } });
      return row === null ? null : toStored(row);
    },

    async pending(of = undefined) {
      const rows = await prisma.request.findMany({
        where: { state: "pending", ...of },
        orderBy: { id: "asc" },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },

    decide: ({ requestId, state, text, effect, by, at }) =>
      writeInTurn(prisma, async (tx) => {
        const { count } = await tx.request.updateMany({
          where: { id: requestId, state: "pending" },
          data: { state, decidedBy: by, decidedAt: at, decision: text },
        });
        if (count === 0) return null;
        const { taskId, kind } = await tx.request.findUniqueOrThrow({ where: { id: requestId } });
        const before = await takeEffect(tx, taskId, effect);
        if (effect.kind === "close") await endSetting(tx, taskId, by);
        await noteDecision(tx, { taskId, state, by, before, after: { requestId, kind, text, effect } });
        return effect.kind === "close" ? settleOthers(tx, taskId, { by, at }) : [];
      }),

    reopen: ({ taskId, occurrences, reason, on, by }) =>
      writeInTurn(prisma, async (tx) => {
        const last = await tx.statusUpdate.findFirst({ where: { taskId }, orderBy: { id: "desc" } });
        const { count } = await tx.task.updateMany({
          where: { id: taskId, state: "closed" },
          data: { state: "open", evidenceAfter: last?.id ?? 0 },
        });
        if (count === 0) return false;
        const still = occurrences.map(({ kind, period }) => ({ kind, period }));
        await tx.occurrence.updateMany({ where: { taskId, OR: still }, data: { state: "open" } });
        await appendAudit(tx, { actor: by, action: REOPEN, subject: `task:${taskId}`, after: { reason, on } });
        return true;
      }),
  };
}

/** What stood there before, for the audit trail. */
async function takeEffect(
  tx: Prisma.TransactionClient,
  taskId: number,
  effect: Parameters<RequestStore["decide"]>[0]["effect"],
): Promise<unknown> {
  switch (effect.kind) {
    case "extend": {
      const { occurrenceId: id, dueDate, supportingDueDate } = effect;
      const old = await tx.occurrence.findUniqueOrThrow({ where: { id } });
      await tx.occurrence.update({ where: { id }, data: { dueDate, supportingDueDate, changes: { increment: 1 } } });
      return { dueDate: old.dueDate, supportingDueDate: old.supportingDueDate, changes: old.changes };
    }
    case "close":
      await tx.task.updateMany({ where: { id: taskId, state: "open" }, data: { state: "closed" } });
      await tx.occurrence.updateMany({ where: { taskId, state: "open" }, data: { state: "closed" } });
      return { state: "open" };
    case "none":
      return undefined;
    default:
      return effect satisfies never;
  }
}

/** `before`: what the decision has changed besides the request. */
async function noteDecision(
  tx: Prisma.TransactionClient,
  {
    taskId,
    state,
    by,
    ...values
  }: { taskId: number; state: "approved" | "sent_back"; by: string; before?: unknown; after: object },
): Promise<void> {
  const action = state === "approved" ? "request.approve" : "request.send-back";
  await appendAudit(tx, { actor: by, action, subject: `task:${taskId}`, ...values });
}

/** Nobody is left to decide on a task that is closed. */
async function settleOthers(
  tx: Prisma.TransactionClient,
  taskId: number,
  { by, at }: { by: string; at: Date },
): Promise<number[]> {
  const others = await tx.request.findMany({ where: { taskId, state: "pending" }, orderBy: { id: "asc" } });
  for (const { id, kind } of others) {
    const state = kind === "closure" ? "approved" : "sent_back";
    await tx.request.update({ where: { id }, data: { state, decidedBy: by, decidedAt: at, decision: "" } });
    await noteDecision(tx, { taskId, state, by, after: { requestId: id, kind, text: "", effect: { kind: "none" } } });
  }
  return others.map(({ id }) => id);
}

function toStored(row: RequestModel): StoredRequest {
  const { requestedBy, decidedBy, decision } = row;
  return {
    ...toRequest(row),
    requestedBy,
    decision: decidedBy !== null ? { by: decidedBy, text: decision ?? "" } : null,
  };
}
