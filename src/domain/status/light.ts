// Red, yellow, green, grey (红黄绿灯), each with its reason: one list of rules in order, by one table of thresholds.
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import { type Reason, reason } from "../reason.ts";
import type { StatusUpdate } from "./status.ts";
import type { Pace } from "./targets/pace.ts";
import { THRESHOLDS } from "./thresholds.ts";

export type LightColour = "green" | "yellow" | "red" | "grey";

export interface Light {
  readonly colour: LightColour;
  readonly reason: Reason;
}

/** A light as the meeting's office has set it. */
export interface SetLight {
  readonly colour: LightColour;
  /** In the words of who set it. */
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
}

export interface LightInput {
  readonly today: IsoDate;
  /** The day the task itself must be done; null for undated tasks. */
  readonly dueDate: IsoDate | null;
  /** The newest update of each unit for this task. */
  readonly updates: readonly StatusUpdate[];
  readonly leadUnitIds: readonly number[];
  readonly calendar: WorkingCalendar;
  /** The report a meeting asks for, where one is open: until it is sent, silence has a colour too. */
  readonly report?: { readonly opensOn: IsoDate; readonly dueDate: IsoDate } | null;
  /** Units without whose own "done" the task is not done: the members of a group that leads. */
  readonly mustFinish?: readonly number[];
  /** Leads without whose own report the task counts as unreported: all of several that report each. */
  readonly mustReport?: readonly number[];
  /** A lead had reported it done before it was reopened. */
  readonly reopened?: boolean;
  /** The target that is furthest behind its pace line. */
  readonly pace?: Pace | null;
}

/**
 * The light of one task. The newest report of a lead decides; a lead that is blocked or at risk is not covered up by
 * another that is not, unless the task has been reported done since.
 */
export function lightOf(input: LightInput): Light {
  const { today, calendar } = input;
  const reports = leadReports(input);
  const newest = reports[0];
  const blocked = reports.find((u) => u.status === "blocked");
  const atRisk = reports.find((u) => u.status === "at_risk");
  const daysLeft = input.dueDate === null ? null : workingDaysBetween(today, input.dueDate, calendar);
  const near = daysLeft !== null && daysLeft <= THRESHOLDS.nearDueWorkingDays;

  if (newest && isDone(input, newest)) return light("green", reason("light-done", { date: newest.on }));
  if (daysLeft !== null && daysLeft < 0) return light("red", reason("overdue", { days: -daysLeft }));
  if (blocked) return light("red", reason("light-blocked", { date: blocked.on }));
  const reportDays = daysToMissingReport(input, newest);
  if (reportDays !== null && reportDays < 0) return light("red", reason("report-overdue", { days: -reportDays }));
  const behind = behindPace(input.pace ?? null);
  if (behind?.colour === "red") return behind;
  if (atRisk) return light("yellow", reason("light-at-risk", { date: atRisk.on }));
  if (near && !newest) return light("yellow", reason("light-due-unreported", { days: daysLeft }));
  if (near && newest?.percent != null && newest.percent < THRESHOLDS.nearDuePercent) {
    return light("yellow", reason("light-behind", { percent: newest.percent, days: daysLeft }));
  }
  if (behind) return behind;
  if (reportDays !== null && reportDays <= THRESHOLDS.nearDueWorkingDays) {
    const why = reportDays === 0 ? reason("report-due-today") : reason("report-due-in", { days: reportDays });
    return light("yellow", why);
  }
  if (!newest) return light("grey", reason(input.reopened ? "light-reopened" : "light-no-report"));
  return light("green", reason("light-on-track", { date: newest.on }));
}

/**
 * The light as the office has set it, with the computed one beside it. It holds until the office takes it back or the task is
 * closed, and not until the next report: a unit must not be able to clear by a word what the office has seen with its own eyes.
 */
export function withSetLight(computed: Light, set: SetLight | null): Light {
  if (set === null) return computed;
  const why = reason("light-set", { why: set.reason, was: computed.colour });
  return { colour: set.colour, reason: { ...why, instead: computed.reason } };
}

/** Why the light would be what it is without the office's word: what the task's dates and reports say. */
export function computedReason({ reason: why }: Light): Reason {
  return why.instead ?? why;
}

/** The leads' newest reports, newest first. */
function leadReports({ updates, leadUnitIds }: LightInput): StatusUpdate[] {
  return updates.filter((u) => leadUnitIds.includes(u.unitId)).sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id);
}

function isDone({ updates, mustFinish = [] }: LightInput, newest: StatusUpdate): boolean {
  return (
    newest.status === "done" && mustFinish.every((id) => updates.some((u) => u.unitId === id && u.status === "done"))
  );
}

/** Working days to the cut-off of a report that has not come; null when none is asked for or it has come. */
function daysToMissingReport(
  { report, today, calendar, updates, mustReport = [] }: LightInput,
  newest: StatusUpdate | undefined,
): number | null {
  if (!report) return null;
  const hasReported = (id: number) => updates.some((u) => u.unitId === id && u.on >= report.opensOn);
  if (newest && newest.on >= report.opensOn && mustReport.every(hasReported)) return null;
  return workingDaysBetween(today, report.dueDate, calendar);
}

function behindPace(pace: Pace | null): Light | null {
  if (pace === null || pace.expected < THRESHOLDS.pacePercent) return null;
  const share = pace.percent / pace.expected;
  if (share >= THRESHOLDS.paceYellow) return null;
  const { text, percent, expected } = pace;
  const why = reason("light-behind-pace", { text, percent, expected });
  return light(share < THRESHOLDS.paceRed ? "red" : "yellow", why);
}

function light(colour: LightColour, why: Reason): Light {
  return { colour, reason: why };
}
