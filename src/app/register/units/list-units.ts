// All units with their contacts, members and shares of the work; those without a contact first, because they need the secretary.
import { answeringUnits } from "../../../domain/register/unit.ts";
import type { Ports } from "../../ports.ts";
import type { UnitOverview } from "./unit-use-cases.ts";

export async function listUnits(ports: Pick<Ports, "registerStore">): Promise<UnitOverview[]> {
  const { units, tasks } = await ports.registerStore.load();
  const assignments = Map.groupBy(
    tasks.filter((t) => t.state === "open").flatMap((t) => t.assignments),
    (a) => a.unitId,
  );
  return [...units.values()]
    .map((unit) => {
      const own = assignments.get(unit.id) ?? [];
      const leads = own.filter((a) => a.role === "lead").length;
      return {
        unit,
        memberNames: answeringUnits(unit, units)
          .filter((u) => u !== unit)
          .map((u) => u.name),
        leads,
        supports: own.length - leads,
      };
    })
    .sort((a, b) => Number(isReachable(a)) - Number(isReachable(b)) || b.leads - a.leads || b.supports - a.supports);
}

function isReachable({ unit, memberNames }: UnitOverview): boolean {
  return unit.contacts.length > 0 || memberNames.length > 0;
}
