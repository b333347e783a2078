// The port to the units: names, contacts, members, merges.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { MembershipChange } from "../../../domain/register/membership.ts";
import type { ContactRole, Unit, UnitMention, Validity } from "../../../domain/register/unit.ts";
import type { Actor } from "../../ports.ts";

export interface UnitStore {
  /** Units by their canonical key (names and aliases). */
  findByKey(key: string): Promise<Unit | null>;
  create(mention: UnitMention, by: Actor): Promise<Unit>;
  /** With dates: for documents of that time only. An alias the unit has already takes the dates given. */
  addAlias(unitId: number, alias: UnitMention & Partial<Validity>, by: Actor): Promise<void>;
  /** Names or re-names a contact: one row per unit and person. Whoever held the role until now is relieved of it. */
  saveContact(input: { unitId: number; slackUser: string; name: string; role: ContactRole; by: Actor }): Promise<void>;
  /**
   * The absence of a contact, in place of any set before; null takes it back. A substitute who is no contact of the unit gets a
   * row that is over from the start, so that nobody is taken for a contact afterwards.
   */
  saveAbsence(
    contactId: number,
    absence: { from: IsoDate; to: IsoDate; substitute: { slackUser: string; name: string } | null } | null,
    by: Actor,
  ): Promise<void>;
  /** Relieves a contact. False where they were none any more. */
  endContact(contactId: number, by: Actor): Promise<boolean>;
  /** Makes `memberIds` the members from `from` on; members left out end the day before. */
  setMembers(groupId: number, memberIds: readonly number[], from: IsoDate, by: Actor): Promise<void>;
  /** Changes the memberships of a group, all or none. `change` names rows by member and first day. */
  changeMembers(groupId: number, change: MembershipChange, by: Actor): Promise<void>;
  /**
   * From now on what names `fromId` is read as `intoId`, in the register, in new documents and in what people write. Nothing stored
   * is moved. Throws `merge-same` for a circle, `already-merged`.
   */
  merge(fromId: number, intoId: number, by: Actor): Promise<void>;
  /** Undoes it: the register reads as if it had never been. Throws `not-merged`. */
  unmerge(fromId: number, by: Actor): Promise<void>;
}
