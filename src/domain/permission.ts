// Who may do what. Deny by default; identity comes from Slack's envelope, or is the operator's terminal.
import { Refusal } from "../errors.ts";
import type { Register } from "./register/register.ts";
import type { Task } from "./register/task.ts";
import { answeringUnits, type Unit } from "./register/unit.ts";
import { awayOn, standInsFor } from "./reminders/recipient.ts";

/** The operator's terminal acts with the secretary's rights: whoever can run it can read the database. */
export const OPERATOR = "cli";

export function isSecretary(actor: string, secretaries: readonly string[]): boolean {
  return actor === OPERATOR || secretaries.includes(actor);
}

/** Throws `not-secretary` unless the actor is a meeting secretary. */
export function requireSecretary(actor: string, secretaries: readonly string[]): void {
  if (!isSecretary(actor, secretaries)) throw new Refusal("not-secretary");
}

/**
 * The units of a task that `actor` answers for, leads first; members of assigned groups included. Who stands in for a contact
 * answers as long as the contact is away.
 */
export function unitsSpokenFor(actor: string, task: Task, register: Register): Unit[] {
  const assignments = [...task.assignments].sort((a, b) =>
    a.role === b.role ? a.order - b.order : a.role === "lead" ? -1 : 1,
  );
  const units = assignments.flatMap((assignment) => {
    const assigned = register.units.get(assignment.unitId);
    // A person may be named for the group itself, or for one of its members.
    return assigned ? [...new Set([...answeringUnits(assigned, register.units), assigned])] : [];
  });
  const away = register.day === undefined ? new Map() : awayOn(register.units.values(), register.day);
  return [...new Set(units)].filter(
    (unit) => unit.contacts.some((c) => c.slackUser === actor) || standInsFor(unit, away).includes(actor),
  );
}
