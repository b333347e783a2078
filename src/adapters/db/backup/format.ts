// A backup: one gzip'ed file of JSON lines. First what it is; then table by table its name and columns and its rows, every
// value in PostgreSQL's own text form or null; last how many rows there are and the checksum of all lines before.
import { z } from "zod";

export const FORMAT = 1;

const header = z.object({
  backup: z.literal("lianxi"),
  format: z.number(),
  /** The last migration that had been applied: the form the rows are in. */
  schema: z.string(),
  /** ISO 8601. */
  takenAt: z.iso.datetime(),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const row = z.array(z.string().nullable());
const footer = z.object({ rows: z.number(), sha256: z.string() });

export type BackupHeader = z.infer<typeof header>;
export type BackupTable = z.infer<typeof table>;
export type BackupFooter = z.infer<typeof footer>;

/** A line of a backup. A row stays the text it is: the database reads it. */
export type BackupLine =
  | { readonly kind: "header"; readonly header: BackupHeader }
  | { readonly kind: "table"; readonly table: BackupTable }
  | { readonly kind: "row"; readonly width: number }
  | { readonly kind: "footer"; readonly footer: BackupFooter };

export function encodeLine(line: BackupHeader | BackupTable | BackupFooter): string {
  return JSON.stringify(line);
}

/** Null for a line that stands in no backup. */
export function decodeLine(text: string): BackupLine | null {
  const value = parse(text);
  const asRow = row.safeParse(value);
  if (asRow.success) return { kind: "row", width: asRow.data.length };
  const asTable = table.safeParse(value);
  if (asTable.success) return { kind: "table", table: asTable.data };
  const asFooter = footer.safeParse(value);
  if (asFooter.success) return { kind: "footer", footer: asFooter.data };
  const asHeader = header.safeParse(value);
  return asHeader.success ? { kind: "header", header: asHeader.data } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
