// Updates with their requests, and the proposals that wait for a click. Each is recorded once by its source key.
import type { StoredProposal } from "../../app/ports.ts";
import type { NewUpdate, StatusStore } from "../../app/status/status-store.ts";
import type { StatusReading } from "../../domain/status/status.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { fromJson, toJson } from "./json.ts";
import { toUpdate } from "./register/rows.ts";

/** A joint reply covers something, or says who is missing. */
const SIGNED = {
  OR: [{ covers: { isEmpty: false } }, { missing: { isEmpty: false } }],
} satisfies Prisma.StatusUpdateWhereInput;

const WITH_UPDATE = { update: { select: { id: true } } } satisfies Prisma.ProposalInclude;

export function createStatusStore(prisma: PrismaClient): StatusStore {
  return {
    append: (update) =>
      writeInTurn(prisma, async (tx) => {
        if (await isRecorded(tx, update)) return null;
        const { requests, quantities, joint, ...fields } = update;
        const signed = { covers: [...(joint?.covers ?? [])], missing: [...(joint?.missing ?? [])] };
        const row = await tx.statusUpdate.create({ data: { ...fields, ...signed, quantities: toJson(quantities) } });
        await tx.request.createMany({
          data: requests.map((request) => ({
            ...request,
            taskId: update.taskId,
            unitId: update.unitId,
            requestedBy: update.author,
            requestedOn: update.reportedOn,
          })),
        });
        const { author, ...after } = update;
        await appendAudit(tx, { actor: author, action: "update.append", subject: `task:${update.taskId}`, after });
        return toUpdate(row);
      }),

    async newestSigned(taskId) {
      const row = await prisma.statusUpdate.findFirst({ where: { taskId, ...SIGNED }, orderBy: { id: "desc" } });
      return row === null ? null : toUpdate(row);
    },

    async signed() {
      const rows = await prisma.statusUpdate.findMany({
        where: { task: { state: "open" }, ...SIGNED },
        orderBy: { id: "desc" },
        distinct: ["taskId"],
      });
      return rows.map(toUpdate);
    },

    saveProposal: ({ reading, ...fields }) =>
      writeInTurn(prisma, async (tx) => {
        const { sourceKey, author } = fields;
        const known = await tx.proposal.findUnique({ where: { sourceKey }, include: WITH_UPDATE });
        if (known !== null) return toProposal(known);
        const row = await tx.proposal.create({ data: { ...fields, reading: toJson(reading) }, include: WITH_UPDATE });
        const after = { ...fields, reading };
        await appendAudit(tx, { actor: author, action: "proposal.save", subject: `proposal:${row.id}`, after });
        return toProposal(row);
      }),

    withdrawProposals: ({ sourceKey, author, now }) =>
      writeInTurn(prisma, async (tx) => {
        const from = { author, OR: [{ sourceKey }, { sourceKey: { startsWith: `${sourceKey}:` } }] };
        const recorded = await tx.proposal.count({ where: { ...from, update: { isNot: null } } });
        const rows = await tx.proposal.updateManyAndReturn({
          where: { ...from, update: { is: null }, withdrawnAt: null },
          data: { withdrawnAt: now },
          select: { id: true, text: true },
        });
        for (const { id, text } of rows) {
          const subject = `proposal:${id}`;
          await appendAudit(tx, { actor: author, action: "proposal.withdraw", subject, before: { text } });
        }
        return { withdrawn: rows.length, recorded };
      }),

    async findProposal(id) {
      const row = await prisma.proposal.findUnique({ where: { id }, include: WITH_UPDATE });
      return row === null ? null : toProposal(row);
    },
  };
}

/** By its own key, or as the answer to a proposal that was confirmed already (by another click). */
async function isRecorded(tx: Prisma.TransactionClient, { sourceKey, proposalId }: NewUpdate): Promise<boolean> {
  const known = await tx.statusUpdate.findFirst({
    where: { OR: [{ sourceKey }, ...(proposalId === null ? [] : [{ proposalId }])] },
    select: { id: true },
  });
  return known !== null;
}

function toProposal(row: Prisma.ProposalGetPayload<{ include: typeof WITH_UPDATE }>): StoredProposal {
  const { id, author, taskId, text, permalink } = row;
  // Proposals from before forecasts were read have none.
  const stored = fromJson<Omit<StatusReading, "forecast"> & Partial<StatusReading>>(row.reading);
  const reading = { ...stored, forecast: stored.forecast ?? null };
  return {
    id,
    author,
    taskId,
    reading,
    text,
    permalink,
    recorded: row.update !== null,
    withdrawn: row.withdrawnAt !== null,
  };
}
