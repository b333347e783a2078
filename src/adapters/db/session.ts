// SQL inside one transaction, the same on both databases: what migrations, backups and restores need beside Prisma.
import type { Prisma } from "../../generated/prisma/client.ts";
import type { Database } from "./client.ts";

/** The two ways of running SQL inside one transaction. */
export interface Session {
  /** Several statements, no parameters. */
  script(sql: string): Promise<unknown>;
  rows<T>(sql: string, ...values: readonly string[]): Promise<T[]>;
}

export interface TransactionLimits {
  /** Milliseconds to wait for a connection. */
  readonly maxWait: number;
  /** Milliseconds the whole may take. */
  readonly timeout: number;
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
}

/** Runs `work` in a transaction; what it throws undoes everything. The limits are a server's: PGlite has no other user. */
export function inSession<T>(
  { prisma, pglite }: Pick<Database, "prisma" | "pglite">,
  limits: TransactionLimits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (pglite !== null) {
    // Through PGlite itself: Prisma's adapter for it prepares every statement, and a script cannot be prepared.
    return pglite.transaction((tx) =>
      work({
        script: (sql) => tx.exec(sql),
        rows: async <R>(sql: string, ...values: readonly string[]) => (await tx.query<R>(sql, [...values])).rows,
      }),
    );
  }
  return prisma.$transaction(
    (tx) =>
      work({
        script: (sql) => tx.$executeRawUnsafe(sql),
        rows: <R>(sql: string, ...values: readonly string[]) => tx.$queryRawUnsafe<R[]>(sql, ...values),
      }),
    limits,
  );
}
