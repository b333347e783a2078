// What the office's page counts of one task: its light, and who speaks for it and still owes an answer.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import { type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { hasAnswered, indexUpdates, supportingUnits, updateOf } from "../status/answered.ts";
import { reportedByCoLead } from "../status/lead-units.ts";
import type { LightColour } from "../status/light.ts";
import { type TaskLightFacts, taskLight } from "../status/task-light.ts";

export interface LightRow {
  readonly taskId: number;
  /** Null: the task does not count, it was withdrawn or another took its place. */
  readonly colour: LightColour | null;
  readonly documentId: number;
  /** "" where the document has no sections. */
  readonly section: string;
  readonly leadUnitIds: readonly number[];
  /** Units that speak for the open task, groups member by member. */
  readonly answeringUnitIds: readonly number[];
  /** Those of them whose answer is outstanding. */
  readonly owingUnitIds: readonly number[];
}

export function lightRow(input: {
  task: Task;
  register: TaskLightFacts;
  today: IsoDate;
  calendar: WorkingCalendar;
}): LightRow {
  const { task, register, today } = input;
  const { units } = register;
  const counts = task.state === "open" || task.state === "closed";
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  const isOpen = task.state === "open";
  const answering = isOpen
    ? [...leads.flatMap((unit) => answeringUnits(unit, units)), ...supportingUnits(task, units)]
    : [];
  return {
    taskId: task.id,
    colour: counts ? taskLight(input).colour : null,
    documentId: task.documentId,
    section: task.section ?? "",
    leadUnitIds: counts ? idsOf(leads) : [],
    answeringUnitIds: idsOf(answering),
    owingUnitIds: isOpen ? idsOf(owingUnits(task, register, today)) : [],
  };
}

/**
 * Units that have not answered what is asked now: the report of the coming meeting since it was called for, and a date of the
 * task's own that has passed, for which the leads answer.
 */
export function owingUnits(
  task: Task,
  { occurrences, latestUpdates, units }: Pick<Register, "occurrences" | "latestUpdates" | "units">,
  today: IsoDate,
): Unit[] {
  const open = occurrences.filter((o) => o.taskId === task.id).toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
  const report = open.findLast((o) => o.kind === "report" && o.opensOn <= today);
  const passed = open.filter((o) => o.kind === "due" && o.dueDate < today);
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  const leading = leads.flatMap((unit) => answeringUnits(unit, units));
  const updates = indexUpdates(latestUpdates.filter((u) => u.taskId === task.id));
  const owes = (unit: Unit, occurrence: Occurrence) =>
    !hasAnswered(occurrence, updateOf(updates, task.id, unit.id)) &&
    !hasAnswered(occurrence, reportedByCoLead(task, unit.id, occurrence, updates));
  const owing = [
    ...(report ? [...leading, ...supportingUnits(task, units)].filter((unit) => owes(unit, report)) : []),
    ...leading.filter((unit) => passed.some((occurrence) => owes(unit, occurrence))),
  ];
  return [...new Set(owing)];
}

function idsOf(units: readonly Unit[]): number[] {
  return [...new Set(units.map((unit) => unit.id))];
}
