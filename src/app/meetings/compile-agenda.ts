// Compiles the agenda of a meeting from what is stored, and its .docx.
import { compileAgenda as compile } from "../../domain/meetings/agenda.ts";
import type { Agenda } from "../../domain/meetings/agenda-types.ts";
import type { Approval } from "../../domain/meetings/meeting.ts";
import { agendaOutline } from "../../domain/meetings/outline.ts";
import { authorise, can } from "../../domain/permission.ts";
import { nextMeeting } from "../../domain/register/occurrences.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import { sha256Of } from "../register/file-hash.ts";
import { escalatedReminders } from "../reminders/escalation/load-escalations.ts";
import { loadResponses } from "../reminders/responses/load-responses.ts";

export type CompilePorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "statusStore"
  | "meetingStore"
  | "escalationStore"
  | "agendaWriter"
  | "calendar"
  | "secretaries"
  | "chairs"
>;

export interface CompiledAgenda {
  readonly agenda: Agenda;
  readonly docx: Uint8Array;
  /** What an approval holds for. */
  readonly fingerprint: string;
  /** Null: a draft, or one that was changed since it was approved. */
  readonly approval: Approval | null;
  /** Whether who asked may approve it. */
  readonly mayApprove: boolean;
}

/**
 * For secretary and chair: before approval the agenda is the office's own. `save` keeps it as the meeting's draft where who asks
 * may do that. Throws `not-office` and `no-meeting`.
 */
export async function compileAgenda(
  ports: CompilePorts,
  { meetingId, today, save, by }: { meetingId: number | "next"; today: string; save: boolean; by: string },
): Promise<CompiledAgenda> {
  authorise(by, "see-agenda-draft", ports);
  const register = await ports.registerStore.load(today);
  const meeting =
    meetingId === "next" ? nextMeeting(register.meetings, today) : register.meetings.find((m) => m.id === meetingId);
  if (!meeting) throw new Refusal("no-meeting");
  const agenda = compile({
    register,
    meeting,
    today,
    calendar: ports.calendar,
    closedDates: await ports.registerStore.closedDates(),
    timesSubmitted: await ports.meetingStore.timesOnAgenda(meeting.id),
    responses: await loadResponses(ports, register),
    signed: await ports.statusStore.signed(),
    escalated: await escalatedReminders(ports, register.occurrences),
  });
  const fingerprint = await sha256Of(new TextEncoder().encode(agendaOutline(agenda)));
  const docx = await ports.agendaWriter.write(agenda);
  if (save && can(by, "save-agenda-draft", ports)) await ports.meetingStore.saveAgenda(agenda, by);
  const approval = await ports.meetingStore.approvalOf({ meetingId: meeting.id, fingerprint });
  return { agenda, docx, fingerprint, approval, mayApprove: can(by, "approve-agenda", ports) };
}
