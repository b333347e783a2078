// Units: who a task is given to, and who speaks for them.
import type { IsoDate } from "../calendar.ts";

/** single: one body · group: 各县区人民政府, answered for by its members · unresolved: 有关部门, until the secretary names it. */
export type UnitKind = "single" | "group" | "unresolved";

export type ContactRole = "primary" | "deputy" | "head";

export interface Contact {
  readonly id: number;
  readonly unitId: number;
  readonly slackUser: string;
  readonly name: string;
  readonly role: ContactRole;
  /** The last absence that was set, past ones too. */
  readonly absence?: Absence;
}

/** First and last day on which a contact is away, and who stands in for them; null = nobody was named. */
export interface Absence {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly substitute: Person | null;
}

export interface Person {
  /** The person's row among the unit's contacts; somebody who only stands in has one too. */
  readonly contactId: number;
  readonly slackUser: string;
  readonly name: string;
}

export interface Unit {
  readonly id: number;
  /** As the first document has it, in Simplified Chinese. */
  readonly name: string;
  readonly kind: UnitKind;
  /** Other spellings met in documents or given by the secretary. */
  readonly aliases: readonly string[];
  /** Of a group: the units that answer for it today. */
  readonly memberIds: readonly number[];
  readonly contacts: readonly Contact[];
  /** Those of `aliases` that hold in documents of a time only. */
  readonly datedAliases?: readonly DatedAlias[];
  /** Of a group: all memberships, those that are over and those to come too. */
  readonly memberships?: readonly Membership[];
  /** Units that were merged into this one; their names stand in `aliases`. */
  readonly absorbed?: readonly AbsorbedUnit[];
}

/** First and last day; null = open on that side. */
export interface Validity {
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

export interface DatedAlias extends Validity {
  readonly name: string;
}

export interface Membership {
  readonly unitId: number;
  readonly from: IsoDate;
  /** The last day; null = until further notice. */
  readonly to: IsoDate | null;
}

/** A unit that is read as another one since it was merged into it. */
export interface AbsorbedUnit {
  readonly id: number;
  readonly name: string;
  /** The unit it was merged into itself, which may have been merged into a third one since. */
  readonly intoId: number;
}

/** A unit as a document names it, before it is matched to the register. */
export interface UnitMention {
  /** As written, in Simplified Chinese. */
  readonly name: string;
  /** What two spellings of one unit have in common (市／区 dropped, short names expanded). Equal key = same unit. */
  readonly key: string;
  readonly kind: UnitKind;
}

/** The units that answer for `unit`: itself, or a group's members. A group nobody has listed yet answers for itself. */
export function answeringUnits(unit: Unit, units: ReadonlyMap<number, Unit>): Unit[] {
  const members = unit.memberIds.flatMap((id) => units.get(id) ?? []);
  return members.length > 0 ? members : [unit];
}

/** Whether an alias is the unit's name on that day. Without a day (people's words, undated documents) every alias is. */
export function holdsOn({ validFrom, validTo }: Validity, day: IsoDate | null): boolean {
  if (day === null) return true;
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** The members of that day; without a day those whose membership has no end. */
export function membersOn(memberships: readonly Membership[], day: IsoDate | null): number[] {
  const current = memberships.filter(({ from, to }) =>
    day === null ? to === null : from <= day && (to === null || day <= to),
  );
  return [...new Set(current.map((m) => m.unitId))];
}

/** The unit that a stored id means today: itself, or the one it was merged into. */
export function currentUnit(id: number, units: ReadonlyMap<number, Unit>): Unit | null {
  const unit = units.get(id);
  if (unit !== undefined) return unit;
  return units.values().find((candidate) => candidate.absorbed?.some((a) => a.id === id)) ?? null;
}

/** The name under which the unit of a stored id acted, also where it was merged into another one since; "" for none. */
export function nameAtTheTime(id: number, units: ReadonlyMap<number, Unit>): string {
  const unit = currentUnit(id, units);
  return unit?.absorbed?.find((a) => a.id === id)?.name ?? unit?.name ?? "";
}

/** What the unit calls a person: a contact, or who stands in for one; null for anybody else. */
export function personOf(slackUser: string, { contacts }: Unit): string | null {
  const substitutes = contacts.flatMap((contact) => contact.absence?.substitute ?? []);
  return [...contacts, ...substitutes].find((one) => one.slackUser === slackUser)?.name ?? null;
}
