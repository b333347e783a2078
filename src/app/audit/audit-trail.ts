// What an auditor asks of the trail of changes: whether every row is still as it was written.

export interface AuditRowName {
  readonly id: number;
  readonly at: Date;
}

export interface AuditHead extends AuditRowName {
  readonly hash: string;
}

/**
 * changed: the row does not fit its own hash · unlinked: rows were taken out or put in before it · unsealed: written without
 * the key although rows before it have it · unknown-key: sealed with a key that is not at hand.
 */
export type AuditFault = "changed" | "unlinked" | "unsealed" | "unknown-key";

export interface AuditReport {
  readonly rows: number;
  /** How many are sealed with a key outside the database. */
  readonly sealed: number;
  /** Backups that were put back: what stood after them is gone by somebody's will. */
  readonly restores: readonly AuditRowName[];
  readonly head: AuditHead | null;
  /** The first row that is wrong; null where none is. */
  readonly fault: (AuditRowName & { readonly kind: AuditFault }) | null;
  /** Of the hashes that must be there (that given, and that noted when the key was made) the first that is not. */
  readonly missing: string | null;
}

export interface AuditTrail {
  /** The id of the newest row, 0 where there is none: another one as soon as anything has changed. */
  newest(): Promise<number>;
  /** The newest row: noted outside the database, it shows later whether rows were cut off the end. Null where there is none. */
  head(): Promise<AuditHead | null>;
  /** Walks the whole chain. `head`: a hash that was noted earlier, and must still be in it. */
  verify(head: string | null): Promise<AuditReport>;
}
