// A stored digest as it reads now: drawn from the facts of the moment, so that a redrawn message is never stale.
import { taskName } from "../answers/task-card.ts";
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import type { Reason } from "../reason.ts";
import type { Register } from "../register/register.ts";
import { type Role, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, currentUnit } from "../register/unit.ts";
import { countSupporting, indexUpdates, type UpdateIndex, updateOf } from "../status/answered.ts";
import { taskLight } from "../status/task-light.ts";
import type { DigestKind, DigestLine, DigestView } from "./digest.ts";

/** What the store knows of a reminder. */
export interface ReminderFacts {
  readonly occurrenceId: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly role: Role;
  readonly dueDate: IsoDate;
  readonly reason: Reason;
}

export function viewDigest(input: {
  digest: { id: number; kind: DigestKind; date: IsoDate };
  reminders: readonly ReminderFacts[];
  register: Register;
  today: IsoDate;
  calendar: WorkingCalendar;
}): DigestView {
  const { digest, register } = input;
  const updates = indexUpdates(register.latestUpdates);
  const lines = input.reminders.flatMap((reminder) => {
    const task = register.tasks.find((t) => t.id === reminder.taskId);
    return task && isStillAsked(task, reminder, register) ? [lineOf(task, reminder, { ...input, updates })] : [];
  });
  return { digestId: digest.id, kind: digest.kind, date: digest.date, lines: mostUrgentFirst(lines) };
}

/** A task that was withdrawn or given to somebody else since it was planned is no longer asked for. */
function isStillAsked(task: Task, reminder: ReminderFacts, { units }: Register): boolean {
  if (task.state !== "open") return false;
  const { role } = reminder;
  const unitId = currentUnit(reminder.unitId, units)?.id;
  return unitIdsOf(task, role).some((id) => {
    const assigned = units.get(id);
    return id === unitId || (assigned !== undefined && answeringUnits(assigned, units).some((u) => u.id === unitId));
  });
}

function lineOf(
  task: Task,
  reminder: ReminderFacts,
  facts: {
    digest: { date: IsoDate };
    register: Register;
    today: IsoDate;
    calendar: WorkingCalendar;
    updates: UpdateIndex;
  },
): DigestLine {
  const { register, today, calendar, updates } = facts;
  const leadUnitIds = unitIdsOf(task, "lead");
  const unit = currentUnit(reminder.unitId, register.units);
  const own = unit && updateOf(updates, task.id, unit.id);
  const occurrence = register.occurrences.find((o) => o.id === reminder.occurrenceId);
  return {
    taskId: task.id,
    taskName: taskName(task, register),
    title: task.title,
    role: reminder.role,
    unitName: unit?.name ?? "",
    leadName: leadUnitIds.map((id) => register.units.get(id)?.name ?? "").join("、"),
    kind: occurrence?.kind ?? "report",
    dueDate: reminder.dueDate,
    daysLeft: workingDaysBetween(today, reminder.dueDate, calendar),
    light: taskLight({ task, register, today, calendar }),
    last: own && { status: own.status, percent: own.percent, on: own.on },
    supportingAnswered:
      reminder.role === "lead" && occurrence ? countSupporting(task, occurrence, register.units, updates) : null,
    answered: own !== null && own.on >= facts.digest.date,
    reason: reminder.reason,
  };
}

/** One line per task, unit and role: a task with a report and a due date of its own shows the earlier one. */
function mostUrgentFirst(lines: readonly DigestLine[]): DigestLine[] {
  const sorted = [...lines].sort((a, b) => a.dueDate.localeCompare(b.dueDate));
  const seen = new Set<string>();
  return sorted.filter((line) => {
    const key = `${line.taskId}/${line.unitName}/${line.role}`;
    return !seen.has(key) && seen.add(key);
  });
}
