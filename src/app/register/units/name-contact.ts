// Names the person who answers for a unit.
import { authorise } from "../../../domain/permission.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { UnitUseCases } from "./unit-use-cases.ts";

/** Secretary only. `person` is a Slack user id, `<@U…>` or `@name`. `replaced`: who held the role until now. */
export async function nameContact(
  ports: Pick<Ports, "registerStore" | "unitStore" | "directory" | "secretaries">,
  input: Parameters<UnitUseCases["nameContact"]>[0],
): ReturnType<UnitUseCases["nameContact"]> {
  authorise(input.by, "name-contacts", ports);
  const unit = findUnit(input.unitName, await ports.registerStore.load());
  const person = await ports.directory.find(input.person);
  if (!person) throw new Refusal("unknown-person", { person: input.person });
  if (person.isBot) throw new Refusal("person-is-bot", { person: person.name });
  await ports.unitStore.saveContact({
    unitId: unit.id,
    slackUser: person.id,
    name: person.name,
    role: input.role,
    by: input.by,
  });
  const held = unit.contacts.filter((c) => c.role === input.role && c.slackUser !== person.id);
  const { id, name } = person;
  return {
    unit,
    person: { id, name },
    role: input.role,
    replaced: held.map((c) => c.name),
    ...(person.isGuest === true && { isGuest: true }),
  };
}
