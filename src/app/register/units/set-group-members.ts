// Says which units stand behind 各县区人民政府: from then on each member is asked by itself.
import { authorise } from "../../../domain/permission.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { canBeMember } from "../../../reading/member-list.ts";
import { indexUnits } from "../../../reading/unit-index.ts";
import { readUnit } from "../../../reading/unit-name.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";

/** Secretary only. Members the register does not know are added to it. Throws `not-a-group` for a single unit, `no-unit-name` and `not-a-member`. */
export async function setGroupMembers(
  ports: Pick<Ports, "registerStore" | "unitStore" | "clock" | "secretaries">,
  input: { groupName: string; memberNames: readonly string[]; by: string },
): Promise<{ group: Unit; members: readonly string[]; created: readonly string[] }> {
  authorise(input.by, "change-units", ports);
  const register = await ports.registerStore.load();
  const group = findUnit(input.groupName, register);
  if (group.kind === "single") throw new Refusal("not-a-group", { unit: group.name });
  if (input.memberNames.length === 0) throw new Refusal("missing-argument", { name: "members" });

  const known = indexUnits(register.units.values());
  const noUnit = input.memberNames.find((name) => !canBeMember(name));
  if (noUnit !== undefined) throw new Refusal("no-unit-name", { unit: noUnit });
  // Each once, however often it is named.
  const mentions = [...new Map(input.memberNames.map(readUnit).map((mention) => [mention.key, mention])).values()];
  const notSingle = mentions.find((m) => (known.get(m.key)?.kind ?? m.kind) !== "single");
  if (notSingle) throw new Refusal("not-a-member", { unit: notSingle.name });

  const members = new Map<number, string>();
  const created: string[] = [];
  for (const mention of mentions) {
    const existing = known.get(mention.key);
    const member = existing ?? (await ports.unitStore.create(mention, input.by));
    if (!existing) created.push(member.name);
    members.set(member.id, member.name);
  }
  await ports.unitStore.setMembers(group.id, [...members.keys()], ports.clock.today(), input.by);
  return { group, members: [...members.values()], created };
}
