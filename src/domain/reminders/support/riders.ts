// What rides on the day's digest besides the steps: an urge that could not go out at once, and answers that came after the lead had
// signed its joint reply.

import { type WorkingCalendar, workingDaysBetween } from "../../calendar.ts";
import { reason } from "../../reason.ts";
import type { Register } from "../../register/register.ts";
import { laterAnswers } from "../../status/joint/joint-reply.ts";
import type { StatusUpdate } from "../../status/status.ts";
import type { Asked } from "../asked.ts";
import type { PlannedReminder } from "../digest.ts";
import { type Away, recipientFor } from "../recipient.ts";
import { type Urge, urgeKey, urgeReminder } from "./urge.ts";

export interface Riders {
  /** Of open tasks, those of the last weeks. */
  readonly urges: readonly Urge[];
  /** The newest joint reply of each open task. */
  readonly signed: readonly StatusUpdate[];
}

export interface Rider {
  readonly recipient: string;
  readonly reminder: PlannedReminder;
}

interface RiderFacts {
  readonly register: Register;
  readonly today: string;
  readonly calendar: WorkingCalendar;
  readonly away: Away;
  readonly plannedKeys: ReadonlySet<string>;
}

/** The newest urge of the unit that waits for a digest, or null. `asked` must still owe its answer. */
export function waitingUrge(facts: RiderFacts, urges: readonly Urge[], asked: Asked): Rider | null {
  const { occurrence, assignment, task, unit } = asked;
  if (assignment.role !== "supporting") return null;
  const urge = urges.findLast(
    (one) => one.occurrenceId === occurrence.id && one.units.some((u) => u.unitId === unit.id && u.way === "digest"),
  );
  if (urge === undefined || facts.plannedKeys.has(urgeKey(occurrence.id, unit.id, urge.on))) return null;
  const recipient = recipientFor(unit, facts.away);
  if ("code" in recipient) return null;
  const { unitName, on } = urge;
  return {
    recipient: recipient.slackUser,
    reminder: urgeReminder({ ...facts, occurrence, task, unitName, on }, unit.id, recipient.contactId),
  };
}

/** What a lead that has signed is told of its supporting units' later answers: each once, in a digest only. */
export function laterRiders(facts: RiderFacts, signed: readonly StatusUpdate[], asked: Asked): Rider[] {
  const { occurrence, assignment, task, unit } = asked;
  if (assignment.role !== "lead") return [];
  const reply = signed.find((one) => one.taskId === task.id && one.unitId === unit.id);
  if (reply === undefined) return [];
  const recipient = recipientFor(unit, facts.away);
  if ("code" in recipient) return [];
  return laterAnswers(task, facts.register, reply).flatMap(({ unit: from, update }) => {
    // By the answer, not by the occurrence: a task with two dates tells it once.
    const key = `${task.id}:${from.id}:later:${update.id}`;
    if (facts.plannedKeys.has(key)) return [];
    const reminder: PlannedReminder = {
      key,
      occurrenceId: occurrence.id,
      taskId: task.id,
      unitId: from.id,
      // Nobody is asked: a reminder without a contact does not count as asking the unit.
      contactId: null,
      role: "supporting",
      step: -workingDaysBetween(facts.today, occurrence.supportingDueDate, facts.calendar),
      dueDate: occurrence.supportingDueDate,
      reason: reason("answered-after-signing", { unit: from.name, date: update.on }),
    };
    return [{ recipient: recipient.slackUser, reminder }];
  });
}
