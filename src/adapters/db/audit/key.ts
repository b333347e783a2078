// The key of the audit chain: given in the environment, or made once and kept in a file beside the database.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Refusal } from "../../../errors.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import type { AuditKey, AuditKeys } from "../audit.ts";

const FILE = "audit.key";

const kept = z.object({
  key: z.string().min(16),
  /** The newest row when the key was made; null where there was none. */
  anchor: z.object({ id: z.number().int(), hash: z.string() }).nullable(),
});
type Kept = z.infer<typeof kept>;

/**
 * `given`: keys from the environment, the first of which seals; without one the file in `folder` is read, or made with mode
 * 600. The file's key checks its rows in either case. Throws `audit-key-unreadable`.
 */
export async function findAuditKeys(
  prisma: PrismaClient,
  folder: string,
  given: readonly string[],
): Promise<AuditKeys> {
  const file = path.join(folder, FILE);
  const stored = existsSync(file) ? read(file) : given.length > 0 ? null : await make(prisma, file);
  const known = [...given, ...(stored ? [stored.key] : [])].map(keyOf);
  const [writing] = known;
  if (writing === undefined) throw new Refusal("audit-key-unreadable", { file });
  return { writing, known, anchor: stored?.anchor ?? null };
}

function keyOf(secret: string): AuditKey {
  const id = `k${createHash("sha256").update(`lianxi audit key ${secret}`).digest("hex").slice(0, 8)}`;
  return { id, secret: Buffer.from(secret, "utf8") };
}

function read(file: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Refusal("audit-key-unreadable", { file });
  }
}

/** Whole or not at all, and never over one that another process has just made. */
async function make(prisma: PrismaClient, file: string): Promise<Kept> {
  const anchor = await prisma.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true, hash: true } });
  const made: Kept = { key: randomBytes(32).toString("hex"), anchor };
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(unfinished, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return read(file);
}
