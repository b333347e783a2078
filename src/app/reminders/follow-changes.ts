// After units or dates have changed: what was said to somebody who no longer speaks for a unit counts as unsaid, and the posted
// messages that show it are found, to be redrawn. What is still to be delivered draws the facts of its moment anyway.
import { currentUnit } from "../../domain/register/unit.ts";
import { awayOn, standInsFor } from "../../domain/reminders/recipient.ts";
import type { Ports } from "../ports.ts";
import { findUnit } from "../register/units/find-unit.ts";
import { redrawnSince } from "./responses/showing-tasks.ts";

type FollowPorts = Pick<Ports, "registerStore" | "postedStore" | "clock">;

export interface Followed {
  /** Posted digests to redraw. */
  readonly digestIds: readonly number[];
  /** How many people see them. */
  readonly people: number;
}

/** After a contact, the members of a group, or a merge has changed. Units by their ids or names. */
export async function followUnits(ports: FollowPorts, named: readonly (number | string)[]): Promise<Followed> {
  const register = await ports.registerStore.load();
  const { units } = register;
  const unitIds = named.map((one) => (typeof one === "number" ? one : findUnit(one, register).id));
  const today = ports.clock.today();
  const away = awayOn(units.values(), today);
  for (const id of unitIds) {
    const unit = currentUnit(id, units);
    if (unit === null || unit.contacts.length === 0) continue;
    const people = [...unit.contacts.map((one) => one.slackUser), ...standInsFor(unit, away)];
    await ports.postedStore.freeKeys(id, people);
  }
  const members = unitIds.flatMap((id) => units.get(id)?.memberships?.map((one) => one.unitId) ?? []);
  return summed(
    await ports.postedStore.showing({ unitIds: [...new Set([...unitIds, ...members])] }, redrawnSince(today)),
  );
}

/** After dates have moved: of these tasks, or of all that are open. */
export async function followDates(ports: FollowPorts, taskIds?: readonly number[]): Promise<Followed> {
  const ids = taskIds ?? (await ports.registerStore.load()).tasks.filter((t) => t.state === "open").map((t) => t.id);
  return summed(await ports.postedStore.showing({ taskIds: ids }, redrawnSince(ports.clock.today())));
}

function summed(posted: readonly { digestId: number; slackUser: string }[]): Followed {
  return {
    digestIds: posted.map((one) => one.digestId),
    people: new Set(posted.map((one) => one.slackUser)).size,
  };
}
