// Urging (催办) by a person: the silent supporting units of a task are asked at once, once a day.
import { addDays, type IsoDate, type WorkingCalendar, workingDaysBetween } from "../../calendar.ts";
import { reason } from "../../reason.ts";
import type { Occurrence } from "../../register/deadline.ts";
import type { Task } from "../../register/task.ts";
import type { Unit } from "../../register/unit.ts";
import type { PlannedDigest, PlannedReminder } from "../digest.ts";
import { type Away, recipientFor } from "../recipient.ts";

/** now: by a message at once · digest: with the next digest · office: nobody speaks for the unit, the office is told. */
export type UrgeWay = "now" | "digest" | "office";

export interface UrgedUnit {
  readonly unitId: number;
  readonly way: UrgeWay;
}

export interface Urge {
  readonly id: number;
  readonly taskId: number;
  readonly occurrenceId: number;
  readonly urgedBy: string;
  /** In whose name: the lead unit's; "" = the office's. */
  readonly unitName: string;
  readonly on: IsoDate;
  readonly units: readonly UrgedUnit[];
}

export interface UrgeFacts {
  readonly task: Task;
  readonly occurrence: Occurrence;
  readonly silent: readonly Unit[];
  readonly unitName: string;
  readonly away: Away;
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
  /** A working day, its digests planned, and not a quiet hour: a message may go out besides the digest. */
  readonly atOnce: boolean;
  /** Who is told of units that nobody speaks for; null where that is who urges, or nobody. */
  readonly office: string | null;
}

/** What an urge comes to: one message for each person, and which way each unit is reached. */
export function planUrge(facts: UrgeFacts): { units: UrgedUnit[]; digests: PlannedDigest[] } {
  const { silent, away, atOnce, today, task, office } = facts;
  const units: UrgedUnit[] = [];
  const byPerson = new Map<string, PlannedReminder[]>();
  const unspoken: PlannedReminder[] = [];
  for (const unit of silent) {
    const recipient = recipientFor(unit, away);
    if ("code" in recipient) {
      units.push({ unitId: unit.id, way: "office" });
      const key = `${facts.occurrence.id}:${unit.id}:urge-office:${today}`;
      unspoken.push({ ...baseOf(facts, unit.id), key, contactId: null, reason: recipient });
      continue;
    }
    units.push({ unitId: unit.id, way: atOnce ? "now" : "digest" });
    const reminder = urgeReminder({ ...facts, on: today }, unit.id, recipient.contactId);
    byPerson.set(recipient.slackUser, [...(byPerson.get(recipient.slackUser) ?? []), reminder]);
  }
  const messages = [...(atOnce ? byPerson : [])].map(([slackUser, reminders]) => ({
    key: `digest:further:${slackUser}:${today}`,
    slackUser,
    kind: "further" as const,
    date: today,
    reminders,
  }));
  const told =
    office === null || unspoken.length === 0
      ? []
      : [
          {
            key: `digest:urge:${task.id}:${today}`,
            slackUser: office,
            kind: "further" as const,
            date: today,
            reminders: unspoken,
          },
        ];
  return { units, digests: [...messages, ...told] };
}

/** The reminder that says to a unit that it is urged: once for each urge, for ever. */
export function urgeReminder(
  urge: Pick<UrgeFacts, "occurrence" | "task" | "today" | "calendar" | "unitName"> & { readonly on: IsoDate },
  unitId: number,
  contactId: number,
): PlannedReminder {
  const { unitName, on } = urge;
  return {
    ...baseOf(urge, unitId),
    key: urgeKey(urge.occurrence.id, unitId, on),
    contactId,
    reason: reason("urged", { unit: unitName, date: on }),
  };
}

export function urgeKey(occurrenceId: number, unitId: number, on: IsoDate): string {
  return `${occurrenceId}:${unitId}:urge:${on}`;
}

function baseOf(
  { occurrence, task, today, calendar }: Pick<UrgeFacts, "occurrence" | "task" | "today" | "calendar">,
  unitId: number,
) {
  const dueDate = occurrence.supportingDueDate;
  return {
    occurrenceId: occurrence.id,
    taskId: task.id,
    unitId,
    role: "supporting" as const,
    step: -workingDaysBetween(today, dueDate, calendar),
    dueDate,
  };
}

/** The day whose digest takes what could not go out at once. */
export function nextDigestDay(today: IsoDate, dayIsPlanned: boolean, calendar: WorkingCalendar): IsoDate {
  let day = dayIsPlanned ? addDays(today, 1) : today;
  while (!calendar.isWorkingDay(day)) day = addDays(day, 1);
  return day;
}
