// The escalation ladder (升级) as a table: how many working days each rung is given before the next one is told.
import type { Role } from "../register/task.ts";

/** From the unit's own contact upwards. `lead`: the task's lead unit, told of a supporting unit's silence only. */
export const RUNGS = ["contact", "deputy", "head", "lead", "secretary", "agenda"] as const;

export type Rung = (typeof RUNGS)[number];

/** Working days that a rung is given to bring an answer. A rung without a person is passed over and uses none. */
export type Graces = Readonly<Record<Exclude<Rung, "agenda">, number>>;

export type EscalationPolicy = Readonly<Record<Role, Graces>>;

/**
 * The contact's days count from the due date, or from the first reminder where that came later. Supporting units climb
 * faster: what they say is needed when the lead reports, five working days later.
 */
export const escalationPolicy: EscalationPolicy = {
  lead: { contact: 2, deputy: 1, head: 2, lead: 0, secretary: 2 },
  supporting: { contact: 1, deputy: 1, head: 1, lead: 2, secretary: 2 },
};

/** The level of a rung as it is stored: 0 = the unit's own contact. */
export function levelOf(rung: Rung): number {
  return RUNGS.indexOf(rung);
}
