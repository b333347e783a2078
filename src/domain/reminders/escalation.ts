// Escalation (升级): a unit that stays silent after its due date is brought to the next rung of the ladder, each rung once.
import { addWorkingDays, type IsoDate } from "../calendar.ts";
import { type Reason, type ReasonCode, reason } from "../reason.ts";
import type { Occurrence } from "../register/deadline.ts";
import type { Role } from "../register/task.ts";
import type { Asked } from "./asked.ts";
import type { PlannedEscalation } from "./digest.ts";
import { type LadderFacts, ladderOf, newestRung, nextRung, type Step, type UpperRung } from "./escalation-ladder.ts";
import { levelOf, RUNGS, type Rung } from "./escalation-policy.ts";
import { type CountedFacts, type SilenceFacts, silentDays } from "./escalation-silence.ts";

export interface EscalationStop {
  readonly occurrenceId: number;
  readonly unitId: number;
  /** In the words of who stopped it. */
  readonly reason: string;
}

/** What is stored about silence and escalations. */
export interface StoredEscalations extends SilenceFacts {
  /** Those in force. */
  readonly stops: readonly EscalationStop[];
}

export const NOTHING_STORED: StoredEscalations = { asked: new Map(), signs: new Map(), runsFrom: null, stops: [] };

interface EscalationFacts extends StoredEscalations, LadderFacts, CountedFacts {
  readonly today: IsoDate;
  readonly plannedKeys: ReadonlySet<string>;
}

const REASONS: Readonly<Record<UpperRung, ReasonCode>> = {
  deputy: "escalated-to-deputy",
  head: "escalated-to-head",
  lead: "escalated-to-lead",
  secretary: "escalated-to-secretary",
  agenda: "escalated-to-agenda",
};

/**
 * Who is told today that a unit which must answer stays silent; why not, where somebody stopped it; or null where nothing is to
 * be told: it is not silent, the rung before still has days, or this rung or a higher one was told before. After days without
 * a tick only the newest rung is told.
 */
export function planEscalation(facts: EscalationFacts, asked: Asked): PlannedEscalation | Reason | null {
  const { occurrence, task, assignment, unit } = asked;
  const { role } = assignment;
  const days = silentDays(facts, asked);
  if (days === null) return null;
  const ladder = ladderOf(facts, asked);
  const reached = newestRung(ladder, days, facts.policy.escalation[role]);
  if (reached === null) return null;

  const level = levelOf(reached.rung);
  const ids = [unit.id, ...(unit.absorbed ?? []).map((one) => one.id)];
  const toldKeys = RUNGS.slice(level).flatMap((rung) => ids.map((id) => rungKey(occurrence, id, role, levelOf(rung))));
  if (toldKeys.some((key) => facts.plannedKeys.has(key))) return null;
  const stop = facts.stops.find((one) => one.occurrenceId === occurrence.id && ids.includes(one.unitId));
  if (stop) return reason("escalation-stopped", { unit: unit.name, why: stop.reason });

  const dueDate = role === "lead" ? occurrence.dueDate : occurrence.supportingDueDate;
  const overdue = -facts.daysTo(dueDate);
  return {
    rung: reached.rung,
    slackUser: reached.to.slackUser,
    passedOver: reached.passedOver,
    reminder: {
      key: rungKey(occurrence, unit.id, role, level),
      occurrenceId: occurrence.id,
      taskId: task.id,
      unitId: unit.id,
      contactId: reached.to.contactId,
      role,
      step: overdue,
      level,
      dueDate,
      reason: reason(REASONS[reached.rung], {
        unit: unit.name,
        days: overdue,
        ...nextStep(facts, asked, ladder, days),
      }),
    },
  };
}

/**
 * Said to somebody who is asked on or after the due date: what happens next, and when, if the unit stays silent. `next`: the
 * day, `rung`: who is told then. Empty where nobody is.
 */
export function whatComesNext(facts: EscalationFacts, asked: Asked, dueDate: IsoDate): { next?: IsoDate; rung?: Rung } {
  if (facts.daysTo(dueDate) > 0) return {};
  const stopped = facts.stops.some((one) => one.occurrenceId === asked.occurrence.id && one.unitId === asked.unit.id);
  // Where it was not silent until today, its days begin with today's reminder.
  return stopped ? {} : nextStep(facts, asked, ladderOf(facts, asked), silentDays(facts, asked) ?? 0);
}

function nextStep(facts: EscalationFacts, { assignment }: Asked, ladder: readonly Step[], days: number) {
  const next = nextRung(ladder, days, facts.policy.escalation[assignment.role]);
  if (next === null) return {};
  return { next: addWorkingDays(facts.today, next.after - days, facts.calendar), rung: next.rung };
}

/** Unique for ever: occurrence, unit, role and level. A date that was moved is another date, as for reminders. */
function rungKey(occurrence: Occurrence, unitId: number, role: Role, level: number): string {
  const key = `${occurrence.id}:${unitId}:${role}:L${level}`;
  if (occurrence.dueDate === occurrence.originalDueDate) return key;
  return `${key}@${role === "lead" ? occurrence.dueDate : occurrence.supportingDueDate}`;
}
