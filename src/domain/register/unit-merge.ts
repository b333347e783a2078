// Two units that are one: what names the first is read as the second. Nothing stored is moved, so that undoing it is exact.
import { Refusal } from "../../errors.ts";
import type { StatusUpdate } from "../status/status.ts";
import type { Register } from "./register.ts";
import type { Assignment, Task } from "./task.ts";
import type { AbsorbedUnit, Membership, Unit } from "./unit.ts";

/** A merge that is in force. A unit has one at most, and merges never run in a circle. */
export interface Merge {
  readonly fromId: number;
  readonly intoId: number;
}

/** The unit that each id is read as: the end of its chain of merges, or itself. */
export function rootFinder(merges: readonly Merge[]): (id: number) => number {
  const into = new Map(merges.map((merge) => [merge.fromId, merge.intoId]));
  return (id) => {
    let root = id;
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next;
    return root;
  };
}

/** Throws `merge-same` for a unit and itself, `merge-kinds` where one is a group or unresolved and the other is not. */
export function requireMergeable(from: Unit, into: Unit): void {
  if (from.id === into.id) throw new Refusal("merge-same", { unit: from.name });
  if (from.kind !== into.kind) throw new Refusal("merge-kinds", { from: from.name, into: into.name });
}

/** The register as it reads with the merges in force: a merged unit is gone, its work, people and reports are the other's. */
export function applyMerges(register: Register, merges: readonly Merge[]): Register {
  if (merges.length === 0) return register;
  const rootOf = rootFinder(merges);
  const asRoot = <T extends { readonly unitId: number }>(row: T): T => ({ ...row, unitId: rootOf(row.unitId) });
  return {
    ...register,
    units: mergeUnits(register.units, merges, rootOf),
    tasks: register.tasks.map((task): Task => ({ ...task, assignments: distinct(task.assignments.map(asRoot)) })),
    latestUpdates: newest(register.latestUpdates.map(asRoot)),
    figures: register.figures.map(asRoot),
    requests: register.requests.map(asRoot),
    decisions: register.decisions.map((d) => (d.unitId === null ? d : { ...d, unitId: rootOf(d.unitId) })),
  };
}

/** Each unit once in each role; a unit never supports what it leads. */
function distinct(assignments: readonly Assignment[]): Assignment[] {
  const leading = new Set(assignments.filter((a) => a.role === "lead").map((a) => a.unitId));
  const seen = new Set<string>();
  return assignments.filter(({ unitId, role }) => {
    const key = `${role}/${unitId}`;
    return (role === "lead" || !leading.has(unitId)) && !seen.has(key) && seen.add(key);
  });
}

/** Of several reports on one task that are one unit's now, the last. */
function newest(updates: readonly StatusUpdate[]): StatusUpdate[] {
  const last = new Map<string, StatusUpdate>();
  for (const update of updates) {
    const key = `${update.taskId}/${update.unitId}`;
    if ((last.get(key)?.id ?? 0) < update.id) last.set(key, update);
  }
  return [...last.values()];
}

function mergeUnits(
  units: ReadonlyMap<number, Unit>,
  merges: readonly Merge[],
  rootOf: (id: number) => number,
): Map<number, Unit> {
  const intoOf = new Map(merges.map((merge) => [merge.fromId, merge.intoId]));
  const absorbedBy = Map.groupBy(
    [...units.values()].filter((unit) => intoOf.has(unit.id)),
    (unit) => rootOf(unit.id),
  );
  const roots = [...units.values()].filter((unit) => !intoOf.has(unit.id));
  return new Map(
    roots.map((unit) => {
      const absorbed = absorbedBy.get(unit.id) ?? [];
      return [unit.id, join(unit, absorbed, intoOf, rootOf)];
    }),
  );
}

function join(
  unit: Unit,
  absorbed: readonly Unit[],
  intoOf: ReadonlyMap<number, number>,
  rootOf: (id: number) => number,
): Unit {
  const all = [unit, ...absorbed];
  const memberIds = new Set(all.flatMap((one) => one.memberIds.map(rootOf)));
  const contacts = new Map(all.flatMap((one) => one.contacts).map((c) => [c.slackUser, { ...c, unitId: unit.id }]));
  // The unit's own entry of a person who speaks for both stands.
  for (const own of unit.contacts) contacts.set(own.slackUser, own);
  const names = new Set(all.flatMap((one) => [one.name, ...one.aliases]));
  names.delete(unit.name);
  const datedAliases = all.flatMap((one) => one.datedAliases ?? []);
  const memberships = distinctMemberships(
    all.flatMap((one) => one.memberships ?? []).map((m) => ({ ...m, unitId: rootOf(m.unitId) })),
  );
  return {
    ...unit,
    aliases: [...names],
    memberIds: [...memberIds],
    contacts: [...contacts.values()],
    ...(datedAliases.length > 0 ? { datedAliases } : {}),
    ...(memberships.length > 0 ? { memberships } : {}),
    ...(absorbed.length > 0 ? { absorbed: absorbed.map((one) => absorbedUnit(one, intoOf)) } : {}),
  };
}

function absorbedUnit({ id, name }: Unit, intoOf: ReadonlyMap<number, number>): AbsorbedUnit {
  return { id, name, intoId: intoOf.get(id) ?? id };
}

function distinctMemberships(all: readonly Membership[]): Membership[] {
  return [...new Map(all.map((m) => [`${m.unitId}/${m.from}/${m.to}`, m])).values()];
}
