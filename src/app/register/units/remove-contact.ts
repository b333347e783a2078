// Relieves a contact of a unit, and says who is asked from then on.
import { authorise } from "../../../domain/permission.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { awayOn, recipientFor } from "../../../domain/reminders/recipient.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { UnitUseCases } from "./unit-use-cases.ts";

/** Secretary only. Somebody who has left Slack is found by their id or the name they were given. Throws `not-this-contact`. */
export async function removeContact(
  ports: Pick<Ports, "registerStore" | "unitStore" | "directory" | "clock" | "secretaries">,
  { unitName, person, by }: Parameters<UnitUseCases["removeContact"]>[0],
): ReturnType<UnitUseCases["removeContact"]> {
  authorise(by, "name-contacts", ports);
  const unit = findUnit(unitName, await ports.registerStore.load());
  const contact = byWords(unit, person) ?? byId(unit, (await ports.directory.find(person))?.id);
  if (!contact || !(await ports.unitStore.endContact(contact.id, by))) {
    const names = unit.contacts.map((one) => one.name).join("、");
    throw new Refusal("not-this-contact", { person, unit: unit.name, ...(names !== "" && { names }) });
  }
  const register = await ports.registerStore.load();
  const left = register.units.get(unit.id) ?? { ...unit, contacts: [] };
  const asked = recipientFor(left, awayOn(register.units.values(), ports.clock.today()));
  return { unitName: unit.name, person: contact.name, role: contact.role, asked };
}

function byWords(unit: Unit, words: string) {
  const id = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(words.trim())?.[1];
  const name = words.trim().replace(/^[@＠]/, "");
  return id === undefined ? unit.contacts.find((c) => c.slackUser === name || c.name === name) : byId(unit, id);
}

function byId(unit: Unit, id: string | undefined) {
  return unit.contacts.find((contact) => contact.slackUser === id);
}
