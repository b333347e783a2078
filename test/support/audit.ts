// Checks the audit chain, as an auditor would.
import { hashAudit } from "../../src/adapters/db/audit.ts";
import type { PrismaClient } from "../../src/generated/prisma/client.ts";

/** The id of the first row that does not fit the chain; null when all do. */
export async function findBrokenAudit(prisma: PrismaClient): Promise<number | null> {
  let previousHash = "0".repeat(64);
  for (const row of await prisma.auditEvent.findMany({ orderBy: { id: "asc" } })) {
    if (row.previousHash !== previousHash || row.hash !== hashAudit(previousHash, row)) return row.id;
    previousHash = row.hash;
  }
  return null;
}
