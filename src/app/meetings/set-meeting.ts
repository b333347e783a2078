// Sets the next meeting, the clock of every undated task.
import { isIsoDate } from "../../domain/calendar.ts";
import { planTimetable } from "../../domain/meetings/timetable.ts";
import { authorise } from "../../domain/permission.ts";
import { nextMeeting } from "../../domain/register/occurrences.ts";
import { Refusal } from "../../errors.ts";
import type { Ports } from "../ports.ts";
import { refreshOccurrences } from "../register/refresh-occurrences.ts";
import type { MeetingOverview } from "../use-cases.ts";
import { overviewOf } from "./list-meetings.ts";

/**
 * Secretary only. Moves the planned meeting if there is one, and the reports it asks for with it. A cut-off that would
 * lie in the past is today: what is left of the time is still asked for. Throws `bad-date` and `past-date`.
 */
export async function setMeeting(
  ports: Pick<Ports, "registerStore" | "meetingStore" | "calendar" | "clock" | "secretaries">,
  input: { date: string; by: string },
): Promise<MeetingOverview> {
  authorise(input.by, "set-meeting", ports);
  const today = ports.clock.today();
  if (!isIsoDate(input.date)) throw new Refusal("bad-date", { text: input.date });
  if (input.date <= today) throw new Refusal("past-date", { date: input.date });

  const timetable = new Map(planTimetable(input.date, ports.calendar).map(({ step, date }) => [step, date]));
  const notBeforeToday = (date: string | undefined) => (date === undefined || date < today ? today : date);
  const register = await ports.registerStore.load();
  const meeting = await ports.meetingStore.save({
    date: input.date,
    cutOff: notBeforeToday(timetable.get("lead-cut-off")),
    supportingCutOff: notBeforeToday(timetable.get("supporting-cut-off")),
    replacesId: nextMeeting(register.meetings, today)?.id ?? null,
    by: input.by,
  });
  await refreshOccurrences(ports);
  return overviewOf(meeting, ports.calendar, today);
}
