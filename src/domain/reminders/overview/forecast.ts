// A calendar of coming days: each is planned as if the days before it had gone out and nobody had answered.
import { addDays, type IsoDate } from "../../calendar.ts";
import type { Occurrence } from "../../register/deadline.ts";
import { type NewOccurrence, planOccurrences } from "../../register/occurrences.ts";
import type { Register } from "../../register/register.ts";
import { membersOn } from "../../register/unit.ts";
import type { DayPlan, PlannedReminder } from "../digest.ts";
import { NOTHING_STORED } from "../escalation.ts";
import { askedKey } from "../escalation-silence.ts";
import { type PlanFacts, planReminders } from "../plan.ts";

export interface ForecastDay {
  readonly date: IsoDate;
  readonly workingDay: boolean;
  /** Messages; one per person. */
  readonly digests: number;
  readonly people: readonly string[];
  readonly reminders: number;
  /** Reminders by their place in time: before the date, on it, after it. */
  readonly ahead: number;
  readonly due: number;
  readonly overdue: number;
  /** Reminders that tell somebody above the contact. */
  readonly escalations: number;
  /** Of the secretary's digests: reminders that nobody else could be sent. */
  readonly toSecretary: number;
}

/**
 * Every day from `from` to `to`. `facts`: what holds today, read once; `digestedOn`: who has a digest of a date already. With
 * `contact`, what that person alone would get.
 */
export function forecastDays(input: {
  facts: PlanFacts;
  digestedOn: ReadonlyMap<IsoDate, ReadonlySet<string>>;
  from: IsoDate;
  to: IsoDate;
  contact: string | null;
}): ForecastDay[] {
  const { facts, from, to, contact } = input;
  const plannedKeys = new Set(facts.plannedKeys);
  const asked = new Map(facts.escalation?.asked);
  const occurrences = occurrencesFrom(facts.register.occurrences);
  const days: ForecastDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const register = registerOn(facts.register, day);
    const wanted = planOccurrences({ ...register, today: day, calendar: facts.calendar });
    const plan = planReminders({
      ...facts,
      register: { ...register, occurrences: occurrences.with(wanted) },
      today: day,
      plannedKeys,
      digestedUsers: input.digestedOn.get(day) ?? new Set(),
      // What is planned below is the asking that silence is counted from.
      escalation: { ...(facts.escalation ?? NOTHING_STORED), asked, runsFrom: null },
    });
    days.push(dayOf(plan, contact));
    for (const reminder of plan.digests.flatMap((digest) => digest.reminders)) {
      plannedKeys.add(reminder.key);
      const key = askedKey(reminder.occurrenceId, reminder.unitId, reminder.role);
      if (!reminder.level) asked.set(key, [...(asked.get(key) ?? []), day]);
    }
  }
  return days;
}

/** Stored occurrences, and those that come up on the way: each keeps the number it was given first. */
function occurrencesFrom(stored: readonly Occurrence[]) {
  const identity = (o: NewOccurrence) => `${o.taskId}/${o.kind}/${o.period}`;
  const known = new Map(stored.map((o) => [identity(o), o]));
  return {
    with(wanted: readonly NewOccurrence[]): Occurrence[] {
      for (const one of wanted) {
        if (!known.has(identity(one))) known.set(identity(one), { ...one, id: -1 - known.size, changes: 0 });
      }
      return [...known.values()];
    },
  };
}

/** Groups with the members of that day. */
function registerOn(register: Register, day: IsoDate): Register {
  const units = [...register.units].map(([id, unit]) => {
    const { memberships } = unit;
    return [id, memberships === undefined ? unit : { ...unit, memberIds: membersOn(memberships, day) }] as const;
  });
  return { ...register, units: new Map(units) };
}

function dayOf({ date, workingDay, digests }: DayPlan, contact: string | null): ForecastDay {
  const shown = contact === null ? digests : digests.filter((digest) => digest.slackUser === contact);
  const reminders = shown.flatMap((digest) => digest.reminders);
  const count = (holds: (reminder: PlannedReminder) => boolean) => reminders.filter(holds).length;
  const isEscalation = ({ level = 0 }: PlannedReminder) => level > 0;
  return {
    date,
    workingDay,
    digests: shown.length,
    people: [...new Set(shown.map((digest) => digest.slackUser))],
    reminders: reminders.length,
    ahead: count((r) => !isEscalation(r) && r.step < 0),
    due: count((r) => !isEscalation(r) && r.step === 0),
    overdue: count((r) => !isEscalation(r) && r.step > 0),
    escalations: count(isEscalation),
    toSecretary: shown
      .filter((digest) => digest.kind === "secretary")
      .reduce((sum, digest) => sum + digest.reminders.length, 0),
  };
}

export interface ForecastWeek {
  /** Its first and last day in the forecast; weeks begin on Monday. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly workingDays: number;
  readonly daysOff: readonly IsoDate[];
  readonly digests: number;
  readonly people: number;
  readonly reminders: number;
  readonly escalations: number;
  /** The day with the most digests; null in a week without any. */
  readonly busiest: { readonly date: IsoDate; readonly digests: number } | null;
  /** The most messages that one person gets in the week. */
  readonly mostPerPerson: number;
}

/** Days drawn together by weeks. Days off: Monday to Friday that is none, Saturday and Sunday that is one. */
export function forecastWeeks(days: readonly ForecastDay[], weekdayOf: (date: IsoDate) => number): ForecastWeek[] {
  const weeks = Map.groupBy(days, ({ date }) => addDays(date, 1 - weekdayOf(date)));
  return [...weeks.values()].flatMap((week) => {
    const [first] = week;
    const last = week.at(-1);
    if (first === undefined || last === undefined) return [];
    const perPerson = Map.groupBy(
      week.flatMap((day) => day.people),
      (person) => person,
    );
    const busiest = week.toSorted((a, b) => b.digests - a.digests)[0];
    const sum = (figure: (day: ForecastDay) => number) => week.reduce((total, day) => total + figure(day), 0);
    return [
      {
        from: first.date,
        to: last.date,
        workingDays: sum((day) => (day.workingDay ? 1 : 0)),
        daysOff: week.filter((day) => !day.workingDay && weekdayOf(day.date) <= 5).map((day) => day.date),
        digests: sum((day) => day.digests),
        people: perPerson.size,
        reminders: sum((day) => day.reminders),
        escalations: sum((day) => day.escalations),
        busiest: busiest && busiest.digests > 0 ? { date: busiest.date, digests: busiest.digests } : null,
        mostPerPerson: Math.max(0, ...[...perPerson.values()].map((messages) => messages.length)),
      },
    ];
  });
}
