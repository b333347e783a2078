// audit verify: whether the trail of changes is still as it was written.
import type { AuditReport, AuditRowName } from "../app/audit/audit-trail.ts";
import type { Config } from "../config.ts";
import { Refusal } from "../errors.ts";
import { say } from "../text/say.ts";
import { print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";

/** Prints the number of rows and the head; throws the refusal that names the first row that is wrong. */
export async function auditVerify(config: Config, options: { head?: string; json?: boolean }): Promise<void> {
  const report = await withRegister(config, ({ auditTrail }) => auditTrail.verify(options.head?.trim() || null));
  if (options.json) printJson(auditJson(report));
  else printReport(report);
  const { fault, missing, head, rows } = report;
  if (fault) throw new Refusal(`audit-${fault.kind}`, nameOf(fault));
  if (missing !== null) throw new Refusal("audit-head-missing", { head: missing, rows, last: head?.hash ?? "—" });
}

function printReport({ rows, sealed, restores, head, fault, missing }: AuditReport): void {
  if (head === null) {
    print(say("cli.audit-empty"));
    return;
  }
  // A head that is wrong is not to be noted.
  if (fault !== null || missing !== null) return;
  print(say("cli.audit-fits", { rows, sealed }));
  for (const restore of restores) print(say("cli.audit-restored", nameOf(restore)));
  print(say("cli.audit-head", { ...nameOf(head), hash: head.hash, rows }));
}

function nameOf({ id, at }: AuditRowName): { id: number; at: string } {
  return { id, at: at.toISOString() };
}

function auditJson({ rows, sealed, restores, head, fault, missing }: AuditReport) {
  return { ok: fault === null && missing === null, rows, sealed, restores, head, fault, missing };
}
