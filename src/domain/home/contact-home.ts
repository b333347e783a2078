// What a contact sees first: what to do now, what others owe them, what is done.
import { taskName } from "../answers/task-card.ts";
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import { unitsSpokenFor } from "../permission.ts";
import type { Register } from "../register/register.ts";
import { type Role, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { dueDateOf } from "../reminders/plan.ts";
import { receiptOf } from "../reminders/receipt.ts";
import { type ResponseIndex, responsesOf } from "../reminders/responses.ts";
import { hasAnswered, indexUpdates, silentOf, supportingUnits, updateOf } from "../status/answered.ts";
import { reportedByCoLead } from "../status/lead-units.ts";
import type { Light } from "../status/light.ts";
import type { Request } from "../status/request.ts";
import type { Status } from "../status/status.ts";
import { taskLight } from "../status/task-light.ts";

interface HomeTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
}

/** A unit's own part in a task. */
export interface OwnTask extends HomeTask {
  readonly unitName: string;
  readonly role: Role;
  /** The nearest date that the unit has not answered; null where none is open. */
  readonly dueDate: IsoDate | null;
  /** Working days to it. */
  readonly daysLeft: number | null;
  readonly light: Light;
  readonly closed: boolean;
  /** The unit has neither accepted the task (签收) nor handed it back. */
  readonly awaitsReceipt: boolean;
  readonly last: { readonly status: Status; readonly percent: number | null; readonly on: IsoDate } | null;
}

export type Waiting = HomeTask &
  (
    | {
        readonly kind: "request";
        readonly request: Request["kind"];
        readonly proposedDate: IsoDate | null;
        readonly requestedOn: IsoDate;
      }
    /** Supporting units of a task that the person's unit leads. */
    | {
        readonly kind: "answers";
        readonly answered: number;
        readonly total: number;
        readonly missing: readonly string[];
      }
  );

export interface ContactHome {
  /** Overdue first, then nearest first; without a date last. */
  readonly now: readonly OwnTask[];
  readonly waiting: readonly Waiting[];
  /** Reported last, first. */
  readonly done: readonly OwnTask[];
}

/** Null for somebody who speaks for no unit of any task in `register`. */
export function contactHome(input: {
  actor: string;
  register: Register;
  today: IsoDate;
  calendar: WorkingCalendar;
  /** Absent: nothing was said. */
  responses?: ResponseIndex | undefined;
}): ContactHome | null {
  const { actor, register } = input;
  const parts = register.tasks
    .filter((task) => task.state === "open" || task.state === "closed")
    .flatMap((task) => unitsSpokenFor(actor, task, register).map((unit) => ({ task, unit })));
  if (parts.length === 0) return null;
  const own = parts.map(({ task, unit }) => ownTask(task, unit, input));
  const isNow = (one: OwnTask) => !one.closed && (one.dueDate !== null || one.last === null);
  return {
    now: own.filter(isNow).toSorted((a, b) => order(a.dueDate).localeCompare(order(b.dueDate))),
    waiting: [...new Set(parts.map(({ task }) => task))].flatMap((task) => waitingFor(task, actor, register)),
    done: own.filter((one) => !isNow(one)).toSorted((a, b) => (b.last?.on ?? "").localeCompare(a.last?.on ?? "")),
  };
}

function order(date: IsoDate | null): string {
  return date ?? "9999";
}

function ownTask(
  task: Task,
  unit: Unit,
  { register, today, calendar, responses }: Omit<Parameters<typeof contactHome>[0], "actor">,
): OwnTask {
  const role = roleOf(task, unit, register);
  const updates = indexUpdates(register.latestUpdates);
  const newest = updateOf(updates, task.id, unit.id);
  const last = newest?.undone ? null : newest;
  const open = register.occurrences.filter(
    (o) =>
      o.taskId === task.id && !hasAnswered(o, last) && !hasAnswered(o, reportedByCoLead(task, unit.id, o, updates)),
  );
  const dueDate = open.map((o) => dueDateOf(o, role)).sort()[0] ?? null;
  return {
    ...named(task, register),
    unitName: unit.name,
    role,
    dueDate,
    daysLeft: dueDate === null ? null : workingDaysBetween(today, dueDate, calendar),
    light: taskLight({ task, register, today, calendar }),
    closed: task.state === "closed",
    awaitsReceipt: task.state === "open" && receiptOf(responsesOf(responses, task.id, unit.id), last) === null,
    last: last && { status: last.status, percent: last.percent, on: last.on },
  };
}

/** Lead, where the unit or a group it answers for leads. */
function roleOf(task: Task, unit: Unit, { units }: Register): Role {
  const leads = unitIdsOf(task, "lead").flatMap((id) => units.get(id) ?? []);
  return leads.some((lead) => lead === unit || answeringUnits(lead, units).includes(unit)) ? "lead" : "supporting";
}

function waitingFor(task: Task, actor: string, register: Register): Waiting[] {
  if (task.state !== "open") return [];
  const units = unitsSpokenFor(actor, task, register);
  const requests = register.requests
    .filter((r) => r.taskId === task.id && r.state === "pending" && units.some((unit) => unit.id === r.unitId))
    .map(({ kind, proposedDate, requestedOn }): Waiting => {
      return { ...named(task, register), kind: "request", request: kind, proposedDate, requestedOn };
    });
  return [...requests, ...outstandingAnswers(task, units, register)];
}

/** Who of the supporting units has said nothing since the lead was asked; nothing once the lead has answered. */
function outstandingAnswers(task: Task, units: readonly Unit[], register: Register): Waiting[] {
  const lead = units.find((unit) => roleOf(task, unit, register) === "lead");
  if (lead === undefined) return [];
  const updates = indexUpdates(register.latestUpdates);
  const own = updateOf(updates, task.id, lead.id);
  const asked = register.occurrences
    .filter((o) => o.taskId === task.id && !hasAnswered(o, own))
    .toSorted((a, b) => a.dueDate.localeCompare(b.dueDate))[0];
  const supporting = supportingUnits(task, register.units).filter((unit) => !units.includes(unit));
  if (asked === undefined || supporting.length === 0) return [];
  const missing = silentOf(supporting, task, asked, updates).map((unit) => unit.name);
  if (missing.length === 0) return [];
  const figures = { answered: supporting.length - missing.length, total: supporting.length, missing };
  return [{ ...named(task, register), kind: "answers", ...figures }];
}

function named(task: Task, register: Register): HomeTask {
  return { taskId: task.id, taskName: taskName(task, register), title: task.title };
}
