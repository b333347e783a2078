// Everything about one unit on one page: its names, its people, its tasks, its groups and members.
import { taskName } from "../../../domain/answers/task-card.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Role } from "../../../domain/register/task.ts";
import type { Contact, Membership } from "../../../domain/register/unit.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { UnitPage } from "./unit-use-cases.ts";

/** `unitName`: any of its spellings, also those of units that were merged into it. Throws `unknown-unit`. */
export async function showUnit(
  ports: Pick<Ports, "registerStore" | "clock">,
  input: { unitName: string },
): Promise<UnitPage> {
  const register = await ports.registerStore.load();
  const unit = findUnit(input.unitName, register);
  const today = ports.clock.today();
  const row = (name: string, { from, to }: Membership) => ({ name, from, to, isCurrent: isOn({ from, to }, today) });
  return {
    unit: { ...unit, contacts: unit.contacts.map((contact) => withoutPastAbsence(contact, today)) },
    leads: tasksOf(unit.id, "lead", register),
    supports: tasksOf(unit.id, "supporting", register),
    members: (unit.memberships ?? []).filter(wasEver).map((m) => row(register.units.get(m.unitId)?.name ?? "", m)),
    groups: [...register.units.values()].flatMap((group) =>
      (group.memberships ?? []).filter((m) => m.unitId === unit.id && wasEver(m)).map((m) => row(group.name, m)),
    ),
  };
}

function withoutPastAbsence(contact: Contact, today: string): Contact {
  const { absence, ...present } = contact;
  return absence !== undefined && absence.to < today ? present : contact;
}

/** A membership that was taken back before it began ends before its first day. */
function wasEver({ from, to }: Membership): boolean {
  return to === null || from <= to;
}

function isOn({ from, to }: Omit<Membership, "unitId">, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** Open tasks that name the unit itself, in the order of the documents. */
function tasksOf(unitId: number, role: Role, register: Register): UnitPage["leads"] {
  return register.tasks
    .filter((task) => task.state === "open" && task.assignments.some((a) => a.unitId === unitId && a.role === role))
    .map((task) => ({ taskName: taskName(task, register), title: task.title }));
}
