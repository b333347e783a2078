// The timetable (会议时间安排) of a meeting: what must be ready by when, counted back in statutory working days.
import { addWorkingDays, type IsoDate, type WorkingCalendar } from "../calendar.ts";

export type TimetableStep =
  | "call-for-topics"
  | "supporting-cut-off"
  | "lead-cut-off"
  | "draft-agenda"
  | "approval"
  | "notice"
  | "meeting";

/** Working days before the meeting, earliest step first. */
const TIMETABLE: readonly { readonly step: TimetableStep; readonly workingDaysBefore: number }[] = [
  { step: "call-for-topics", workingDaysBefore: 30 }, // 征集议题
  { step: "supporting-cut-off", workingDaysBefore: 15 }, // 配合单位反馈截止
  { step: "lead-cut-off", workingDaysBefore: 10 }, // 牵头单位报送截止，此后时限不再变动
  { step: "draft-agenda", workingDaysBefore: 8 }, // 形成议程草案
  { step: "approval", workingDaysBefore: 5 }, // 审定议程
  { step: "notice", workingDaysBefore: 3 }, // 印发会议通知
  { step: "meeting", workingDaysBefore: 0 },
];

export interface TimetableEntry {
  readonly step: TimetableStep;
  readonly date: IsoDate;
}

/** All steps with their dates, earliest first; the meeting itself keeps its date even where that is no working day. */
export function planTimetable(meetingDate: IsoDate, calendar: WorkingCalendar): TimetableEntry[] {
  return TIMETABLE.map(({ step, workingDaysBefore }) => ({
    step,
    date: workingDaysBefore === 0 ? meetingDate : addWorkingDays(meetingDate, -workingDaysBefore, calendar),
  }));
}
