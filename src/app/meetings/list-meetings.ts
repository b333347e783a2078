// Meetings with their timetables.
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../../domain/calendar.ts";
import type { Meeting } from "../../domain/meetings/meeting.ts";
import { planTimetable } from "../../domain/meetings/timetable.ts";
import type { Ports } from "../ports.ts";
import type { MeetingOverview } from "../use-cases.ts";

/** Earliest first, past ones included. */
export async function listMeetings(
  ports: Pick<Ports, "registerStore" | "calendar" | "clock">,
): Promise<MeetingOverview[]> {
  const { meetings } = await ports.registerStore.loadAround([]);
  return meetings.map((meeting) => overviewOf(meeting, ports.calendar, ports.clock.today()));
}

export function overviewOf(meeting: Meeting, calendar: WorkingCalendar, today: IsoDate): MeetingOverview {
  return {
    meeting,
    workingDaysLeft: workingDaysBetween(today, meeting.date, calendar),
    timetable: planTimetable(meeting.date, calendar).map((entry) => ({ ...entry, date: storedDate(entry, meeting) })),
    onWorkingDay: calendar.isWorkingDay(meeting.date),
    officialCalendar: calendar.isOfficial(Number(meeting.date.slice(0, 4))),
  };
}

/** The cut-offs as they were set: for a meeting called at short notice they are later than the table says. */
function storedDate(entry: { step: string; date: IsoDate }, meeting: Meeting): IsoDate {
  if (entry.step === "lead-cut-off") return meeting.cutOff;
  return entry.step === "supporting-cut-off" ? meeting.supportingCutOff : entry.date;
}
