// A stored digest as it reads now: drawn from the facts of the moment, so that a redrawn message is never stale.
import type { IsoDate } from "../calendar.ts";
import type { Reason, ReasonCode } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import { reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type Role, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, currentUnit, personOf, type Unit } from "../register/unit.ts";
import { countSupporting, silentOf, speaksSince, type UpdateIndex, updateOf } from "../status/answered.ts";
import { reportedByCoLead } from "../status/lead-units.ts";
import type { StatusUpdate } from "../status/status.ts";
import type { Acted, ClaimOver, DigestKind, DigestLine, DigestView } from "./digest.ts";
import type { DigestFacts } from "./drawing/digest-facts.ts";
import { dueDateOf } from "./plan.ts";
import { receiptOf } from "./receipt.ts";
import { replacedBy, standInsFor } from "./recipient.ts";
import { responseShown, responsesOf, type UnitResponses } from "./responses.ts";

/** What the store knows of a reminder. */
export interface ReminderFacts {
  readonly occurrenceId: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly role: Role;
  readonly dueDate: IsoDate;
  readonly reason: Reason;
  /** Absent or 0: the unit itself is asked. */
  readonly level?: number;
}

interface Digest {
  readonly id: number;
  readonly kind: DigestKind;
  readonly date: IsoDate;
  readonly slackUser?: string;
}

export function viewDigest(input: {
  digest: Digest;
  reminders: readonly ReminderFacts[];
  facts: DigestFacts;
}): DigestView {
  const { digest, facts } = input;
  const lines = input.reminders.flatMap((reminder) => {
    const task = facts.tasks.get(reminder.taskId);
    const occurrence = facts.occurrences.get(reminder.occurrenceId);
    if (!task || !concerns(digest, reminder, facts)) return [];
    const isAsked = isStillAsked(task, reminder, facts.register);
    const one = () => lineOf(task, reminder, occurrence, digest, facts);
    // The office's card goes on saying what was claimed and decided, whoever has the task by now.
    if (reminder.reason.code === "not-mine") {
      return [isAsked ? one() : { ...one(), claimOver: claimOver(task, reminder, facts) }];
    }
    if (!isAsked || (occurrence && isPast(occurrence, facts))) return [];
    return [one()];
  });
  return { digestId: digest.id, kind: digest.kind, date: digest.date, lines: mostUrgentFirst(lines) };
}

/** False: everything was answered, taken back or decided since it was planned, so that nobody need be written to. */
export function hasSomethingToSay({ lines }: DigestView): boolean {
  return lines.some(isOpen);
}

/** Whether a line still asks its reader for something. */
export function isOpen({ answered, reportedBy, response, claimOver: over, reason: { code } }: DigestLine): boolean {
  if (reportedBy !== undefined) return false;
  if (code === "not-mine") return response?.kind === "not_mine" && over === undefined;
  return !answered && response?.kind !== "not_mine" && response?.kind !== "not_mine_accepted";
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

/** The unit that was given the claimed part since; where nobody was, there is nothing to decide. */
function claimOver(task: Task, { unitId, role }: ReminderFacts, { register, responses }: DigestFacts): ClaimOver {
  const { units } = register;
  const claimant = currentUnit(unitId, units)?.id ?? unitId;
  const claimed = responsesOf(responses, task.id, claimant).notMine?.id ?? 0;
  const given = unitIdsOf(task, role)
    .flatMap((id) => responsesOf(responses, task.id, id).assigned ?? [])
    .filter(({ id }) => id > claimed)
    .sort((a, b) => a.id - b.id)[0];
  if (given === undefined) return { kind: "moot" };
  const unitName = currentUnit(given.unitId, units)?.name ?? "";
  return { kind: "reassigned", unitName, by: given.slackUser, on: given.on };
}

/** A report that its meeting did not get is not asked for after the meeting. */
function isPast({ kind, period }: Occurrence, { meeting }: DigestFacts): boolean {
  return kind === "report" && meeting !== null && period !== reportPeriod(meeting);
}

/** A contact who has handed over is not asked for the unit any more; who was told of its silence still is. */
function concerns({ slackUser, kind }: Digest, reminder: ReminderFacts, { register, away }: DigestFacts): boolean {
  if (slackUser === undefined || kind === "secretary" || !ASKS_THE_UNIT.has(reminder.reason.code)) return true;
  const unit = currentUnit(reminder.unitId, register.units);
  if (unit === null) return false;
  return unit.contacts.some((c) => c.slackUser === slackUser) || standInsFor(unit, away).includes(slackUser);
}

/** Why the unit itself is written to; what has other reasons is told to others. */
const ASKS_THE_UNIT: ReadonlySet<ReasonCode> = new Set([
  "report-due-in",
  "report-due-today",
  "report-due-on-day-off",
  "report-overdue",
  "due-in",
  "due-today",
  "due-on-day-off",
  "overdue",
  "date-moved",
  "not-mine-declined",
  "task-assigned",
  "urged",
]);

function lineOf(
  task: Task,
  reminder: ReminderFacts,
  occurrence: Occurrence | undefined,
  digest: Digest,
  facts: DigestFacts,
): DigestLine {
  const { register, today, calendar, updates, responses, daysTo } = facts;
  const leadUnitIds = unitIdsOf(task, "lead");
  const unit = currentUnit(reminder.unitId, register.units);
  const own = unit && updateOf(updates, task.id, unit.id);
  const unitId = unit?.id ?? reminder.unitId;
  const { slackUser } = digest;
  const replaced = unit && slackUser !== undefined ? replacedBy(slackUser, unit, facts.away) : null;
  // A date that was moved since is shown as it is now.
  const dueDate = occurrence ? dueDateOf(occurrence, reminder.role) : reminder.dueDate;
  const ownDue = occurrence ? ownDueBeside(occurrence, reminder.role, facts.occurrencesOf(task.id)) : null;
  const said = responsesOf(responses, task.id, unitId);
  const response = responseShown(said, { dueDate, today, calendar });
  const answered = own !== null && speaksSince(own, digest.date);
  const acted = (by: string, on: IsoDate) => actedBy(by, on, unit, slackUser);
  const receipt = receiptShown(said, own, { since: digest.date, acted });
  return {
    taskId: task.id,
    occurrenceId: reminder.occurrenceId,
    unitId,
    taskName: facts.nameOf(task),
    title: task.title,
    role: reminder.role,
    unitName: unit?.name ?? "",
    leadName: leadUnitIds.map((id) => register.units.get(id)?.name ?? "").join("、"),
    kind: occurrence?.kind ?? "report",
    dueDate,
    daysLeft: daysTo(dueDate),
    ownDue: ownDue === null ? null : { date: ownDue, daysLeft: daysTo(ownDue) },
    light: facts.lightOf(task),
    last: own && { status: own.status, percent: own.percent, on: own.on },
    supportingAnswered:
      reminder.role === "lead" && occurrence ? countSupporting(task, occurrence, register.units, updates) : null,
    answered,
    response,
    ...(receipt === null ? {} : { receipt }),
    ...(answered && own.author !== slackUser ? { answeredBy: acted(own.author, own.on) } : {}),
    ...(response && response.slackUser !== slackUser ? { respondedBy: acted(response.slackUser, response.on) } : {}),
    reason: reminder.reason,
    ...(reminder.level === undefined ? {} : { level: reminder.level }),
    ...(replaced === null ? {} : { standsInFor: replaced }),
    ...(reminder.role === "lead" && occurrence ? coLeadsOf(task, unitId, occurrence, register, updates) : {}),
  };
}

/** Of several leads: how many have reported, and who has for this one. Members of a leading group stand for themselves. */
function coLeadsOf(
  task: Task,
  unitId: number,
  occurrence: Occurrence,
  { units }: Register,
  updates: UpdateIndex,
): Pick<DigestLine, "leadsAnswered" | "reportedBy"> {
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  if (leads.length < 2 || !leads.some((lead) => lead.id === unitId)) return {};
  const silent = silentOf(leads, task, occurrence, updates);
  const other = reportedByCoLead(task, unitId, occurrence, updates);
  return {
    leadsAnswered: { answered: leads.length - silent.length, total: leads.length },
    ...(other === null ? {} : { reportedBy: { unitName: units.get(other.unitId)?.name ?? "", on: other.on } }),
  };
}

function receiptShown(
  responses: UnitResponses,
  update: StatusUpdate | null,
  { since, acted }: { since: IsoDate; acted: (by: string, on: IsoDate) => Acted },
): NonNullable<DigestLine["receipt"]> | null {
  const receipt = receiptOf(responses, update);
  if (receipt === null) return "asked";
  return receipt.kind === "accepted" && receipt.on >= since ? acted(receipt.by, receipt.on) : null;
}

function actedBy(by: string, on: IsoDate, unit: Unit | null, reader: string | undefined): Acted {
  const isReader = by === reader;
  return { name: unit === null || isReader ? null : personOf(by, unit), isReader, on };
}

/** The date that the task itself has, beside a report and beside the earlier day on which a supporting unit is asked for its part. */
function ownDueBeside(asked: Occurrence, role: Role, ofTask: readonly Occurrence[]): IsoDate | null {
  if (asked.kind === "due") return dueDateOf(asked, role) === asked.dueDate ? null : asked.dueDate;
  const due = ofTask.filter((occurrence) => occurrence.kind === "due").map((occurrence) => occurrence.dueDate);
  return due.sort()[0] ?? null;
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
