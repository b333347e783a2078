// Documents under review. Starting, deciding and closing take turns with every other writer, so two clicks at once never mix.
import type { ImportStore, StoredImport } from "../../app/register/review/import-store.ts";
import type { Import, PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { fromJson, toJson } from "./json.ts";

const NEWEST = { orderBy: { id: "desc" } } as const;

export function createImportStore(prisma: PrismaClient): ImportStore {
  return {
    async start({ fileName, sha256, content, proposals, startedBy }) {
      const row = await writeInTurn(prisma, async (tx) => {
        const open = await tx.import.findFirst({ where: { sha256, state: "open" }, ...NEWEST });
        if (open !== null) return open;
        const created = await tx.import.create({
          data: {
            fileName,
            sha256,
            content: toJson(content),
            proposals: toJson(proposals),
            startedBy,
            decisions: [],
          },
        });
        const after = { fileName, sha256 };
        await appendAudit(tx, { actor: startedBy, action: "review.start", subject: `import:${created.id}`, after });
        return created;
      });
      return toImport(row);
    },

    async find(id) {
      const row = await prisma.import.findUnique({ where: { id } });
      return row === null ? null : toImport(row);
    },

    async findOpen(sha256) {
      const where = { state: "open", ...(sha256 === null ? {} : { sha256 }) } as const;
      const row = await prisma.import.findFirst({ where, ...NEWEST });
      return row === null ? null : toImport(row);
    },

    saveDecisions: (id, version, decisions, by) =>
      writeInTurn(prisma, async (tx) => {
        const { count } = await tx.import.updateMany({
          where: { id, version, state: "open" },
          data: { decisions: toJson(decisions), version: version + 1 },
        });
        if (count === 0) return false;
        const after = { steps: decisions.length, last: decisions.at(-1) ?? null };
        await appendAudit(tx, { actor: by, action: "review.decide", subject: `import:${id}`, after });
        return true;
      }),

    close: (id, state, by) =>
      writeInTurn(prisma, async (tx) => {
        const { count } = await tx.import.updateMany({
          where: { id, state: "open" },
          data: { state, closedBy: by, closedAt: new Date() },
        });
        if (count === 0) return false;
        await appendAudit(tx, { actor: by, action: `review.${state}`, subject: `import:${id}` });
        return true;
      }),

    async saveMessage(id, { channel, ts }) {
      await prisma.import.updateMany({ where: { id }, data: { messageChannel: channel, messageTs: ts } });
    },
  };
}

function toImport(row: Import): StoredImport {
  const { id, fileName, sha256, startedBy, state, version, messageChannel: channel, messageTs: ts } = row;
  return {
    id,
    fileName,
    sha256,
    content: fromJson(row.content),
    proposals: fromJson(row.proposals),
    startedBy,
    state,
    decisions: fromJson(row.decisions),
    version,
    message: channel === null || ts === null ? null : { channel, ts },
  };
}
