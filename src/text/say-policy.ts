// The reminder policy in sentences: one line per rule, so that a change can be shown by the lines that differ.
import { type Graces, RUNGS } from "../domain/reminders/escalation-policy.ts";
import type { ReminderPolicy, RoleSteps } from "../domain/reminders/policy.ts";
import { say } from "./say.ts";

/** Every rule of the table as a line of plain text. The overdue steps stand in one line where both roles have the same. */
export function sayPolicy(policy: ReminderPolicy): string[] {
  const { quietHours, moveBeforeHoliday } = policy;
  return [
    ...saySteps(policy.steps),
    moveBeforeHoliday ? say("policy.holiday") : say("policy.holiday-off"),
    quietHours === null
      ? say("policy.quiet-none")
      : say(quietHours.from < quietHours.to ? "policy.quiet" : "policy.quiet-over-night", plainTimes(quietHours)),
  ];
}

/** Who is told of a silent unit, and on which working day after the date, one line for each role. */
export function sayLadders({ escalation: { lead, supporting } }: ReminderPolicy): string[] {
  return [
    say("policy.ladder-lead", { rungs: sayLadder(lead, false) }),
    say("policy.ladder-supporting", { rungs: sayLadder(supporting, true) }),
  ];
}

/** As if every rung had somebody on it. `withLead`: a supporting unit's lead is told too. */
function sayLadder(graces: Graces, withLead: boolean): string {
  let days = 0;
  const rungs = RUNGS.filter((rung) => withLead || rung !== "lead").map((rung) => {
    const reachedAt = days;
    if (rung !== "agenda") days += graces[rung];
    return rung === "contact"
      ? null
      : say("policy.ladder-rung", { rung: say(`escalation.rung-${rung}`), days: reachedAt });
  });
  return rungs.filter((rung) => rung !== null).join(say("common.list-comma"));
}

/** The lines of the steps alone, for a task. */
export function saySteps({ lead, supporting }: ReminderPolicy["steps"]): string[] {
  const overdue = { lead: sayOverdue(lead), supporting: sayOverdue(supporting) };
  return [
    say("policy.lead", { steps: sayBefore(lead) }),
    say("policy.supporting", { steps: sayBefore(supporting) }),
    ...(overdue.lead === overdue.supporting
      ? [say("policy.overdue", { steps: overdue.lead })]
      : [
          say("policy.overdue-lead", { steps: overdue.lead }),
          say("policy.overdue-supporting", { steps: overdue.supporting }),
        ]),
  ];
}

function sayBefore({ before }: RoleSteps): string {
  const days = before.filter((step) => step < 0).map((step) => -step);
  const list = days.join(say("common.list-comma"));
  if (!before.includes(0)) return say("policy.before", { days: list });
  return days.length === 0 ? say("policy.only-today") : say("policy.before-and-today", { days: list });
}

function sayOverdue({ overdue, overdueEvery }: RoleSteps): string {
  return say("policy.overdue-steps", { days: overdue.join(say("common.list-comma")), every: overdueEvery });
}

/** 08:30 → 8:30. */
function plainTimes({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const plain = (time: string) => time.replace(/^0(?=\d)/, "");
  return { from: plain(from), to: plain(to) };
}
