// A unit by any of its spellings, or a refusal that names the nearest ones.
import type { Register } from "../../../domain/register/register.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { nearestUnits } from "../../../domain/register/unit-likeness.ts";
import { Refusal } from "../../../errors.ts";
import { indexUnits } from "../../../reading/unit-index.ts";
import { keyOfName, readUnit } from "../../../reading/unit-name.ts";

/** Throws `unknown-unit` with up to three units that the name may mean. */
export function findUnit(name: string, register: Pick<Register, "units">): Unit {
  const wanted = readUnit(name);
  const unit = indexUnits(register.units.values()).get(wanted.key);
  if (unit) return unit;
  const nearest = nearestUnits(wanted.name, register.units.values(), keyOfName);
  throw new Refusal("unknown-unit", { unit: wanted.name, nearest: nearest.join("、") });
}
