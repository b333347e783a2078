// The second message of a day: what somebody asked to hear again, what was decided or moved since the morning. And the cards
// that put a claim 不属本单位职责 before the secretary.
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import { type Reason, reason } from "../reason.ts";
import { currentUnit } from "../register/unit.ts";
import { type Asked, askedUnits, indexForPlan } from "./asked.ts";
import type { PlannedDigest, PlannedReminder } from "./digest.ts";
import { answeredBefore, dueDateOf, type PlanFacts } from "./plan.ts";
import { awayOn, recipientFor } from "./recipient.ts";
import { assignedKey, dueWish, type LocalTime, type ReminderResponse, responsesOf, wishKey } from "./responses.ts";

/** A date that was moved so near is told on the day; one further off waits for the next digest. */
const NEAR_DAYS = 2;

/**
 * What goes out besides the day's digests: at most one further message per person and day (its key), with all that is due by
 * now, and only once the day is planned, for until then it goes into the digest. Cards for the secretary go at any time.
 */
export function planFurther(
  facts: PlanFacts & { readonly now: LocalTime; readonly dayIsPlanned: boolean },
): PlannedDigest[] {
  const cards = cardsOf(facts);
  if (!facts.dayIsPlanned || !facts.calendar.isWorkingDay(facts.today)) return cards;

  const index = indexForPlan(facts.register);
  const away = awayOn(facts.register.units.values(), facts.today);
  const byPerson = new Map<string, PlannedReminder[]>();
  for (const asked of askedUnits(facts.register, facts.today)) {
    const urgent = urgentOf(facts, asked);
    if (urgent === null || facts.plannedKeys.has(urgent.key)) continue;
    if (answeredBefore({ ...facts, ...index }, asked) !== null) continue;
    const recipient = recipientFor(asked.unit, away);
    if (!("slackUser" in recipient)) continue;
    const reminder = { ...baseOf(facts, asked), ...urgent, contactId: recipient.contactId };
    byPerson.set(recipient.slackUser, [...(byPerson.get(recipient.slackUser) ?? []), reminder]);
  }
  const further = [...byPerson].map(([slackUser, reminders]) => ({
    key: `digest:further:${slackUser}:${facts.today}`,
    slackUser,
    kind: "further" as const,
    date: facts.today,
    reminders: [...new Map(reminders.map((one) => [one.key, one])).values()],
  }));
  return [...cards, ...further];
}

/** Why the unit is written to a second time today, if it is. */
function urgentOf(
  facts: PlanFacts & { readonly now: LocalTime },
  { occurrence, task, assignment, unit }: Asked,
): { key: string; reason: Reason } | null {
  const responses = responsesOf(facts.responses, task.id, unit.id);
  const wish = dueWish(responses, { occurrenceId: occurrence.id, now: facts.now, calendar: facts.calendar });
  if (wish && !facts.plannedKeys.has(wishKey(wish)) && isOfToday(wish, facts.today)) {
    return { key: wishKey(wish), reason: timingOf(facts, occurrence.kind, dueDateOf(occurrence, assignment.role)) };
  }
  const given = assignedKey(responses, occurrence.id);
  if (given !== null && !facts.plannedKeys.has(given) && responses.assigned?.on === facts.today) {
    return { key: given, reason: reason("task-assigned", { date: facts.today }) };
  }
  const declined = responses.notMine;
  if (
    declined?.kind === "not_mine_declined" &&
    declined.on === facts.today &&
    declined.occurrenceId === occurrence.id
  ) {
    return { key: wishKey(declined), reason: reason("not-mine-declined", { date: declined.on }) };
  }
  return movedNear(facts, { occurrence, task, assignment, unit });
}

/** A wish of an earlier day goes into the morning's digest. */
function isOfToday({ remindAt }: ReminderResponse, today: IsoDate): boolean {
  return remindAt?.startsWith(today) === true;
}

/** The unit was asked for another date, and the new one is near: nothing has been said of it yet. */
function movedNear(facts: PlanFacts, { occurrence, assignment, unit }: Asked): { key: string; reason: Reason } | null {
  if (occurrence.dueDate === occurrence.originalDueDate) return null;
  const date = dueDateOf(occurrence, assignment.role);
  const left = workingDaysBetween(facts.today, date, facts.calendar);
  if (left < 0 || left > NEAR_DAYS) return null;
  const prefix = `${occurrence.id}:${unit.id}:${assignment.role}:`;
  const said = [...facts.plannedKeys].filter((key) => key.startsWith(prefix) && !key.includes(":was-for:"));
  if (said.length === 0 || said.some((key) => key.endsWith(`@${date}`))) return null;
  return { key: `${prefix}moved@${date}`, reason: reason("date-moved", { date }) };
}

function baseOf(facts: PlanFacts, { occurrence, task, assignment, unit }: Asked) {
  const dueDate = dueDateOf(occurrence, assignment.role);
  return {
    occurrenceId: occurrence.id,
    taskId: task.id,
    unitId: unit.id,
    role: assignment.role,
    step: -workingDaysBetween(facts.today, dueDate, facts.calendar),
    dueDate,
  };
}

function timingOf(
  { today, calendar }: { today: IsoDate; calendar: WorkingCalendar },
  kind: "report" | "due",
  dueDate: IsoDate,
): Reason {
  const days = workingDaysBetween(today, dueDate, calendar);
  const report = kind === "report";
  if (days > 0) return reason(report ? "report-due-in" : "due-in", { days });
  if (days < 0) return reason(report ? "report-overdue" : "overdue", { days: -days });
  return reason(report ? "report-due-today" : "due-today");
}

/** One card for each claim that waits, to every secretary: whoever decides first, all cards show it. */
function cardsOf({ register, responses, plannedKeys, secretaries, today, calendar }: PlanFacts): PlannedDigest[] {
  if (responses === undefined) return [];
  return [...responses.values()].flatMap(({ notMine }): PlannedDigest[] => {
    // The key without a secretary is that of a card from the time when the first one alone got it.
    if (notMine?.kind !== "not_mine" || plannedKeys.has(wishKey(notMine))) return [];
    const occurrence = register.occurrences.find((one) => one.id === notMine.occurrenceId);
    const task = register.tasks.find((one) => one.id === notMine.taskId);
    const unit = currentUnit(notMine.unitId, register.units);
    if (!occurrence || !task || !unit) return [];
    const role = task.assignments.find((one) => one.unitId === unit.id)?.role ?? "supporting";
    const dueDate = dueDateOf(occurrence, role);
    const card: Omit<PlannedReminder, "key"> = {
      occurrenceId: occurrence.id,
      taskId: task.id,
      unitId: unit.id,
      contactId: null,
      role,
      step: -workingDaysBetween(today, dueDate, calendar),
      dueDate,
      reason: reason("not-mine", { unit: unit.name, reason: notMine.reason ?? "" }),
    };
    return secretaries.flatMap((slackUser): PlannedDigest[] => {
      const reminder = { ...card, key: `${wishKey(notMine)}:${slackUser}` };
      const key = `digest:not-mine:${notMine.id}:${slackUser}`;
      return plannedKeys.has(reminder.key)
        ? []
        : [{ key, slackUser, kind: "further", date: today, reminders: [reminder] }];
    });
  });
}
