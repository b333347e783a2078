// The light of a task of the register: which of its dates and reports count today.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import { reason } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits } from "../register/unit.ts";
import { leadsThatMustReport } from "./lead-units.ts";
import { type Light, lightOf, withSetLight } from "./light.ts";
import { paceOf } from "./pace.ts";
import type { StatusUpdate } from "./status.ts";
import { figuresOf } from "./target-actual.ts";

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
  const leads = unitIdsOf(task, "lead").flatMap((id) => register.units.get(id) ?? []);
  const members = leads.filter((u) => u.memberIds.length > 0).flatMap((u) => answeringUnits(u, register.units));
  const leadUnitIds = [...new Set([...leads, ...members].map((u) => u.id))];
  const mustReport = leadsThatMustReport(task).filter((id) =>
    leads.some((u) => u.id === id && u.memberIds.length === 0),
  );
  const mustFinish = [...members.map((u) => u.id), ...mustReport];
  const updates = register.latestUpdates.filter((u) => u.taskId === task.id);
  const occurrences = register.occurrences.filter((o) => o.taskId === task.id);
  const supporting = unitIdsOf(task, "supporting").flatMap((id) => register.units.get(id) ?? []);
  const due = dueOccurrence(occurrences, updates, leadUnitIds, mustFinish);
  const computed = lightOf({
    pace: paceOf(
      {
        targets: task.targets,
        leads,
        supporting,
        units: register.units,
        figures: figuresOf(task, register.figures),
        opensOn: due?.opensOn ?? null,
      },
      { due, documentDate: register.documents.find((d) => d.id === task.documentId)?.date ?? null },
    ),
    today,
    dueDate: due?.dueDate ?? null,
    // Last year's "done" does not finish this year's target.
    updates: updates.filter((u) => !(due && u.status === "done" && u.on < due.opensOn)),
    leadUnitIds,
    mustFinish,
    mustReport,
    calendar,
    report: reportOccurrence(occurrences),
  });
  return withSetLight(computed, task.setLight ?? null);
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
    updates.some((u) => u.unitId === unitId && u.status === "done" && u.on >= day);
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
