// What a person says to a reminder short of a report, and what it spares their unit. Pure: kinds, table, rules.
import { addDays, addWorkingDays, type IsoDate, type WorkingCalendar, workingDaysBetween } from "../calendar.ts";
import { type Reason, reason } from "../reason.ts";

/**
 * accepted: the unit takes the task on (签收) · seen: is on it (在办／已知悉) · later: remind me again · not_mine: another unit's,
 * until the secretary decides; then not_mine_accepted or not_mine_declined · assigned: the secretary gave the task to the unit.
 */
type ResponseKind = "accepted" | "seen" | "later" | "not_mine" | "not_mine_accepted" | "not_mine_declined" | "assigned";

/** Date and time on the office's clocks, "YYYY-MM-DDTHH:MM": text, so that no time zone moves it. */
export type LocalTime = string;

export interface ReminderResponse {
  readonly id: number;
  readonly occurrenceId: number;
  readonly taskId: number;
  readonly unitId: number;
  /** Who said it; of a decision and of assigned, the secretary. */
  readonly slackUser: string;
  readonly kind: ResponseKind;
  /** later: when to remind again. */
  readonly remindAt: LocalTime | null;
  readonly reason: string | null;
  readonly on: IsoDate;
}

/**
 * What holds of a unit for a task: the newest response of each kind; of not_mine and its decisions the newest. Who accepts
 * takes back what was said against it; who is given the task begins anew.
 */
export interface UnitResponses {
  readonly accepted: ReminderResponse | null;
  readonly assigned: ReminderResponse | null;
  readonly seen: ReminderResponse | null;
  readonly later: ReminderResponse | null;
  readonly notMine: ReminderResponse | null;
}

export type ResponseIndex = ReadonlyMap<string, UnitResponses>;

const NONE: UnitResponses = { accepted: null, assigned: null, seen: null, later: null, notMine: null };

/** Steps are of three kinds; a word about one kind never covers another. */
type StepKind = "ahead" | "due" | "overdue";

/**
 * How many working days 「在办」 covers, by what it was said to. Silence resumes the reminders: when the days are over, or the
 * next step is of another kind, the newest step that came in the meantime is said.
 *
 * | said | spares | until |
 * |---|---|---|
 * | before the due date | the steps before it | 5 working days later, at most the due date |
 * | on the due date | nothing: the next step, 逾期, is of another kind | |
 * | after it | the overdue steps | 3 working days later |
 *
 * 「稍后提醒」 spares the steps of the same kind up to its time; it is said once then, and stands for those steps.
 * 「不属本单位职责」 spares every step until the secretary has decided; declined, they are said again.
 */
const COVERED_DAYS: Readonly<Record<StepKind, number>> = { ahead: 5, due: 0, overdue: 3 };

/** A wish to be reminded that nobody could fulfil in time is still of use for so many working days. */
const WISH_OF_USE_DAYS = 3;

/** When the day's digest is made: a wish up to this time goes into it. */
const MORNING = "09:00";
const AFTERNOON = "15:00";

/** From newest per kind, in any order, to what holds. `current`: the unit that a stored id means today. */
export function indexResponses(
  responses: readonly ReminderResponse[],
  current: (unitId: number) => number = (id) => id,
): ResponseIndex {
  const index = new Map<string, UnitResponses>();
  for (const one of [...responses].sort((a, b) => a.id - b.id)) {
    const key = keyOf(one.taskId, current(one.unitId));
    index.set(key, withNext(index.get(key) ?? NONE, one));
  }
  return index;
}

function withNext(held: UnitResponses, one: ReminderResponse): UnitResponses {
  switch (one.kind) {
    case "accepted":
      return { ...held, accepted: one, notMine: held.notMine?.kind === "not_mine_accepted" ? held.notMine : null };
    case "assigned":
      return { ...NONE, assigned: one };
    case "seen":
    case "later":
      return { ...held, [one.kind]: one };
    case "not_mine":
      return { ...held, accepted: null, notMine: one };
    case "not_mine_accepted":
    case "not_mine_declined":
      return { ...held, notMine: one };
    default:
      return one.kind satisfies never;
  }
}

export function responsesOf(index: ResponseIndex | undefined, taskId: number, unitId: number): UnitResponses {
  return index?.get(keyOf(taskId, unitId)) ?? NONE;
}

function keyOf(taskId: number, unitId: number): string {
  return `${taskId}/${unitId}`;
}

/** Why the unit is asked nothing about the task for now: it says that the task is another unit's. Nobody above it hears of it either. */
export function handedBack({ notMine }: UnitResponses): Reason | null {
  if (notMine?.kind === "not_mine") return reason("not-mine-pending", { date: notMine.on });
  return notMine?.kind === "not_mine_accepted" ? reason("not-mine-accepted", { date: notMine.on }) : null;
}

/** Why the step is not said to the unit, or null where nothing it said spares it. `step` in working days from `dueDate`. */
export function sparedBy(
  responses: UnitResponses,
  asked: { step: number; dueDate: IsoDate; today: IsoDate; calendar: WorkingCalendar },
): Reason | null {
  const { assigned, seen, later } = responses;
  const { step, dueDate, today, calendar } = asked;
  const kind = kindOf(step);
  const elapsed = (day: IsoDate) => -workingDaysBetween(day, dueDate, calendar);
  // What was said when the task was given stands for the steps that had come by then.
  if (assigned && kindOf(elapsed(assigned.on)) === kind && step <= elapsed(assigned.on)) {
    return reason("task-assigned", { date: assigned.on });
  }
  if (seen && kindOf(elapsed(seen.on)) === kind) {
    if (workingDaysBetween(seen.on, today, calendar) < COVERED_DAYS[kind]) return reason("seen", { date: seen.on });
  }
  if (later?.remindAt && kindOf(elapsed(later.on)) === kind) {
    const day = dayOf(later.remindAt);
    if (today < day || step <= elapsed(day)) return reason("asked-later", { date: day });
  }
  return null;
}

function kindOf(step: number): StepKind {
  if (step === 0) return "due";
  return step < 0 ? "ahead" : "overdue";
}

/**
 * The wish to be reminded again that is due at `now`, or null: not yet, past its use, or of another occurrence. Whether it
 * was said already, the keys tell (`wishKey`).
 */
export function dueWish(
  { later, notMine }: UnitResponses,
  asked: { occurrenceId: number; now: LocalTime; calendar: WorkingCalendar },
): ReminderResponse | null {
  if (!later?.remindAt || later.occurrenceId !== asked.occurrenceId || later.remindAt > asked.now) return null;
  if (notMine !== null && notMine.kind !== "not_mine_declined") return null;
  const late = workingDaysBetween(dayOf(later.remindAt), dayOf(asked.now), asked.calendar);
  return late <= WISH_OF_USE_DAYS ? later : null;
}

/**
 * What is said today: that the task was given to the unit, where it was not said yet; else the key of the step that has come, or
 * of a wish to be reminded that is due; else why nothing is. A wish that a step said on its day or since has fulfilled is
 * spent. `step.key`: null where it was said before.
 */
export function stepOrWish(
  responses: UnitResponses,
  asked: {
    occurrenceId: number;
    dueDate: IsoDate;
    daysLeft: number;
    step: { at: number; key: string | null } | null;
    today: IsoDate;
    /** Absent: the morning of `today`. */
    now?: LocalTime;
    calendar: WorkingCalendar;
    plannedKeys: ReadonlySet<string>;
  },
): string | Reason {
  const { step, today, calendar } = asked;
  const given = assignedKey(responses, asked.occurrenceId);
  if (given !== null && !asked.plannedKeys.has(given)) return given;
  const why = sparedStep(responses, asked);
  if (typeof why === "string") return why;
  const wish = dueWish(responses, { ...asked, now: asked.now ?? `${today}T${MORNING}` });
  if (!wish?.remindAt || asked.plannedKeys.has(wishKey(wish))) return why;
  const isSpent =
    step !== null && step.key === null && addWorkingDays(asked.dueDate, step.at, calendar) >= dayOf(wish.remindAt);
  return isSpent ? why : wishKey(wish);
}

function sparedStep(responses: UnitResponses, { step, ...asked }: Parameters<typeof stepOrWish>[1]): string | Reason {
  if (step === null) return reason("no-step-today", { days: asked.daysLeft });
  if (step.key === null) return reason("already-reminded", { step: step.at });
  return sparedBy(responses, { ...asked, step: step.at }) ?? step.key;
}

/**
 * What a line shows of them: a claim 不属本单位职责 and its decision (a refusal until the unit's next word), else the newest
 * word that still spares the unit something.
 */
export function responseShown(
  { seen, later, notMine }: UnitResponses,
  asked: { dueDate: IsoDate; today: IsoDate; calendar: WorkingCalendar },
): ReminderResponse | null {
  if (notMine !== null && notMine.kind !== "not_mine_declined") return notMine;
  const holds = [seen, later].filter((one) => one !== null).filter((one) => stillHolds(one, asked));
  return holds.sort((a, b) => b.id - a.id)[0] ?? notMine;
}

function stillHolds(
  { remindAt: at, on }: ReminderResponse,
  { dueDate, today, calendar }: { dueDate: IsoDate; today: IsoDate; calendar: WorkingCalendar },
): boolean {
  if (at !== null) return today < dayOf(at) || on === today;
  // On the very day the word is shown even where it spares nothing.
  if (on === today) return true;
  const elapsed = (day: IsoDate) => -workingDaysBetween(day, dueDate, calendar);
  const kind = kindOf(elapsed(on));
  return kind === kindOf(elapsed(today)) && workingDaysBetween(on, today, calendar) < COVERED_DAYS[kind];
}

/** The key of the reminder that fulfils a wish, or tells of a decision: one per response, for ever. */
export function wishKey(response: ReminderResponse): string {
  return `${response.occurrenceId}:${response.unitId}:response:${response.id}`;
}

/** The key of the reminder that tells the unit of the task it was given; null where it has taken it on, or none was given. */
export function assignedKey({ assigned, accepted, notMine }: UnitResponses, occurrenceId: number): string | null {
  if (assigned === null || accepted !== null || notMine !== null) return null;
  return `${occurrenceId}:${assigned.unitId}:response:${assigned.id}`;
}

/** The choices of 「稍后提醒」. */
export type Later = "afternoon" | "tomorrow" | "in-3-days";

/**
 * When that is. This afternoon is 15:00; asked for after it, or on a day off, it is the next working day's morning. The other
 * two are mornings of working days.
 */
export function remindAt(later: Later, now: LocalTime, calendar: WorkingCalendar): LocalTime {
  const today = dayOf(now);
  if (later === "afternoon" && calendar.isWorkingDay(today) && now < `${today}T${AFTERNOON}`) {
    return `${today}T${AFTERNOON}`;
  }
  return `${workingDayAfter(today, later === "in-3-days" ? 3 : 1, calendar)}T${MORNING}`;
}

/** A day that somebody named, moved to the next working day where it is none. */
export function remindOn(day: IsoDate, calendar: WorkingCalendar): LocalTime {
  return `${calendar.isWorkingDay(day) ? day : workingDayAfter(day, 1, calendar)}T${MORNING}`;
}

function workingDayAfter(day: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  let date = day;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (calendar.isWorkingDay(date)) left -= 1;
  }
  return date;
}

function dayOf(time: LocalTime): IsoDate {
  return time.slice(0, 10);
}
