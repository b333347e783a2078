// The chair approves the agenda that the chair has seen, and no other.
import { authorise } from "../../domain/permission.ts";
import { Refusal } from "../../errors.ts";
import { type CompiledAgenda, type CompilePorts, compileAgenda } from "./compile-agenda.ts";

/**
 * `fingerprint` is that of the agenda shown. Throws `not-chair`, `no-meeting`, `agenda-changed` where the register has moved on
 * since it was shown, and `agenda-approved` the second time.
 */
export async function approveAgenda(
  ports: CompilePorts,
  input: { meetingId: number; fingerprint: string; today: string; by: string },
): Promise<CompiledAgenda> {
  const { meetingId, fingerprint, today, by } = input;
  authorise(by, "approve-agenda", ports);
  const compiled = await compileAgenda(ports, { meetingId, today, save: false, by });
  if (compiled.fingerprint !== fingerprint) throw new Refusal("agenda-changed");
  if (compiled.approval !== null) throw new Refusal("agenda-approved", { date: compiled.approval.on });
  const approval = await ports.meetingStore.approveAgenda({ agenda: compiled.agenda, fingerprint, by, on: today });
  if (approval === null) throw new Refusal("agenda-approved", { date: today });
  return { ...compiled, approval };
}
