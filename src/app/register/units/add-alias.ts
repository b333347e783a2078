// Another name of a unit, so that documents and people who use it are understood.
import type { IsoDate } from "../../../domain/calendar.ts";
import { authorise } from "../../../domain/permission.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { indexUnits } from "../../../reading/unit-index.ts";
import { readUnit } from "../../../reading/unit-name.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";

/**
 * Secretary only. With dates the alias holds in documents of that time alone; people are always understood by it. Throws `alias-taken`
 * when another unit is called that, `bad-period`.
 */
export async function addAlias(
  ports: Pick<Ports, "registerStore" | "unitStore" | "secretaries">,
  input: { unitName: string; alias: string; from?: IsoDate | null; to?: IsoDate | null; by: string },
): Promise<Unit> {
  authorise(input.by, "change-units", ports);
  const { from: validFrom = null, to: validTo = null } = input;
  if (validFrom !== null && validTo !== null && validFrom > validTo) {
    throw new Refusal("bad-period", { from: validFrom, to: validTo });
  }
  const register = await ports.registerStore.load();
  const unit = findUnit(input.unitName, register);
  const alias = readUnit(input.alias);
  const holder = indexUnits(register.units.values()).get(alias.key);
  if (holder && holder.id !== unit.id) throw new Refusal("alias-taken", { alias: alias.name, unit: holder.name });
  await ports.unitStore.addAlias(unit.id, { ...alias, validFrom, validTo }, input.by);
  return unit;
}
