// Who may do what: one table, deny by default. Identity comes from Slack's envelope, or is the operator's terminal.
import { Refusal } from "../errors.ts";
import type { Register } from "./register/register.ts";
import type { Assignment, Task } from "./register/task.ts";
import { answeringUnits, type Unit } from "./register/unit.ts";
import { awayOn, standInsFor } from "./reminders/recipient.ts";

/** The operator's terminal acts with the secretary's rights: whoever can run it can read the database. */
export const OPERATOR = "cli";

/** What a person is: to the office, or to the task it is about. Everybody is an observer. */
export type Standing = "secretary" | "chair" | "lead" | "supporting" | "observer";

const EVERYBODY: readonly Standing[] = ["secretary", "chair", "lead", "supporting", "observer"];
const THE_OFFICE: readonly Standing[] = ["secretary"];

/** The README prints this table, and a test compares the two. */
export const PERMISSIONS = {
  ask: EVERYBODY,
  "see-agenda-draft": ["secretary", "chair"],
  "save-agenda-draft": THE_OFFICE,
  "approve-agenda": ["chair"],
  "see-whole-ledger": ["secretary", "chair"],
  "see-evidence": ["secretary", "chair", "lead", "supporting"],
  "see-office-home": THE_OFFICE,
  "see-support": ["secretary", "lead", "supporting"],
  "urge-units": ["secretary", "lead"],
  "see-reminders": THE_OFFICE,
  "see-digests-of-others": THE_OFFICE,
  report: ["secretary", "lead", "supporting"],
  "set-absence-of-others": THE_OFFICE,
  "import-documents": THE_OFFICE,
  "change-units": THE_OFFICE,
  "name-contacts": THE_OFFICE,
  "set-meeting": THE_OFFICE,
  "change-reminder-policy": THE_OFFICE,
  "stop-escalation": THE_OFFICE,
  "decide-claims": THE_OFFICE,
  "reassign-tasks": THE_OFFICE,
  "decide-requests": THE_OFFICE,
  "reopen-task": THE_OFFICE,
  "set-lights": THE_OFFICE,
  "set-closure-rules": THE_OFFICE,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;

export type Action = keyof typeof PERMISSIONS;

/** Slack user ids. An office that has named no chair: its secretaries act for the chair. */
export interface People {
  readonly secretaries: readonly string[];
  readonly chairs?: readonly string[];
}

/** The task an action is about. Without one nobody is a lead or supporting contact. */
export interface About {
  readonly task: Task;
  readonly register: Register;
}

export function can(actor: string, action: Action, people: People, about: About | null = null): boolean {
  const allowed: readonly Standing[] = PERMISSIONS[action];
  return standingsOf(actor, people, about).some((standing) => allowed.includes(standing));
}

/** Throws `not-your-task`, `not-chair`, `not-office` or `not-secretary`, by whom the table allows it to. */
export function authorise(actor: string, action: Action, people: People, about: About | null = null): void {
  if (can(actor, action, people, about)) return;
  const allowed: readonly Standing[] = PERMISSIONS[action];
  if (allowed.includes("lead")) throw new Refusal("not-your-task");
  if (!allowed.includes("secretary")) throw new Refusal("not-chair");
  throw new Refusal(allowed.includes("chair") ? "not-office" : "not-secretary");
}

function standingsOf(actor: string, { secretaries, chairs = [] }: People, about: About | null): Standing[] {
  const secretary = actor === OPERATOR || secretaries.includes(actor);
  const chair = chairs.length === 0 ? secretary : chairs.includes(actor);
  const roles = about === null ? [] : spokenFor(actor, about.task, about.register).map(({ role }) => role);
  return [...(secretary ? (["secretary"] as const) : []), ...(chair ? (["chair"] as const) : []), ...roles, "observer"];
}

/**
 * The units of a task that `actor` answers for, leads first; members of assigned groups included. Who stands in for a contact
 * answers as long as the contact is away.
 */
export function unitsSpokenFor(actor: string, task: Task, register: Register): Unit[] {
  return [...new Set(spokenFor(actor, task, register).map(({ unit }) => unit))];
}

function spokenFor(actor: string, task: Task, register: Register): { unit: Unit; role: Assignment["role"] }[] {
  const assignments = [...task.assignments].sort((a, b) =>
    a.role === b.role ? a.order - b.order : a.role === "lead" ? -1 : 1,
  );
  const away = register.day === undefined ? new Map() : awayOn(register.units.values(), register.day);
  const speaks = (unit: Unit) =>
    unit.contacts.some((c) => c.slackUser === actor) || standInsFor(unit, away).includes(actor);
  return assignments.flatMap(({ unitId, role }) => {
    const assigned = register.units.get(unitId);
    // A person may be named for the group itself, or for one of its members.
    const units = assigned ? new Set([...answeringUnits(assigned, register.units), assigned]) : [];
    return [...units].filter(speaks).map((unit) => ({ unit, role }));
  });
}
