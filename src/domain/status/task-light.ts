// The light of a task of the register: which of its dates and reports count today.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import { reason } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits } from "../register/unit.ts";
import { speaksSince } from "./answered.ts";
import { leadsThatMustReport } from "./lead-units.ts";
import { type Light, lightOf, withSetLight } from "./light.ts";
import type { StatusUpdate } from "./status.ts";
import { paceOf } from "./targets/pace.ts";
import { figuresOf, type TargetFacts } from "./targets/target-actual.ts";

/** What of the register is looked at; rows of other tasks may be in it or not. */
export type TaskLightFacts = Pick<Register, "documents" | "occurrences" | "latestUpdates" | "figures" | "units">;

/**
 * The light of `task`: its own due date where it has one, and the report of the next meeting; what the office has set instead
 * stands before it. A task no longer open says so.
 */
export function taskLight(input: {
  task: Task;
  register: TaskLightFacts;
  today: IsoDate;
  calendar: WorkingCalendar;
}): Light {
  const { task, register, today, calendar } = input;
  switch (task.state) {
    case "closed":
      return { colour: "green", reason: reason("task-closed") };
    case "withdrawn":
      return { colour: "grey", reason: reason("task-withdrawn") };
    case "superseded":
      return { colour: "grey", reason: reason("task-superseded") };
    case "open":
      break;
    default:
      return task.state satisfies never;
  }
  const { leadUnitIds, mustFinish, mustReport } = leadsOf(task, register);
  const updates = register.latestUpdates.filter((u) => u.taskId === task.id);
  const occurrences = register.occurrences.filter((o) => o.taskId === task.id);
  const due = dueOf(task, register);
  const computed = lightOf({
    pace: paceOf(targetFactsOf(task, register), {
      due,
      documentDate: register.documents.find((d) => d.id === task.documentId)?.date ?? null,
    }),
    today,
    dueDate: due?.dueDate ?? null,
    // Last year's "done" does not finish this year's target.
    updates: updates.filter((u) => !u.undone && !(due && u.status === "done" && u.on < due.opensOn)),
    reopened: updates.some((u) => u.undone && leadUnitIds.includes(u.unitId)),
    leadUnitIds,
    mustFinish,
    mustReport,
    calendar,
    report: reportOccurrence(occurrences),
  });
  return withSetLight(computed, task.setLight ?? null);
}

interface Leads {
  readonly leadUnitIds: readonly number[];
  readonly mustFinish: readonly number[];
  readonly mustReport: readonly number[];
}

/** Whose reports decide, and without whose own "done" the task is not done: members of a group that leads, leads that each report. */
function leadsOf(task: Task, { units }: Pick<Register, "units">): Leads {
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  const members = leads.filter((u) => u.memberIds.length > 0).flatMap((u) => answeringUnits(u, units));
  const mustReport = leadsThatMustReport(task).filter((id) =>
    leads.some((u) => u.id === id && u.memberIds.length === 0),
  );
  return {
    leadUnitIds: [...new Set([...leads, ...members].map((u) => u.id))],
    mustFinish: [...members.map((u) => u.id), ...mustReport],
    mustReport,
  };
}

function dueOf(task: Task, register: Pick<Register, "occurrences" | "latestUpdates" | "units">): Occurrence | null {
  const { leadUnitIds, mustFinish } = leadsOf(task, register);
  const ofTask = <T extends { readonly taskId: number }>(rows: readonly T[]) =>
    rows.filter((r) => r.taskId === task.id);
  return dueOccurrence(ofTask(register.occurrences), ofTask(register.latestUpdates), leadUnitIds, mustFinish);
}

/** A task as its targets see it, on the running period of its due date. */
export function targetFactsOf(
  task: Task,
  { occurrences, latestUpdates, figures, units }: Pick<Register, "occurrences" | "latestUpdates" | "figures" | "units">,
): TargetFacts {
  const [leads, supporting] = (["lead", "supporting"] as const).map((role) =>
    unitIdsOf(task, role).flatMap((id) => units.get(id) ?? []),
  );
  return {
    targets: task.targets,
    leads: leads ?? [],
    supporting: supporting ?? [],
    units,
    figures: figuresOf(task, figures),
    opensOn: dueOf(task, { occurrences, latestUpdates, units })?.opensOn ?? null,
  };
}

/** The earliest due date that is not reported done, else the last one; null for undated tasks. */
export function dueOccurrence(
  occurrences: readonly Occurrence[],
  updates: readonly StatusUpdate[],
  leadUnitIds: readonly number[],
  mustFinish: readonly number[],
): Occurrence | null {
  const due = occurrences.filter((o) => o.kind === "due").sort((a, b) => a.dueDate.localeCompare(b.dueDate));
  const doneSince = (unitId: number, day: IsoDate) =>
    updates.some((u) => u.unitId === unitId && u.status === "done" && speaksSince(u, day));
  const open = due.find(
    ({ opensOn }) =>
      !leadUnitIds.some((id) => doneSince(id, opensOn)) || !mustFinish.every((id) => doneSince(id, opensOn)),
  );
  return open ?? due.at(-1) ?? null;
}

/** The report asked for last: the one of the coming meeting. */
function reportOccurrence(occurrences: readonly Occurrence[]): Occurrence | null {
  const reports = occurrences.filter((o) => o.kind === "report").sort((a, b) => a.dueDate.localeCompare(b.dueDate));
  return reports.at(-1) ?? null;
}
