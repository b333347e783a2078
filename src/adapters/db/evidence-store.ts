// Evidence: bytes once by their hash, and the replies they came with.
import { createHash } from "node:crypto";
import type { EvidenceStore } from "../../app/status/evidence/evidence-store.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";

export function createEvidenceStore(prisma: PrismaClient): EvidenceStore {
  return {
    attach: ({ proposalIds, files, by }) =>
      writeInTurn(prisma, async (tx) => {
        await tx.evidenceFile.createMany({
          data: files.map(({ sha256, bytes }) => ({ sha256, size: bytes.length, bytes: new Uint8Array(bytes) })),
          skipDuplicates: true,
        });
        const rows = proposalIds.flatMap((proposalId) =>
          files.map(({ sha256, fileName }) => ({ proposalId, sha256, name: fileName, addedBy: by })),
        );
        const { count } = await tx.evidence.createMany({ data: rows, skipDuplicates: true });
        if (count === 0) return;
        const after = { proposalIds, files: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) };
        await appendAudit(tx, { actor: by, action: "evidence.attach", subject: "evidence", after });
      }),

    count: (taskId) => prisma.evidence.count({ where: { proposal: { update: { taskId } } } }),

    async load(taskId, most) {
      const rows = await prisma.evidence.findMany({
        where: { proposal: { update: { taskId } } },
        orderBy: { id: "desc" },
        distinct: ["sha256"],
        take: most,
        include: { file: true },
      });
      return rows.map(({ name, sha256, file }) => {
        if (createHash("sha256").update(file.bytes).digest("hex") !== sha256) {
          throw new Error(`evidence ${sha256} is not what was stored`);
        }
        return { fileName: name, bytes: file.bytes };
      });
    },
  };
}
