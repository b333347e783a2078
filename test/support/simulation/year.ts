// A year of an office, day by day, through the real planning: who gets how many messages, with contacts who answer as people do.
import {
  addDays,
  addWorkingDays,
  type IsoDate,
  type WorkingCalendar,
  weekdayOf,
} from "../../../src/domain/calendar.ts";
import type { Meeting } from "../../../src/domain/meetings/meeting.ts";
import { planTimetable } from "../../../src/domain/meetings/timetable.ts";
import type { Occurrence } from "../../../src/domain/register/deadline.ts";
import { planOccurrences, supportingDueDateOf } from "../../../src/domain/register/occurrences.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import type { DayPlan, PlannedReminder } from "../../../src/domain/reminders/digest.ts";
import { askedKey } from "../../../src/domain/reminders/escalation-silence.ts";
import { planReminders } from "../../../src/domain/reminders/plan.ts";
import type { ReminderPolicy } from "../../../src/domain/reminders/policy.ts";
import type { Request } from "../../../src/domain/status/request.ts";
import type { StatusUpdate } from "../../../src/domain/status/status.ts";
import { type Chance, createChance } from "./chance.ts";

export const SIMULATED_SECRETARY = "USECRETARY";

export interface SimulatedYear {
  /** Messages by person and week; the week is named by its Monday. People without a message are not in it. */
  readonly messages: ReadonlyMap<IsoDate, ReadonlyMap<string, number>>;
  /** Mondays of the weeks in which a meeting's topics are being collected. */
  readonly busyWeeks: ReadonlySet<IsoDate>;
  /** The most digests that anybody got on one day. */
  readonly mostOnOneDay: number;
  /** Reminders, lines of digests, without escalations. */
  readonly reminders: number;
  readonly escalations: number;
  /** Of what units were asked for: how much of it for the first time before its date, and how much only afterwards. */
  readonly firstAsked: { readonly inTime: number; readonly late: number };
}

/** The meetings are set so many working days ahead. */
const ANNOUNCED_BEFORE = 40;

/** Of what a contact is asked, so much is answered within days; the rest waits for the next reminder. One in ten hardly ever answers. */
const DILIGENCE: readonly { readonly share: number; readonly answers: number }[] = [
  { share: 0.55, answers: 0.7 },
  { share: 0.9, answers: 0.35 },
  { share: 1, answers: 0.08 },
];

interface Coming {
  readonly taskId: number;
  readonly unitId: number;
  readonly status: StatusUpdate["status"];
  readonly extendsTo?: IsoDate;
}

export function simulateYear(input: {
  register: Register;
  year: number;
  meetingDates: readonly IsoDate[];
  calendar: WorkingCalendar;
  policy: ReminderPolicy;
  seed: number;
}): SimulatedYear {
  const { calendar, policy, year } = input;
  const office = new Office(input.register, createChance(input.seed), calendar);
  const meetings = input.meetingDates.map((date, i) => aMeetingOn(i + 1, date, calendar));
  const announcedOn = new Map(meetings.map((m) => [m.id, addWorkingDays(m.date, -ANNOUNCED_BEFORE, calendar)]));
  const collected = meetings.map(({ date }) => ({ from: planTimetable(date, calendar)[0]?.date ?? date, to: date }));
  const tally = new Tally();
  const keys = new Set<string>();
  const asked = new Map<string, IsoDate[]>();
  for (let today = `${year}-01-01`; today <= `${year}-12-31`; today = addDays(today, 1)) {
    const announced = meetings.filter((m) => (announcedOn.get(m.id) ?? "") <= today);
    const register = office.morning(today, announced);
    const plan = planReminders({
      register,
      today,
      calendar,
      policy,
      plannedKeys: keys,
      digestedUsers: new Set(),
      secretaries: [SIMULATED_SECRETARY],
      escalation: { asked, signs: new Map(), stops: [], runsFrom: null },
    });
    tally.count(
      plan,
      collected.some(({ from, to }) => from <= today && today <= to),
    );
    for (const reminder of plan.digests.flatMap((digest) => digest.reminders)) {
      keys.add(reminder.key);
      if ((reminder.level ?? 0) > 0) continue;
      const key = askedKey(reminder.occurrenceId, reminder.unitId, reminder.role);
      asked.set(key, [...(asked.get(key) ?? []), today]);
      office.react(reminder, today);
    }
  }
  return tally.result(office.firstAsked(asked));
}

function aMeetingOn(id: number, date: IsoDate, calendar: WorkingCalendar): Meeting {
  const on = new Map(planTimetable(date, calendar).map((entry) => [entry.step, entry.date]));
  const cutOff = on.get("lead-cut-off") ?? date;
  return { id, date, cutOff, supportingCutOff: on.get("supporting-cut-off") ?? cutOff, state: "planned" };
}

/** What is stored, and what the people of the office are about to do. */
class Office {
  readonly #base: Register;
  readonly #chance: Chance;
  readonly #calendar: WorkingCalendar;
  readonly #occurrences = new Map<string, Occurrence>();
  readonly #updates = new Map<string, StatusUpdate>();
  readonly #requests: Request[] = [];
  readonly #coming = new Map<IsoDate, Coming[]>();
  readonly #diligence = new Map<number, number>();
  readonly #readyOn = new Map<string, IsoDate>();

  constructor(base: Register, chance: Chance, calendar: WorkingCalendar) {
    this.#base = base;
    this.#chance = chance;
    this.#calendar = calendar;
  }

  /** What came in since yesterday, and the register with it. */
  morning(today: IsoDate, meetings: readonly Meeting[]): Register {
    for (const { taskId, unitId, status, extendsTo } of this.#coming.get(today) ?? []) {
      const id = this.#updates.size + 1;
      const update = { id, taskId, unitId, author: `U${unitId}`, status, percent: null, quantities: [] };
      this.#updates.set(`${taskId}/${unitId}`, { ...update, needsCoordination: false, text: "", on: today });
      if (extendsTo !== undefined) this.#extend(taskId, extendsTo);
    }
    const { tasks } = this.#base;
    for (const wanted of planOccurrences({ tasks, meetings, today, calendar: this.#calendar })) {
      const key = `${wanted.taskId}/${wanted.kind}/${wanted.period}`;
      if (this.#occurrences.has(key)) continue;
      this.#occurrences.set(key, { ...wanted, id: this.#occurrences.size + 1, changes: 0 });
    }
    const occurrences = [...this.#occurrences.values()];
    return {
      ...this.#base,
      occurrences,
      meetings,
      latestUpdates: [...this.#updates.values()],
      requests: this.#requests,
    };
  }

  /** Somebody read a line of a digest: they answer within days, or let it be. */
  react(reminder: PlannedReminder, today: IsoDate): void {
    if (reminder.contactId === null || !this.#chance.happens(this.#diligenceOf(reminder.unitId))) return;
    const on = addWorkingDays(today, this.#chance.whole(1, 3), this.#calendar);
    const { taskId, unitId } = reminder;
    const occurrence = [...this.#occurrences.values()].find((o) => o.id === reminder.occurrenceId);
    const ready = occurrence?.kind === "due" && this.#readyDay(reminder) <= on;
    if (occurrence?.kind === "due" && reminder.step > 0 && !ready && this.#chance.happens(0.3)) {
      const extendsTo = addWorkingDays(on, this.#chance.whole(15, 40), this.#calendar);
      this.#comes(on, { taskId, unitId, status: "at_risk", ...(reminder.role === "lead" ? { extendsTo } : {}) });
    } else {
      this.#comes(on, { taskId, unitId, status: ready ? "done" : "on_track" });
    }
  }

  /** `asked`: the days on which each unit was asked, by `askedKey`. */
  firstAsked(asked: ReadonlyMap<string, readonly IsoDate[]>): SimulatedYear["firstAsked"] {
    const dueOf = new Map([...this.#occurrences.values()].map((o) => [String(o.id), o]));
    const late = [...asked].filter(([key, [first = ""]]) => {
      const [id = "", , role] = key.split(":");
      const occurrence = dueOf.get(id);
      return first > ((role === "lead" ? occurrence?.originalDueDate : occurrence?.supportingDueDate) ?? first);
    });
    return { inTime: asked.size - late.length, late: late.length };
  }

  #extend(taskId: number, to: IsoDate): void {
    for (const [key, occurrence] of this.#occurrences) {
      if (occurrence.taskId !== taskId || occurrence.kind !== "due" || occurrence.dueDate >= to) continue;
      const supportingDueDate = supportingDueDateOf(to, this.#calendar);
      this.#occurrences.set(key, { ...occurrence, dueDate: to, supportingDueDate, changes: occurrence.changes + 1 });
    }
  }

  #comes(on: IsoDate, coming: Coming): void {
    this.#coming.set(on, [...(this.#coming.get(on) ?? []), coming]);
  }

  #diligenceOf(unitId: number): number {
    const known = this.#diligence.get(unitId);
    if (known !== undefined) return known;
    const place = this.#chance.share();
    const answers = DILIGENCE.find(({ share }) => place < share)?.answers ?? 0;
    this.#diligence.set(unitId, answers);
    return answers;
  }

  /** When the work itself is done: mostly before the date, sometimes weeks after. */
  #readyDay({ occurrenceId, unitId, dueDate }: PlannedReminder): IsoDate {
    const key = `${occurrenceId}/${unitId}`;
    const known = this.#readyOn.get(key);
    if (known !== undefined) return known;
    const late = this.#chance.happens(0.25);
    const days = late ? this.#chance.whole(1, 25) : -this.#chance.whole(0, 15);
    const ready = addWorkingDays(dueDate, days, this.#calendar);
    this.#readyOn.set(key, ready);
    return ready;
  }
}

class Tally {
  readonly #messages = new Map<IsoDate, Map<string, number>>();
  readonly #busyWeeks = new Set<IsoDate>();
  #mostOnOneDay = 0;
  #reminders = 0;
  #escalations = 0;

  count(plan: DayPlan, collecting: boolean): void {
    const week = addDays(plan.date, 1 - weekdayOf(plan.date));
    if (collecting) this.#busyWeeks.add(week);
    const inWeek = this.#messages.get(week) ?? new Map<string, number>();
    this.#messages.set(week, inWeek);
    for (const same of Map.groupBy(plan.digests, (digest) => digest.slackUser).values()) {
      this.#mostOnOneDay = Math.max(this.#mostOnOneDay, same.length);
    }
    for (const { slackUser, reminders } of plan.digests) {
      inWeek.set(slackUser, (inWeek.get(slackUser) ?? 0) + 1);
      const escalated = reminders.filter((reminder) => (reminder.level ?? 0) > 0).length;
      this.#escalations += escalated;
      this.#reminders += reminders.length - escalated;
    }
  }

  result(firstAsked: SimulatedYear["firstAsked"]): SimulatedYear {
    return {
      messages: this.#messages,
      busyWeeks: this.#busyWeeks,
      mostOnOneDay: this.#mostOnOneDay,
      reminders: this.#reminders,
      escalations: this.#escalations,
      firstAsked,
    };
  }
}
