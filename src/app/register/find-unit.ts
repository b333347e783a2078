// A unit by any of its spellings, or a refusal that names the nearest ones.
import type { Register } from "../../domain/register/register.ts";
import type { Unit } from "../../domain/register/unit.ts";
import { Refusal } from "../../errors.ts";
import { indexUnits } from "../../reading/unit-index.ts";
import { readUnit } from "../../reading/unit-name.ts";

/** Throws `unknown-unit` with up to three units that share characters with the name. */
export function findUnit(name: string, register: Register): Unit {
  const wanted = readUnit(name);
  const unit = indexUnits(register.units.values()).get(wanted.key);
  if (unit) return unit;
  throw new Refusal("unknown-unit", { unit: wanted.name, nearest: nearest(wanted.name, register).join("、") });
}

function nearest(name: string, register: Register): string[] {
  return [...register.units.values()]
    .map((unit) => ({
      name: unit.name,
      shared: [...name].filter((c) => !"市区县局委".includes(c) && unit.name.includes(c)).length,
    }))
    .filter((near) => near.shared >= 2)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map((near) => near.name);
}
