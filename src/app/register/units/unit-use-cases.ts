// Everything that can be asked about units, and what is shown of them. One file per use case beside this one.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Reason } from "../../../domain/reason.ts";
import type { Absence, AbsorbedUnit, ContactRole, Unit } from "../../../domain/register/unit.ts";
import type { Recipient } from "../../../domain/reminders/recipient.ts";
import type { BadLine } from "../../../reading/member-list.ts";
import type { Actor } from "../../ports.ts";

export interface UnitOverview {
  readonly unit: Unit;
  readonly memberNames: readonly string[];
  readonly leads: number;
  readonly supports: number;
}

/** One unit, with all that hangs on it. */
export interface UnitPage {
  readonly unit: Unit;
  /** Open tasks that name the unit itself. */
  readonly leads: readonly { readonly taskName: string; readonly title: string }[];
  readonly supports: UnitPage["leads"];
  /** Of a group, by unit and first day; past and future ones too. */
  readonly members: readonly MembershipView[];
  /** The groups it belongs to, belonged to, or will. */
  readonly groups: readonly MembershipView[];
}

interface MembershipView {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly isCurrent: boolean;
}

/** What merging `from` into `into` moves. */
export interface MergeView {
  readonly from: Unit;
  readonly into: Unit;
  readonly leads: number;
  readonly supports: number;
  readonly contacts: number;
  /** Tasks that `from` has reported on. */
  readonly reported: number;
  /** Groups it is a member of. */
  readonly groups: readonly string[];
}

/** What a list of members changes. */
export interface MembersReview {
  readonly group: Unit;
  readonly fileName: string;
  readonly added: readonly ListedMemberView[];
  readonly redated: readonly ListedMemberView[];
  /** Members the list does not name any more, with their last day. */
  readonly ended: readonly ListedMemberView[];
  readonly unchanged: number;
  readonly bad: readonly BadLine[];
}

interface ListedMemberView {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** True where the register does not know the unit yet. */
  readonly isNew: boolean;
}

/** A contact's absence, and who is asked for the unit meanwhile, or why nobody of it is. */
export interface AbsenceView extends Absence {
  readonly unitName: string;
  readonly contactName: string;
  readonly asked: Recipient | Reason;
}

/** Whose absence: that of `by`, or where a unit is named, for the secretary, that of its contact. */
interface Whose {
  readonly unitName: string | null;
  readonly by: Actor;
}

export interface UnitUseCases {
  listUnits(): Promise<readonly UnitOverview[]>;
  /** Secretary only. `person` is a Slack user id, `<@U…>` or `@name`. */
  nameContact(input: { unitName: string; person: string; role: ContactRole; by: Actor }): Promise<{
    unit: Unit;
    person: { id: string; name: string };
    role: ContactRole;
    replaced: readonly string[];
    /** The person is a guest of the workspace or from another one: said, not refused. */
    isGuest?: boolean;
  }>;
  /** Secretary only. `asked`: who is reminded from then on, or why nobody of the unit is. */
  removeContact(input: {
    unitName: string;
    person: string;
    by: Actor;
  }): Promise<{ unitName: string; person: string; role: ContactRole; asked: Recipient | Reason }>;
  /** `text`: 「11月25日至12月3日 由 @某人 代理」. */
  setAbsence(input: Whose & { readonly text: string }): Promise<readonly AbsenceView[]>;
  showAbsence(input: Whose): Promise<readonly AbsenceView[]>;
  cancelAbsence(input: Whose): Promise<{ people: readonly string[]; units: readonly string[] }>;
  /** Secretary only. Members that the register does not know are added to it. */
  setGroupMembers(input: {
    groupName: string;
    memberNames: readonly string[];
    by: Actor;
  }): Promise<{ group: Unit; members: readonly string[]; created: readonly string[] }>;
  /** Secretary only. With dates: for documents of that time only. */
  addAlias(input: {
    unitName: string;
    alias: string;
    from?: IsoDate | null;
    to?: IsoDate | null;
    by: Actor;
  }): Promise<Unit>;
  /** `unitName`: any of its spellings. */
  showUnit(input: { unitName: string }): Promise<UnitPage>;
  /** Secretary only. What a list of members (.csv, .xlsx) would change; stores nothing. */
  reviewMembers(input: { groupName: string; fileName: string; bytes: Uint8Array; by: Actor }): Promise<MembersReview>;
  /** Secretary only. The list is the whole of the group: who is not on it ends. */
  importMembers(input: { groupName: string; fileName: string; bytes: Uint8Array; by: Actor }): Promise<MembersReview>;
  /** Secretary only. What a merge would move; changes nothing. */
  reviewMerge(input: { fromName: string; intoName: string; by: Actor }): Promise<MergeView>;
  /** Secretary only. */
  mergeUnits(input: { fromId: number; intoId: number; by: Actor }): Promise<MergeView>;
  /** Secretary only. What an undo would take back; changes nothing. */
  reviewUnmerge(input: { unitName: string; by: Actor }): Promise<{ unit: AbsorbedUnit; into: Unit }>;
  /** Secretary only. `into`: what it had been merged into. */
  unmergeUnit(input: { unitId: number; by: Actor }): Promise<{ unit: Unit; into: Unit | null }>;
}
