// Finds a unit of the register by any spelling.
import type { IsoDate } from "../domain/calendar.ts";
import { holdsOn, type Unit } from "../domain/register/unit.ts";
import { readUnit } from "./unit-name.ts";

/**
 * Units by the key of their name and of every alias; a name of a unit's own goes before another's alias. `day`: that of the document
 * whose names are looked up, so that an alias of another time is left out; without one every alias counts.
 */
export function indexUnits(units: Iterable<Unit>, day: IsoDate | null = null): ReadonlyMap<string, Unit> {
  const index = new Map<string, Unit>();
  const all = [...units];
  for (const unit of all) {
    const outdated = new Set(unit.datedAliases?.filter((alias) => !holdsOn(alias, day)).map((alias) => alias.name));
    for (const name of unit.aliases) if (!outdated.has(name)) index.set(readUnit(name).key, unit);
  }
  for (const unit of all) index.set(readUnit(unit.name).key, unit);
  return index;
}
