// Two units that turn out to be one: shown first, merged on approval, undone whenever it was wrong.
import { authorise } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import { type AbsorbedUnit, currentUnit, type Unit } from "../../../domain/register/unit.ts";
import { requireMergeable } from "../../../domain/register/unit-merge.ts";
import { Refusal } from "../../../errors.ts";
import { keyOfName, readUnit } from "../../../reading/unit-name.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { MergeView } from "./unit-use-cases.ts";

type MergePorts = Pick<Ports, "registerStore" | "unitStore" | "secretaries">;

/** What would move. Secretary only; changes nothing. Throws `unknown-unit`, `already-merged`, `merge-same` or `merge-kinds`. */
export async function reviewMerge(
  ports: MergePorts,
  input: { fromName: string; intoName: string; by: string },
): Promise<MergeView> {
  authorise(input.by, "change-units", ports);
  const register = await ports.registerStore.load();
  const absorbed = findAbsorbed(input.fromName, register);
  const from = findUnit(input.fromName, register);
  const into = findUnit(input.intoName, register);
  if (absorbed && from.id !== into.id) throw new Refusal("already-merged", { unit: absorbed.name, into: from.name });
  requireMergeable(from, into);
  return viewOf(from, into, register);
}

/** Secretary only. Throws as the review does, since the register may have changed after it. */
export async function mergeUnits(
  ports: MergePorts,
  input: { fromId: number; intoId: number; by: string },
): Promise<MergeView> {
  authorise(input.by, "change-units", ports);
  const register = await ports.registerStore.load();
  const from = register.units.get(input.fromId);
  const into = currentUnit(input.intoId, register.units);
  if (into === null) throw new Refusal("proposal-gone");
  if (from === undefined) throw gone(input.fromId, register);
  requireMergeable(from, into);
  await ports.unitStore.merge(from.id, into.id, input.by);
  return viewOf(from, into, register);
}

function gone(id: number, register: Register): Refusal {
  const present = currentUnit(id, register.units);
  const unit = present?.absorbed?.find((one) => one.id === id);
  if (!present || !unit) return new Refusal("proposal-gone");
  return new Refusal("already-merged", { unit: unit.name, into: present.name });
}

/** The merge that an undo would take back. Secretary only. Throws `unknown-unit` or `not-merged`. */
export async function reviewUnmerge(
  ports: MergePorts,
  input: { unitName: string; by: string },
): Promise<{ unit: AbsorbedUnit; into: Unit }> {
  authorise(input.by, "change-units", ports);
  const register = await ports.registerStore.load();
  const into = findUnit(input.unitName, register);
  const unit = findAbsorbed(input.unitName, register);
  if (!unit) throw new Refusal("not-merged", { unit: into.name });
  return { unit, into };
}

/** Secretary only. Everything reads again as before the merge; what was recorded since stays where it was recorded. */
export async function unmergeUnit(
  ports: MergePorts,
  input: { unitId: number; by: string },
): Promise<{ unit: Unit; into: Unit | null }> {
  authorise(input.by, "change-units", ports);
  const { units: before } = await ports.registerStore.load();
  await ports.unitStore.unmerge(input.unitId, input.by);
  const { units } = await ports.registerStore.load();
  const unit = currentUnit(input.unitId, units);
  if (unit === null) throw new Refusal("proposal-gone");
  const into = currentUnit(input.unitId, before);
  return { unit, into: into && currentUnit(into.id, units) };
}

/** The merged unit that a name means: that of the unit itself, not of the one it is read as. */
function findAbsorbed(name: string, { units }: Register): AbsorbedUnit | null {
  const { key } = readUnit(name);
  const all = [...units.values()];
  // A unit that goes by the name today is meant before one that used to.
  if (all.some((unit) => keyOfName(unit.name) === key)) return null;
  return all.flatMap((unit) => unit.absorbed ?? []).find((one) => keyOfName(one.name) === key) ?? null;
}

function viewOf(from: Unit, into: Unit, { tasks, units, latestUpdates }: Register): MergeView {
  const has = (role: "lead" | "supporting") =>
    tasks.filter((task) => task.assignments.some((a) => a.unitId === from.id && a.role === role)).length;
  return {
    from,
    into,
    leads: has("lead"),
    supports: has("supporting"),
    contacts: from.contacts.length,
    reported: latestUpdates.filter((update) => update.unitId === from.id).length,
    groups: [...units.values()].filter((unit) => unit.memberIds.includes(from.id)).map((unit) => unit.name),
  };
}
