// Meetings and the timetable that counts back from them.
import type { KnownBlock, SectionBlock } from "@slack/types";
import type { ExportedLedger } from "../../../app/meetings/export-ledger.ts";
import type { MeetingOverview } from "../../../app/use-cases.ts";
import { say, sayDate, sayDaysLeft, sayList, sayShortDate } from "../../../text/say.ts";
import { bold, context, LIST_LINES, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

/** The next meeting in full, the others by their dates. */
export function renderMeetings(list: readonly MeetingOverview[]): SlackMessage {
  const planned = list
    .filter(({ meeting }) => meeting.state === "planned")
    .sort((a, b) => a.meeting.date.localeCompare(b.meeting.date));
  const [next, ...later] = planned.filter((one) => one.workingDaysLeft >= 0);
  const passed = planned.filter((one) => one.workingDaysLeft < 0);
  const held = list.filter(({ meeting }) => meeting.state === "held");
  const others = [
    ...(later.length > 0 ? [line(say("meetings.also-planned", { dates: datesOf(later) }))] : []),
    ...(passed.length > 0 ? [line(say("meetings.passed", { dates: datesOf(passed) }))] : []),
    ...(held.length > 0 ? [line(say("meetings.held", { dates: datesOf(held) }))] : []),
  ];
  const rest = others.length > 0 ? [context(others)] : [];
  if (next === undefined) {
    const none = say("meetings.none");
    return rest.length > 0 ? message(none, [section(line(none)), ...rest]) : sentence(none);
  }
  const title =
    next.workingDaysLeft === 0
      ? say("meetings.next-today", { date: sayDate(next.meeting.date, null) })
      : say("meetings.next", { date: sayDate(next.meeting.date, null), left: sayDaysLeft(next.workingDaysLeft) });
  return message(title, [...overviewOf(next, title, []), ...rest]);
}

/** `people`: how many see the new dates in reminders they already have. */
export function renderMeetingSet(overview: MeetingOverview, people = 0): SlackMessage {
  const date = sayDate(overview.meeting.date, null);
  const title =
    overview.workingDaysLeft === 0
      ? say("meetings.set-today", { date })
      : say("meetings.set", { date, left: sayDaysLeft(overview.workingDaysLeft) });
  return message(
    title,
    overviewOf(overview, title, [
      ...(people > 0 ? [line(say("meetings.set-redrawn", { people }))] : []),
      line(say("meetings.agenda-how")),
    ]),
  );
}

/** `more`: what only the office can do next. */
function overviewOf(overview: MeetingOverview, title: string, more: readonly string[]): KnownBlock[] {
  const { meeting, timetable, officialCalendar, onWorkingDay } = overview;
  const year = meeting.date.slice(0, 4);
  const dayOff = onWorkingDay ? [] : [line(say("meetings.on-a-day-off", { date: sayDate(meeting.date, null) }))];
  const notes = [
    ...dayOff,
    ...(officialCalendar ? [] : [line(say("meetings.unofficial-calendar", { year }))]),
    ...more,
  ];
  return [section(bold(title)), ...timetableOf(timetable, meeting.date), ...(notes.length > 0 ? [context(notes)] : [])];
}

/** Step and date side by side: a small table in classic blocks. */
function timetableOf(timetable: MeetingOverview["timetable"], meetingDate: string): SectionBlock[] {
  if (timetable.length === 0) return [];
  const fields = timetable.map(({ step, date }) => ({
    type: "mrkdwn" as const,
    text: `${bold(say(`meetings.step-${step}`))}\n${line(sayDate(date, meetingDate))}`,
    verbatim: true,
  }));
  return [{ type: "section", fields }];
}

function datesOf(list: readonly MeetingOverview[]): string {
  const dates = list.map(({ meeting }) => meeting.date).sort();
  return sayList(
    dates.map((date) => sayShortDate(date, null)),
    LIST_LINES,
  );
}

/** What was exported, and where the file is. */
export function renderLedgerSent({ tasks, whole }: ExportedLedger, file: string): SlackMessage {
  return sentence(say(whole ? "meetings.ledger-whole" : "meetings.ledger-own", { file, tasks }));
}
