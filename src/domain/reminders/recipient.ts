// Who is written to for a unit on a day: the contact or who stands in for them, else the deputy, else the head.
import type { IsoDate } from "../calendar.ts";
import { type Reason, reason } from "../reason.ts";
import type { Absence, Contact, ContactRole, Person, Unit } from "../register/unit.ts";

/** In which order a unit's people are asked. */
export const ASKING_ORDER = ["primary", "deputy", "head"] as const satisfies readonly ContactRole[];

/** Somebody who can be written to, and for whom they stand in, if they do. */
export interface Recipient extends Person {
  readonly standsInFor: string | null;
}

/** Who is away on one day, by Slack user: their absence in every unit they speak for. */
export type Away = ReadonlyMap<string, readonly { readonly unitId: number; readonly absence: Absence }[]>;

/** Everybody who is away on `day`. A person who is away from one unit is away from all. */
export function awayOn(units: Iterable<Unit>, day: IsoDate): Away {
  const away = new Map<string, { unitId: number; absence: Absence }[]>();
  for (const unit of units) {
    for (const { slackUser, absence } of unit.contacts) {
      if (absence === undefined || day < absence.from || absence.to < day) continue;
      const entries = away.get(slackUser);
      if (entries) entries.push({ unitId: unit.id, absence });
      else away.set(slackUser, [{ unitId: unit.id, absence }]);
    }
  }
  return away;
}

/** Who is asked for the unit, or why nobody of the unit can be. */
export function recipientFor(unit: Unit, away: Away): Recipient | Reason {
  for (const role of ASKING_ORDER) {
    const recipient = holderOf(role, unit, away);
    if (recipient) return recipient;
  }
  if (unit.contacts.length === 0) {
    return reason(unit.kind === "unresolved" ? "unit-needs-naming" : "no-contact", { unit: unit.name });
  }
  const until = unit.contacts.flatMap((c) => absenceIn(unit.id, c.slackUser, away)?.to ?? []).sort();
  return reason("contacts-absent", { unit: unit.name, date: until[0] ?? "" });
}

/** Who answers for one role of the unit: its holder, or at the end of a chain of substitutes somebody who is there. */
export function holderOf(role: ContactRole, unit: Unit, away: Away): Recipient | null {
  for (const contact of unit.contacts.filter((c) => c.role === role)) {
    const chain = standInsOf(contact, unit.id, away);
    const last = chain.at(-1);
    if (last === undefined) {
      if (away.has(contact.slackUser)) continue;
      return { ...personOf(contact), standsInFor: null };
    }
    if (!away.has(last.slackUser)) return { ...last, standsInFor: contact.name };
  }
  return null;
}

/** Slack users who stand in for anybody of the unit: who was asked in somebody's place may answer in it. */
export function standInsFor(unit: Unit, away: Away): string[] {
  return unit.contacts.flatMap((contact) => standInsOf(contact, unit.id, away).map((person) => person.slackUser));
}

/** The contact in whose place the person is asked for the unit; null where the person is a contact of it, or nobody's substitute. */
export function replacedBy(slackUser: string, unit: Unit, away: Away): string | null {
  if (unit.contacts.some((contact) => contact.slackUser === slackUser)) return null;
  const replaced = unit.contacts.find((contact) =>
    standInsOf(contact, unit.id, away).some((person) => person.slackUser === slackUser),
  );
  return replaced?.name ?? null;
}

/** A substitute who is away themselves is followed to theirs; a chain that comes back to somebody ends there. */
function standInsOf(contact: Contact, unitId: number, away: Away): Person[] {
  const chain: Person[] = [];
  const seen = new Set([contact.slackUser]);
  for (let who: string | null = contact.slackUser; who !== null; ) {
    const next: Person | null = absenceIn(unitId, who, away)?.substitute ?? null;
    if (next === null || seen.has(next.slackUser)) break;
    seen.add(next.slackUser);
    chain.push(next);
    who = next.slackUser;
  }
  return chain;
}

/** What the person arranged for this unit, else for another one of theirs. */
function absenceIn(unitId: number, slackUser: string, away: Away): Absence | null {
  const entries = away.get(slackUser) ?? [];
  return (entries.find((one) => one.unitId === unitId) ?? entries[0])?.absence ?? null;
}

function personOf({ id, slackUser, name }: Contact): Person {
  return { contactId: id, slackUser, name };
}
