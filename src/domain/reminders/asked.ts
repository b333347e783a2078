// Who is asked about what: every open occurrence, every assigned unit, groups member by member.
import type { IsoDate } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import { nextMeeting, reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type Assignment, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { indexUpdates, type UpdateIndex, updateOf } from "../status/answered.ts";
import type { Request } from "../status/request.ts";

export interface Asked {
  readonly occurrence: Occurrence;
  readonly task: Task;
  readonly assignment: Assignment;
  readonly unit: Unit;
}

/** The register, looked through once, so that a decision on one unit looks nothing up by walking over all. */
export interface PlanIndex {
  readonly updates: UpdateIndex;
  /** The day of the lead units' newest report on a task. */
  readonly reportedOn: ReadonlyMap<number, IsoDate>;
  /** The day of a lead unit's report that the task is done, where that is its newest; of all where each of several reports. */
  readonly doneOn: ReadonlyMap<number, IsoDate>;
  /** When the periods of a task's repeating due dates opened, earliest first; by `seriesOf`, and by the task's id alone. */
  readonly opened: ReadonlyMap<string, readonly IsoDate[]>;
  /** The undecided extension request of a task. */
  readonly extensionOf: ReadonlyMap<number, Request>;
}

export function indexForPlan({ tasks, occurrences, latestUpdates, requests }: Register): PlanIndex {
  const updates = indexUpdates(latestUpdates);
  const reportedOn = new Map<number, IsoDate>();
  const doneOn = new Map<number, IsoDate>();
  for (const task of tasks) {
    const newest = unitIdsOf(task, "lead").map((id) => updateOf(updates, task.id, id));
    const reports = newest.map((report) => (report?.undone ? null : report));
    for (const report of reports) {
      if (report) keepLater(reportedOn, task.id, report.on);
      // Where each of several leads reports, one's "done" is its own part only.
      if (report?.status === "done" && (task.leadRule !== "each" || reports.every((one) => one?.status === "done"))) {
        keepLater(doneOn, task.id, report.on);
      }
    }
  }
  const extensions = requests.filter((r) => r.kind === "extension" && r.state === "pending");
  return {
    updates,
    reportedOn,
    doneOn,
    opened: openingsOf(occurrences),
    // The earliest of a task's requests is the one that is being decided: a Map keeps the last it is given.
    extensionOf: new Map(extensions.toReversed().map((request) => [request.taskId, request])),
  };
}

function keepLater(days: Map<number, IsoDate>, taskId: number, day: IsoDate): void {
  const known = days.get(taskId);
  if (known === undefined || known < day) days.set(taskId, day);
}

function openingsOf(occurrences: readonly Occurrence[]): Map<string, IsoDate[]> {
  const opened = new Map<string, IsoDate[]>();
  for (const occurrence of occurrences.filter(isRepeating)) {
    for (const key of [seriesOf(occurrence), String(occurrence.taskId)]) {
      const days = opened.get(key);
      if (days) days.push(occurrence.opensOn);
      else opened.set(key, [occurrence.opensOn]);
    }
  }
  for (const days of opened.values()) days.sort();
  return opened;
}

/** Of a yearly or a monthly rule: its period is "2026" or "2026-09". That of a fixed date is the date. */
function isRepeating({ kind, period }: Occurrence): boolean {
  return kind === "due" && period.length < "YYYY-MM-DD".length;
}

function seriesOf({ taskId, period }: Occurrence): string {
  return `${taskId}/${period.length}`;
}

/**
 * Whether a lead unit has reported the task done for the occurrence. Done in one period of a repeating date is not done in the
 * next; for a meeting's report the period counts in which it was called for.
 */
export function isReportedDone({ doneOn, opened }: PlanIndex, occurrence: Occurrence): boolean {
  const on = doneOn.get(occurrence.taskId);
  if (on === undefined) return false;
  const { kind, opensOn, taskId } = occurrence;
  const since = kind === "due" ? opensOn : opened.get(String(taskId))?.findLast((day) => day <= opensOn);
  return since === undefined || on >= since;
}

/**
 * The day on which the lead, or the unit itself, has reported in the next period of a repeating date; null = nobody has, or the date
 * does not repeat. Their newest word hides what they said of this period, and the next one is asked for by itself.
 */
export function spokeInNext(
  { opened, reportedOn }: PlanIndex,
  occurrence: Occurrence,
  own: IsoDate | null,
): IsoDate | null {
  if (!isRepeating(occurrence)) return null;
  const next = opened.get(seriesOf(occurrence))?.find((day) => day > occurrence.opensOn);
  if (next === undefined) return null;
  return [own, reportedOn.get(occurrence.taskId)].find((day) => day != null && day >= next) ?? null;
}

export function* askedUnits(register: Register, today: IsoDate): Generator<Asked> {
  const tasks = new Map(register.tasks.map((task) => [task.id, task]));
  const answering = new Map([...register.units].map(([id, unit]) => [id, answeringUnits(unit, register.units)]));
  const meeting = nextMeeting(register.meetings, today);
  const currentReport = meeting && reportPeriod(meeting);
  for (const occurrence of register.occurrences) {
    const task = tasks.get(occurrence.taskId);
    if (task?.state !== "open") continue;
    // A report nobody sent before its meeting is not asked for afterwards: the next meeting asks anew.
    if (occurrence.kind === "report" && occurrence.period !== currentReport) continue;
    for (const assignment of task.assignments) {
      for (const unit of answering.get(assignment.unitId) ?? []) yield { occurrence, task, assignment, unit };
    }
  }
}
