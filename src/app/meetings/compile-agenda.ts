// Compiles the agenda of a meeting from what is stored, and its .docx.

import { compileAgenda as compile } from "../../domain/meetings/agenda.ts";
import type { Agenda } from "../../domain/meetings/agenda-types.ts";
import { requireSecretary } from "../../domain/permission.ts";
import { nextMeeting } from "../../domain/register/occurrences.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import { escalatedReminders } from "../reminders/escalation/load-escalations.ts";

/** Secretary only: before approval the agenda is the office's own. Throws `no-meeting`. */
export async function compileAgenda(
  ports: Pick<
    Ports,
    "registerStore" | "meetingStore" | "escalationStore" | "agendaWriter" | "calendar" | "secretaries"
  >,
  input: { meetingId: number | "next"; today: string; save: boolean; by: string },
): Promise<{ agenda: Agenda; docx: Uint8Array }> {
  requireSecretary(input.by, ports.secretaries);
  const register = await ports.registerStore.load(input.today);
  const meeting =
    input.meetingId === "next"
      ? nextMeeting(register.meetings, input.today)
      : register.meetings.find((m) => m.id === input.meetingId);
  if (!meeting) throw new Refusal("no-meeting");
  const agenda = compile({
    register,
    meeting,
    today: input.today,
    calendar: ports.calendar,
    timesSubmitted: await ports.meetingStore.timesOnAgenda(meeting.id),
    escalated: await escalatedReminders(ports, register.occurrences),
  });
  const docx = await ports.agendaWriter.write(agenda);
  if (input.save) await ports.meetingStore.saveAgenda(agenda, input.by);
  return { agenda, docx };
}
