// Walks the audit chain from its first row to its last.
import type { AuditFault, AuditReport, AuditRowName, AuditTrail } from "../../../app/audit/audit-trail.ts";
import type { AuditEvent, PrismaClient } from "../../../generated/prisma/client.ts";
import { type AuditKeys, auditKeysOf, FIRST_HASH, hashAudit, sealAudit } from "../audit.ts";
import type { Database } from "../client.ts";
import { RESTORED } from "../reminders/after-restore.ts";

/** Rows at a time. */
const PAGE = 1_000;

const NEWEST = `SELECT max("id") AS "id" FROM "AuditEvent"`;

export function createAuditTrail({ prisma, query }: Pick<Database, "prisma" | "query">): AuditTrail {
  return {
    async newest() {
      const [row] = await query<{ id: number | null }>(NEWEST);
      return row?.id ?? 0;
    },
    head: () => prisma.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true, at: true, hash: true } }),
    verify: (head) => verifyAudits(prisma, auditKeysOf(prisma), head),
  };
}

async function verifyAudits(prisma: PrismaClient, keys: AuditKeys | null, head: string | null): Promise<AuditReport> {
  const wanted = new Set([keys?.anchor?.hash, head].filter((hash) => hash != null));
  const restores: AuditRowName[] = [];
  let rows = 0;
  let sealed = 0;
  let last: AuditEvent | null = null;
  let fault: AuditReport["fault"] = null;
  for (;;) {
    const page: AuditEvent[] = await prisma.auditEvent.findMany({
      where: { id: { gt: last?.id ?? 0 } },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of page) {
      const kind: AuditFault | null = fault ? null : faultOf(row, last?.hash ?? FIRST_HASH, sealed > 0, keys);
      if (kind !== null) fault = { id: row.id, at: row.at, kind };
      if (isSealed(row)) sealed++;
      if (row.action === RESTORED) restores.push({ id: row.id, at: row.at });
      wanted.delete(row.hash);
      rows++;
      last = row;
    }
    if (page.length < PAGE) break;
  }
  const [missing = null] = wanted;
  return { rows, sealed, restores, head: last && { id: last.id, at: last.at, hash: last.hash }, fault, missing };
}

/** Rows from before there was a key go by the old rule. A restore is written by the terminal alone, and told of. */
function faultOf(
  row: AuditEvent,
  previousHash: string,
  afterSealed: boolean,
  keys: AuditKeys | null,
): AuditFault | null {
  if (row.previousHash !== previousHash) return "unlinked";
  if (!isSealed(row)) {
    if (row.hash !== hashAudit(previousHash, row)) return "changed";
    return afterSealed && row.action !== RESTORED ? "unsealed" : null;
  }
  const key = keys?.known.find(({ id }) => row.hash.startsWith(`${id}:`));
  if (key === undefined) return "unknown-key";
  return row.hash === sealAudit(key, previousHash, row) ? null : "changed";
}

function isSealed(row: AuditEvent): boolean {
  return row.hash.includes(":");
}
