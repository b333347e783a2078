// The audit trail (append-only, hash-chained) and the turn-taking of writers that keeps it one chain.
import { createHash, createHmac } from "node:crypto";
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

/** What rows are sealed with, so that who can write to the database alone cannot make the chain fit again. */
export interface AuditKey {
  /** Part of every row's hash, so that it can be told which key a row needs. */
  readonly id: string;
  readonly secret: Uint8Array;
}

export interface AuditKeys {
  readonly writing: AuditKey;
  /** All that may have sealed a row. */
  readonly known: readonly AuditKey[];
  /** The newest row when the key was made: what came before was not sealed, and must still be as it was. */
  readonly anchor: { readonly id: number; readonly hash: string } | null;
}

/** By client, and by the transactions it opens. */
const KEYS = new WeakMap<object, AuditKeys>();

const AUDIT_LOCK = 7_261_001;
export const FIRST_HASH = "0".repeat(64);

/** From now on every row that is written through `prisma` is sealed. */
export function sealAudits(prisma: PrismaClient, keys: AuditKeys): void {
  KEYS.set(prisma, keys);
}

export function auditKeysOf(prisma: PrismaClient): AuditKeys | null {
  return KEYS.get(prisma) ?? null;
}

/**
 * Runs `work` in a transaction while no other writer, of this process or another, is inside one. Whatever `work` reads
 * is therefore true until it commits: checks before inserts need no retry, and the audit chain cannot fork.
 */
export function writeInTurn<T>(prisma: PrismaClient, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})`;
    const keys = KEYS.get(prisma);
    if (keys) KEYS.set(tx, keys);
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
  const key = KEYS.get(tx)?.writing ?? null;
  const data = entries.map(({ actor, action, subject, before, after }) => {
    const row = {
      at: new Date(),
      actor,
      action,
      subject,
      before: before === undefined ? null : toJson(before),
      after: after === undefined ? null : toJson(after),
    };
    const hash = key === null ? hashAudit(previousHash, row) : sealAudit(key, previousHash, row);
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

interface AuditRow {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** SHA-256 in hex over the previous hash and the row as canonical JSON (keys sorted, time in ISO 8601). */
export function hashAudit(previousHash: string, row: AuditRow): string {
  return createHash("sha256").update(chained(previousHash, row)).digest("hex");
}

/** HMAC-SHA-256 over the same, with the key's id before it: "k1a2b3c4:…". */
export function sealAudit(key: AuditKey, previousHash: string, row: AuditRow): string {
  return `${key.id}:${createHmac("sha256", key.secret).update(chained(previousHash, row)).digest("hex")}`;
}

function chained(previousHash: string, { at, actor, action, subject, before, after }: AuditRow): string {
  return `${previousHash}\n${canonicalJson({ at: at.toISOString(), actor, action, subject, before, after })}`;
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
