// One day's reminders, decided from stored facts alone: running this twice, late or after a crash gives nothing twice.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import { workingDaysFrom } from "../day-counter.ts";
import { type Reason, reason } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Register } from "../register/register.ts";
import type { Role } from "../register/task.ts";
import type { Contact, Unit } from "../register/unit.ts";
import { hasAnswered, updateOf } from "../status/answered.ts";
import { reportedByCoLead } from "../status/lead-units.ts";
import { type Asked, askedUnits, indexForPlan, isReportedDone, type PlanIndex, spokeInNext } from "./asked.ts";
import type { DayPlan, PlannedDigest, PlannedEscalation, PlannedReminder } from "./digest.ts";
import { NOTHING_STORED, planEscalation, type StoredEscalations, whatComesNext } from "./escalation.ts";
import { newestStep, type ReminderPolicy, stepsFor, withoutDueDay } from "./policy.ts";
import { type Away, awayOn, recipientFor } from "./recipient.ts";
import { handedBack, type ResponseIndex, responsesOf, stepOrWish } from "./responses.ts";
import { laterRiders, type Riders, waitingUrge } from "./support/riders.ts";

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
  /** What the ladder needs to know; absent = nothing was asked or stopped yet. */
  readonly escalation?: StoredEscalations;
  /** What units said short of a report; absent = nothing. */
  readonly responses?: ResponseIndex;
  /** What rides on the digests besides; absent = nothing. */
  readonly riders?: Riders;
}

type Skipped = DayPlan["skipped"][number];

/** A reminder that is due, with the person it goes to. */
interface Due {
  readonly recipient: string;
  readonly kind: PlannedDigest["kind"];
  readonly reminder: PlannedReminder;
}

/** The facts, with what is looked up for every unit made ready once. */
interface Planning extends PlanFacts, PlanIndex, StoredEscalations {
  readonly away: Away;
  /** Working days from today to a date; negative = overdue. */
  daysTo(date: IsoDate): number;
}

/** Plans the digests of `today`: one per person, and for every unit that is not reminded the reason why. */
export function planReminders(facts: PlanFacts): DayPlan {
  const { register, today, calendar } = facts;
  const workingDay = calendar.isWorkingDay(today);
  const planning: Planning = {
    ...facts,
    ...indexForPlan(register),
    ...(facts.escalation ?? NOTHING_STORED),
    away: awayOn(register.units.values(), today),
    daysTo: workingDaysFrom(today, calendar),
  };
  const due: Due[] = [];
  const skipped: Skipped[] = [];
  const escalations = new Map<string, PlannedEscalation>();

  for (const asked of askedUnits(register, today)) {
    // Before the step of the same day: of two lines on one task the first is shown.
    if (workingDay) due.push(...ride(planning, asked));
    const result = workingDay ? decide(planning, asked) : reason("not-a-working-day");
    if ("code" in result) {
      skipped.push({ taskId: asked.task.id, unitId: asked.unit.id, role: asked.assignment.role, reason: result });
    } else {
      due.push(result);
    }
    const rung = workingDay ? escalate(planning, asked) : null;
    if (rung && "code" in rung) {
      skipped.push({ taskId: asked.task.id, unitId: asked.unit.id, role: asked.assignment.role, reason: rung });
    } else if (rung) {
      escalations.set(rung.reminder.key, rung);
    }
  }
  for (const { rung, slackUser, reminder } of escalations.values()) {
    const kind = rung === "secretary" || rung === "agenda" ? "secretary" : "contact";
    if (slackUser !== null) due.push({ recipient: slackUser, kind, reminder });
  }
  return {
    date: today,
    workingDay,
    digests: digestsOf(due, today),
    skipped,
    escalations: [...escalations.values()],
  };
}

/** What is said besides the steps: to a unit that a person urged, and to a lead whose supporting unit answered late. */
function ride(planning: Planning, asked: Asked): Due[] {
  const { urges, signed } = planning.riders ?? { urges: [], signed: [] };
  const urge = answeredBefore(planning, asked) === null ? waitingUrge(planning, urges, asked) : null;
  return [...(urge === null ? [] : [urge]), ...laterRiders(planning, signed, asked)]
    .filter(({ recipient }) => !planning.digestedUsers.has(recipient))
    .map((rider) => ({ ...rider, kind: "contact" }));
}

/** Who else is told, where the unit owes an answer and stays silent. */
function escalate(planning: Planning, asked: Asked): PlannedEscalation | Reason | null {
  if (answeredBefore(planning, asked) !== null) return null;
  const rung = planEscalation(planning, asked);
  if (rung === null || "code" in rung) return rung;
  return rung.slackUser !== null && planning.digestedUsers.has(rung.slackUser)
    ? reason("already-digested-today")
    : rung;
}

/** Either who is reminded now, or why nobody is. */
function decide(planning: Planning, asked: Asked): Reason | Due {
  const said = answeredBefore(planning, asked);
  if (said !== null) return said;

  const { occurrence, task, assignment, unit } = asked;
  const { role } = assignment;
  const dueDate = dueDateOf(occurrence, role);
  const daysLeft = planning.daysTo(dueDate);
  const steps = stepsFor(role, planning.policy, task.reminderSteps);
  const step = newestStep(daysLeft, onDayOff(planning, dueDate) ? withoutDueDay(steps) : steps);
  // What a unit was reminded of under its former name is not said again under the new one.
  const ids = [unit.id, ...(unit.absorbed ?? []).map((one) => one.id)];
  const keys = step === null ? [] : ids.map((id) => reminderKey(occurrence, id, role, step));
  const isSaid = keys.some((key) => planning.plannedKeys.has(key));
  const key = stepOrWish(responsesOf(planning.responses, task.id, unit.id), {
    ...planning,
    occurrenceId: occurrence.id,
    dueDate,
    daysLeft,
    step: step === null ? null : { at: step, key: isSaid ? null : (keys[0] ?? null) },
  });
  if (typeof key !== "string") return key;

  const base = {
    key,
    occurrenceId: occurrence.id,
    taskId: task.id,
    unitId: unit.id,
    role,
    step: step ?? -daysLeft,
    dueDate,
  };
  const why = timing(occurrence.kind, daysLeft, dueDate, planning.today);
  const params = { ...why.params, ...whatComesNext(planning, asked, dueDate) };
  return addressed(planning, unit, base, Object.keys(params).length === 0 ? why : reason(why.code, params));
}

/** Why the unit need not be asked at all, or null where it must be. */
export function answeredBefore(
  planning: PlanIndex & Pick<PlanFacts, "responses">,
  { occurrence, task, assignment, unit }: Asked,
): Reason | null {
  if (isReportedDone(planning, occurrence)) return reason("reported-done");
  const back = handedBack(responsesOf(planning.responses, task.id, unit.id));
  if (back !== null) return back;
  const update = updateOf(planning.updates, task.id, unit.id);
  if (update && hasAnswered(occurrence, update)) return reason("already-reported", { date: update.on });
  const later = spokeInNext(planning, occurrence, update?.undone ? null : (update?.on ?? null));
  if (later !== null) return reason("already-reported", { date: later });
  const other = assignment.role === "lead" ? reportedByCoLead(task, unit.id, occurrence, planning.updates) : null;
  if (other !== null) return reason("co-lead-reported", { date: other.on });
  const extension = occurrence.kind === "due" ? planning.extensionOf.get(task.id) : undefined;
  return extension === undefined ? null : reason("extension-pending", { date: extension.proposedDate ?? "" });
}

/** To the unit's contact, else to the secretary, who learns why. */
function addressed(
  facts: Planning,
  unit: Unit,
  base: Omit<PlannedReminder, "contactId" | "reason">,
  why: Reason,
): Reason | Due {
  const asked = recipientFor(unit, facts.away);
  if ("slackUser" in asked) {
    if (facts.digestedUsers.has(asked.slackUser)) return reason("already-digested-today");
    const reminder = { ...base, contactId: asked.contactId, reason: why };
    return { recipient: asked.slackUser, kind: "contact", reminder };
  }
  const secretary = facts.secretaries[0];
  if (secretary === undefined) return reason("no-secretary", { unit: unit.name });
  if (facts.digestedUsers.has(secretary)) return reason("already-digested-today");
  return { recipient: secretary, kind: "secretary", reminder: { ...base, contactId: null, reason: asked } };
}

/** Supporting units are asked before the lead, which reports for all. */
export function dueDateOf(occurrence: Occurrence, role: Role): IsoDate {
  return role === "lead" ? occurrence.dueDate : occurrence.supportingDueDate;
}

/**
 * What makes a reminder one of its kind for ever. A date that was moved is another date: its steps are said anew, also
 * those that the first date had used up.
 */
function reminderKey(occurrence: Occurrence, unitId: number, role: Role, step: number): string {
  const key = `${occurrence.id}:${unitId}:${role}:${step}`;
  return occurrence.dueDate === occurrence.originalDueDate ? key : `${key}@${dueDateOf(occurrence, role)}`;
}

/** The person who is asked first: the contact, else the deputy, else the head. */
export function contactFor(unit: Unit): Contact | null {
  const inOrder = (["primary", "deputy", "head"] as const).flatMap((r) => unit.contacts.filter((c) => c.role === r));
  return inOrder[0] ?? null;
}

/** Whether a date on a day off is not to be asked for on the working day before it. */
function onDayOff({ policy, calendar }: Planning, dueDate: IsoDate): boolean {
  return !policy.moveBeforeHoliday && !calendar.isWorkingDay(dueDate);
}

/** `date`: when that is a day off, its last day is the working day before it. */
function timing(kind: Occurrence["kind"], daysLeft: number, date: IsoDate, today: IsoDate): Reason {
  const report = kind === "report";
  if (daysLeft > 0) return reason(report ? "report-due-in" : "due-in", { days: daysLeft });
  if (daysLeft < 0) return reason(report ? "report-overdue" : "overdue", { days: -daysLeft });
  if (date > today) return reason(report ? "report-due-on-day-off" : "due-on-day-off", { date });
  return reason(report ? "report-due-today" : "due-today");
}

/** One per person, also for a secretary who is some unit's contact: then it asks them as a contact, and tells the rest below. */
function digestsOf(due: readonly Due[], date: IsoDate): PlannedDigest[] {
  return [...Map.groupBy(due, (d) => d.recipient)].map(([slackUser, all]) => {
    const kind = all.some((d) => d.kind === "contact") ? "contact" : "secretary";
    const reminders = all.map((d) => d.reminder);
    // A unit may be lead and group member of one task: one reminder per key is enough.
    const unique = [...new Map(reminders.map((r) => [r.key, r])).values()];
    return { key: `digest:${kind}:${slackUser}:${date}`, slackUser, kind, date, reminders: unique };
  });
}
