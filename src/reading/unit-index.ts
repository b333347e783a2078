// Finds a unit of the register by any spelling.
import type { Unit } from "../domain/register/unit.ts";
import { readUnit } from "./unit-name.ts";

/** Units by the key of their name and of every alias. */
export function indexUnits(units: Iterable<Unit>): ReadonlyMap<string, Unit> {
  const index = new Map<string, Unit>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) index.set(readUnit(name).key, unit);
  }
  return index;
}
