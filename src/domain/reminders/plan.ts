// One day's reminders, decided from stored facts alone: running this twice, late or after a crash gives nothing twice.
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import { type Reason, reason } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import { nextMeeting, reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type Assignment, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Contact, type Unit } from "../register/unit.ts";
import { hasAnswered, indexUpdates, type UpdateIndex, updateOf } from "../status/answered.ts";
import type { DayPlan, PlannedDigest, PlannedReminder } from "./digest.ts";
import { newestStep, type ReminderPolicy } from "./policy.ts";

export interface PlanFacts {
  readonly register: Register;
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
  readonly policy: ReminderPolicy;
  /** Keys of all reminders ever planned. */
  readonly plannedKeys: ReadonlySet<string>;
  /** Who has a digest of today already. */
  readonly digestedUsers: ReadonlySet<string>;
  readonly secretaries: readonly string[];
}

type Skipped = DayPlan["skipped"][number];

/** A reminder that is due, with the person it goes to. */
interface Due {
  readonly recipient: string;
  readonly kind: PlannedDigest["kind"];
  readonly reminder: PlannedReminder;
}

/** Plans the digests of `today`: one per person, and for every unit that is not reminded the reason why. */
export function planReminders(facts: PlanFacts): DayPlan {
  const workingDay = facts.calendar.isWorkingDay(facts.today);
  const updates = indexUpdates(facts.register.latestUpdates);
  const due: Due[] = [];
  const skipped: Skipped[] = [];

  for (const asked of askedUnits(facts)) {
    const result = workingDay ? decide(facts, updates, asked) : reason("not-a-working-day");
    if ("code" in result) {
      skipped.push({ taskId: asked.task.id, unitId: asked.unit.id, role: asked.assignment.role, reason: result });
    } else {
      due.push(...result);
    }
  }
  return { date: facts.today, workingDay, digests: digestsOf(due, facts.today), skipped };
}

interface Asked {
  readonly occurrence: Occurrence;
  readonly task: Task;
  readonly assignment: Assignment;
  readonly unit: Unit;
}

/** Who is asked about what: every open occurrence, every assigned unit, groups member by member. */
function* askedUnits({ register, today }: PlanFacts): Generator<Asked> {
  const tasks = new Map(register.tasks.map((t) => [t.id, t]));
  const meeting = nextMeeting(register.meetings, today);
  const currentReport = meeting && reportPeriod(meeting);
  for (const occurrence of register.occurrences) {
    const task = tasks.get(occurrence.taskId);
    if (task?.state !== "open") continue;
    // A report nobody sent before its meeting is not asked for afterwards: the next meeting asks anew.
    if (occurrence.kind === "report" && occurrence.period !== currentReport) continue;
    for (const assignment of task.assignments) {
      const assigned = register.units.get(assignment.unitId);
      if (!assigned) continue;
      for (const unit of answeringUnits(assigned, register.units)) yield { occurrence, task, assignment, unit };
    }
  }
}

/** Either who is reminded now, or why nobody is. */
function decide(facts: PlanFacts, updates: UpdateIndex, { occurrence, task, assignment, unit }: Asked): Reason | Due[] {
  const { register, today, calendar } = facts;
  const { role } = assignment;
  if (unitIdsOf(task, "lead").some((id) => updateOf(updates, task.id, id)?.status === "done")) {
    return reason("reported-done");
  }
  const update = updateOf(updates, task.id, unit.id);
  if (update && hasAnswered(occurrence, update)) return reason("already-reported", { date: update.on });
  const extension = register.requests.find(
    (r) => r.taskId === task.id && r.kind === "extension" && r.state === "pending",
  );
  if (occurrence.kind === "due" && extension)
    return reason("extension-pending", { date: extension.proposedDate ?? "" });

  const dueDate = role === "lead" ? occurrence.dueDate : occurrence.supportingDueDate;
  const daysLeft = workingDaysBetween(today, dueDate, calendar);
  const step = newestStep(daysLeft, role, facts.policy);
  if (step === null) return reason("no-step-today", { days: daysLeft });
  const keyOf = (unitId: number) => `${occurrence.id}:${unitId}:${role}:${step}`;
  const key = keyOf(unit.id);
  // What a unit was reminded of under its former name is not said again under the new one.
  const ids = [unit.id, ...(unit.absorbed ?? []).map((one) => one.id)];
  if (ids.some((id) => facts.plannedKeys.has(keyOf(id)))) return reason("already-reminded", { step });

  const base = { key, occurrenceId: occurrence.id, taskId: task.id, unitId: unit.id, role, step, dueDate };
  const contact = contactFor(unit);
  if (contact) {
    if (facts.digestedUsers.has(contact.slackUser)) return reason("already-digested-today");
    const why = timing(occurrence, daysLeft);
    return [
      { recipient: contact.slackUser, kind: "contact", reminder: { ...base, contactId: contact.id, reason: why } },
    ];
  }
  const secretary = facts.secretaries[0];
  if (secretary === undefined) return reason("no-secretary", { unit: unit.name });
  if (facts.digestedUsers.has(secretary)) return reason("already-digested-today");
  const why = unit.kind === "unresolved" ? "unit-needs-naming" : "no-contact";
  const reminder = { ...base, contactId: null, reason: reason(why, { unit: unit.name }) };
  return [{ recipient: secretary, kind: "secretary", reminder }];
}

/** The person who is asked first: the contact, else the deputy, else the head. */
export function contactFor(unit: Unit): Contact | null {
  const inOrder = (["primary", "deputy", "head"] as const).flatMap((r) => unit.contacts.filter((c) => c.role === r));
  return inOrder[0] ?? null;
}

function timing(occurrence: Occurrence, daysLeft: number): Reason {
  const report = occurrence.kind === "report";
  if (daysLeft > 0) return reason(report ? "report-due-in" : "due-in", { days: daysLeft });
  if (daysLeft === 0) return reason(report ? "report-due-today" : "due-today");
  return reason(report ? "report-overdue" : "overdue", { days: -daysLeft });
}

function digestsOf(due: readonly Due[], date: IsoDate): PlannedDigest[] {
  const byRecipient = Map.groupBy(due, (d) => `digest:${d.kind}:${d.recipient}:${date}`);
  return [...byRecipient].flatMap(([key, [first, ...rest]]) => {
    if (!first) return [];
    const reminders = [first, ...rest].map((d) => d.reminder);
    // A unit may be lead and group member of one task: one reminder per key is enough.
    const unique = [...new Map(reminders.map((r) => [r.key, r])).values()];
    return [{ key, slackUser: first.recipient, kind: first.kind, date, reminders: unique }];
  });
}
