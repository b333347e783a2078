// The audit trail (append-only, hash-chained) and the turn-taking of writers that keeps it one chain.
import { createHash } from "node:crypto";
import { Prisma, type PrismaClient } from "../../generated/prisma/client.ts";
import { toJson } from "./json.ts";

export interface AuditEntry {
  /** A Slack user id, "cli", or "system" for what the clock does. */
  readonly actor: string;
  /** What was done, in the words of the stores: "document.import". */
  readonly action: string;
  /** What it was done to: "task:21". */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Transaction = Prisma.TransactionClient;

const AUDIT_LOCK = 7_261_001;
const FIRST_HASH = "0".repeat(64);

/**
 * Runs `work` in a transaction while no other writer, of this process or another, is inside one. Whatever `work` reads
 * is therefore true until it commits: checks before inserts need no retry, and the audit chain cannot fork.
 */
export function writeInTurn<T>(prisma: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})`;
    return work(tx);
  });
}

/** Appends to the chain, in the transaction of the change itself. Only inside `writeInTurn`. */
export function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  return appendAudits(tx, [entry]);
}

/** Several entries in their order, in two statements. */
export async function appendAudits(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  const last = await tx.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { hash: true } });
  let previousHash = last?.hash ?? FIRST_HASH;
  const data = entries.map(({ actor, action, subject, before, after }) => {
    const row = {
      at: new Date(),
      actor,
      action,
      subject,
      before: before === undefined ? null : toJson(before),
      after: after === undefined ? null : toJson(after),
    };
    const hash = hashAudit(previousHash, row);
    const stored = {
      ...row,
      before: row.before ?? Prisma.DbNull,
      after: row.after ?? Prisma.DbNull,
      previousHash,
      hash,
    };
    previousHash = hash;
    return stored;
  });
  await tx.auditEvent.createMany({ data });
}

/** SHA-256 in hex over the previous hash and the row as canonical JSON (keys sorted, time in ISO 8601). */
export function hashAudit(
  previousHash: string,
  row: { at: Date; actor: string; action: string; subject: string; before: unknown; after: unknown },
): string {
  const { at, actor, action, subject, before, after } = row;
  const text = canonicalJson({ at: at.toISOString(), actor, action, subject, before, after });
  return createHash("sha256").update(`${previousHash}\n${text}`).digest("hex");
}

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
