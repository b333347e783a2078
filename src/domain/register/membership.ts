// Who belongs to a group from when to when: from a list to the changes that make the register say what the list says.
import { addDays, type IsoDate } from "../calendar.ts";
import type { Membership } from "./unit.ts";

/** A row of a list. null: the list names no such day. */
export interface ListedMember {
  readonly unitId: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export interface MembershipChange {
  readonly added: readonly Membership[];
  /** Memberships that take other dates; `was` is the first day they are stored with. */
  readonly redated: readonly (Membership & { readonly was: IsoDate })[];
  /** Members that the list does not name any more, with their last day. */
  readonly ended: readonly (Membership & { readonly was: IsoDate })[];
}

/**
 * What a list changes. It is the whole of the group from today on: who is not on it, or on it with past dates alone, ends yesterday; what
 * is over stays. A row without a first day means the membership there is, or one from today on.
 */
export function diffMembers(
  stored: readonly Membership[],
  listed: readonly ListedMember[],
  today: IsoDate,
): MembershipChange {
  const added: Membership[] = [];
  const redated: MembershipChange["redated"][number][] = [];
  const matched = new Set<Membership>();
  for (const { unitId, from, to } of listed) {
    const own = stored.filter((m) => m.unitId === unitId && !matched.has(m));
    const row = own.find((m) => m.from === from) ?? own.find((m) => overlaps(m, { from: from ?? today, to }));
    const wanted = { unitId, from: from ?? row?.from ?? today, to };
    if (row === undefined) added.push(wanted);
    else {
      matched.add(row);
      if (row.from !== wanted.from || row.to !== wanted.to) redated.push({ ...wanted, was: row.from });
    }
  }
  const ended = stored
    .filter((m) => !matched.has(m) && !isOver(m, today))
    // One that has not begun yet never does: its last day is the day before its first.
    .map((m) => ({ ...m, to: addDays(m.from > today ? m.from : today, -1), was: m.from }));
  return { added, redated, ended };
}

/** Whether two memberships share a day. */
export function overlaps(a: Omit<Membership, "unitId">, b: Omit<Membership, "unitId">): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

function isOver({ to }: Membership, today: IsoDate): boolean {
  return to !== null && to < today;
}
