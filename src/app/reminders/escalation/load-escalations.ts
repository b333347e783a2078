// What the ladder needs to know for a day: who was asked when, who gave a sign, what was stopped.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Occurrence } from "../../../domain/register/deadline.ts";
import type { StoredEscalations } from "../../../domain/reminders/escalation.ts";
import { askedKey, signKey } from "../../../domain/reminders/escalation-silence.ts";
import type { Ports } from "../../ports.ts";

/** For a day to come, the reminders until then are taken to have gone out. Looks only at what is over due. */
export async function loadEscalations(
  { escalationStore, clock }: Pick<Ports, "escalationStore" | "clock">,
  occurrences: readonly Occurrence[],
  day: IsoDate,
): Promise<StoredEscalations> {
  const overdue = occurrences
    .filter((o) => o.id > 0 && (o.supportingDueDate < day || o.dueDate < day))
    .map((o) => o.id);
  const said = overdue.length === 0 ? [] : await escalationStore.said(overdue);
  const signs = overdue.length === 0 ? [] : await escalationStore.signs(overdue);
  const today = clock.today();
  const days = Map.groupBy(
    said.filter((one) => one.level === 0),
    (one) => askedKey(one.occurrenceId, one.unitId, one.role),
  );
  return {
    asked: new Map([...days].map(([key, all]) => [key, all.map((one) => one.on)])),
    signs: new Map(signs.map((one) => [signKey(one.occurrenceId, one.unitId), one.on])),
    stops: await escalationStore.stops(),
    runsFrom: today < day ? today : null,
  };
}

/** Which silent units were brought to others, and when: the agenda says so. */
export async function escalatedReminders(
  { escalationStore }: Pick<Ports, "escalationStore">,
  occurrences: readonly Occurrence[],
): Promise<{ taskId: number; unitId: number; on: IsoDate }[]> {
  const taskOf = new Map(occurrences.map((one) => [one.id, one.taskId]));
  const told = (await escalationStore.said([...taskOf.keys()])).filter((one) => one.level > 0);
  return told.map(({ occurrenceId, unitId, on }) => ({ taskId: taskOf.get(occurrenceId) ?? 0, unitId, on }));
}
