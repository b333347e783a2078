// Units: who a task is given to, and who speaks for them.
/** single: one body · group: 各县区人民政府, answered for by its members · unresolved: 有关部门, until the secretary names it. */
export type UnitKind = "single" | "group" | "unresolved";

export type ContactRole = "primary" | "deputy" | "head";

export interface Contact {
  readonly id: number;
  readonly unitId: number;
  readonly slackUser: string;
  readonly name: string;
  readonly role: ContactRole;
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
